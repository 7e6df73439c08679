#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

/// \file models/exchange/text_sink.hpp
/// Where writers of large tables put their text.

namespace models {

/// Takes the next part of a text. May throw, for example IoError; writers pass that on.
using TextSink = std::function<void(std::string_view)>;

/// Text that a writer keeps before it passes it on [bytes]. Our choice: large against the cost of a
/// write, small against memory.
inline constexpr std::size_t sink_block = std::size_t{1} << 18U;

}  // namespace models
