#pragma once

#include <cstdint>
#include <span>

#include "models/exchange/text_sink.hpp"
#include "models/observed/acled_event.hpp"

/// \file models/exchange/acled_writer.hpp
/// Writes events as ACLED's CSV.

namespace models {

/// How inter1, inter2 and interaction are written: `Rebel group` or `2`. ACLED has words since
/// March 2023.
enum class AcledCodes : std::uint8_t { text, number };

/// Write a table with the 31 columns that ACLED has since March 2023, in their order, with commas
/// and dates as 2012-01-31. A timestamp that is not known is empty. parse_acled() reads it back as
/// the same events.
///
/// \pre Texts are UTF-8 without NUL.
void write_acled(std::span<AcledEvent const> events, AcledCodes codes, TextSink const& sink);

}  // namespace models
