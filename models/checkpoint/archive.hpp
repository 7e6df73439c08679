#pragma once

#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <sstream>
#include <string>

#include "sim/base/ids.hpp"

/// \file models/checkpoint/archive.hpp
/// State as bytes and back, by cereal. Exact: numbers are copied bit for bit. The bytes are those
/// of one machine and one build, and are read by that build only.

namespace sim {

template <class Archive, class Tag>
void serialize(Archive& archive, Id<Tag>& id) {
    archive(id.row);
}

template <class Archive>
void serialize(Archive& archive, Day& day) {
    archive(day.value);
}

}  // namespace sim

namespace models {

/// An object as bytes, by its `serialize`, a member or beside it.
template <class Object>
[[nodiscard]] std::string bytes_of(Object const& object) {
    std::ostringstream text{std::ios::binary};
    cereal::BinaryOutputArchive archive{text};
    archive(object);
    return std::move(text).str();
}

/// Read back what bytes_of() gave. \throws std::exception if the bytes end too early.
template <class Object>
void from_bytes(std::string const& bytes, Object& object) {
    std::istringstream text{bytes, std::ios::binary};
    cereal::BinaryInputArchive archive{text};
    archive(object);
}

}  // namespace models
