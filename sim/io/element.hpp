#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

/// \file sim/io/element.hpp
/// The types a dataset can have, and a view of numbers of any of them.

namespace sim {

/// Type of the elements of a dataset. `text` is a variable-length UTF-8 string.
enum class ElementType : std::uint8_t {
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
    text,
};

/// Name as FORMAT.md writes it, for example `float32`.
[[nodiscard]] std::string_view name_of(ElementType type) noexcept;

/// Size of one element in memory [bytes]. \pre type is not text.
[[nodiscard]] std::size_t size_of(ElementType type) noexcept;

/// A C++ number that a dataset can hold. `bool` and `char` are not: they have no netCDF type.
template <class T>
concept Number = (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>) ||
                 std::same_as<T, float> || std::same_as<T, double>;

/// The element type that stores a `T` exactly.
template <Number T>
[[nodiscard]] constexpr ElementType element_type() noexcept {
    if constexpr (std::is_floating_point_v<T>) {
        return sizeof(T) == 4 ? ElementType::float32 : ElementType::float64;
    } else {
        constexpr bool is_signed = std::is_signed_v<T>;
        if constexpr (sizeof(T) == 1) return is_signed ? ElementType::int8 : ElementType::uint8;
        if constexpr (sizeof(T) == 2) return is_signed ? ElementType::int16 : ElementType::uint16;
        if constexpr (sizeof(T) == 4) return is_signed ? ElementType::int32 : ElementType::uint32;
        return is_signed ? ElementType::int64 : ElementType::uint64;
    }
}

/// Element of a contiguous range such as a vector, an array or a span.
template <class Range>
using ElementOf =
    std::remove_cv_t<std::remove_pointer_t<decltype(std::declval<Range const&>().data())>>;

/// A view of numbers whose type is known at run time. Valid as long as what it was made from.
class Numbers {
  public:
    /// View a contiguous range: a vector, an array, a span.
    template <class Range>
    requires Number<ElementOf<Range>> Numbers(
        Range const& range)  // NOLINT: conversion intended, as for std::span
        : type_(element_type<ElementOf<Range>>()),
          bytes_(std::as_bytes(std::span{range.data(), range.size()})) {}

    [[nodiscard]] ElementType type() const noexcept { return type_; }
    [[nodiscard]] std::size_t size() const noexcept { return bytes_.size() / size_of(type_); }
    [[nodiscard]] std::span<std::byte const> bytes() const noexcept { return bytes_; }

  private:
    ElementType type_;
    std::span<std::byte const> bytes_;
};

}  // namespace sim
