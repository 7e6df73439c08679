#pragma once

#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

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

/// Reads the bytes that cereal's binary archive writes, whoever wrote them: a list that claims more
/// elements than there are bytes left is refused before any memory is asked for, and a truth value
/// is 0 or 1.
class CheckedInput : public cereal::InputArchive<CheckedInput, cereal::AllowEmptyClassElision> {
  public:
    explicit CheckedInput(std::string_view bytes) : InputArchive{this}, left_{bytes} {}

    /// \throws std::runtime_error if fewer bytes are left.
    void take(void* to, std::size_t count) {
        expect(count);
        if (count > 0) std::memcpy(to, left_.data(), count);
        left_.remove_prefix(count);
    }

    /// \throws std::runtime_error if fewer bytes are left.
    void expect(cereal::size_type count) const {
        if (count > left_.size()) throw std::runtime_error("its state ends too early");
    }

    /// \throws std::runtime_error if bytes are left.
    void finish() const {
        if (!left_.empty()) throw std::runtime_error("its state is too long");
    }

  private:
    std::string_view left_;
};

template <class Number>
requires std::is_arithmetic_v<Number>
void load(CheckedInput& archive, Number& number) {
    archive.take(&number, sizeof number);
}

inline void load(CheckedInput& archive, bool& truth) {
    std::uint8_t byte = 0;
    archive.take(&byte, 1);
    if (byte > 1)
        throw std::runtime_error("its state has a truth value of " + std::to_string(byte));
    truth = byte == 1;
}

/// Elements come one by one, so that a list never takes much more memory than its bytes: the number
/// before it may claim anything.
template <class Element, class Allocator>
requires(!std::is_arithmetic_v<Element>) void load(CheckedInput& archive,
                                                   std::vector<Element, Allocator>& list) {
    cereal::size_type count = 0;
    archive(cereal::make_size_tag(count));
    list.clear();
    for (; count > 0; --count) archive(list.emplace_back());
}

template <class T>
void serialize(CheckedInput& archive, cereal::NameValuePair<T>& pair) {
    archive(pair.value);
}

template <class T>
void serialize(CheckedInput& archive, cereal::SizeTag<T>& tag) {
    archive(tag.size);
    archive.expect(tag.size);
}

template <class T>
void load(CheckedInput& archive, cereal::BinaryData<T>& block) {
    archive.take(block.data, static_cast<std::size_t>(block.size));
}

/// Read back what bytes_of() gave. \throws std::exception if the bytes are not as many.
template <class Object>
void from_bytes(std::string const& bytes, Object& object) {
    CheckedInput archive{bytes};
    archive(object);
    archive.finish();
}

}  // namespace models

CEREAL_REGISTER_ARCHIVE(models::CheckedInput)
namespace cereal::traits::detail {
template <>
struct get_output_from_input<models::CheckedInput> {
    using type = cereal::BinaryOutputArchive;
};
}  // namespace cereal::traits::detail
