#include <algorithm>
#include <array>
#include <bit>

#include "sim/base/check.hpp"
#include "sim/io/hdf5_output.hpp"
#include "sim/io/utf8.hpp"

/// \file sim/io/hdf5_attributes.cpp
/// The part of hdf5::Output that writes attributes.

namespace sim::hdf5 {
namespace {

/// HDF5 1.10 keeps an attribute inside its object's header, which has room for 64 KiB.
constexpr std::size_t longest_attribute = 60'000;

/// `values` as numbers of the type, eight bytes of room each.
std::vector<std::int64_t> converted(std::vector<std::int64_t> values, ElementType type) {
    Type const memory = memory_type(type);
    H5Tconvert(H5T_NATIVE_INT64, memory.get(), values.size(), values.data(), nullptr, H5P_DEFAULT);
    return values;
}

bool is_one_word(std::string const& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        bool const is_alphanumeric =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return is_alphanumeric || std::string("_-.+@").find(c) != std::string::npos;
    });
}

}  // namespace

void Output::set_raw_attribute(hid_t object, std::string const& name, hid_t type, std::size_t count,
                               void const* values, std::string const& where) {
    auto const problem = where + "@" + name;
    if (check(H5Aexists(object, name.c_str()), problem) > 0) {
        check(H5Adelete(object, name.c_str()), problem);
    }
    hsize_t const extent = count;
    Space const space{count == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, &extent, nullptr)};
    Attribute const attribute{check(
        H5Acreate2(object, name.c_str(), type, space.get(), H5P_DEFAULT, H5P_DEFAULT), problem)};
    check(H5Awrite(attribute.get(), type, values), problem);
}

void Output::set_text(hid_t object, std::string const& name, std::string const& value,
                      std::string const& where) {
    SIM_EXPECTS(value.size() < longest_attribute);
    std::string const text = valid_utf8(value);
    Type const type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type.get(), text.size() + 1);
    H5Tset_strpad(type.get(), H5T_STR_NULLTERM);
    H5Tset_cset(type.get(), H5T_CSET_UTF8);
    set_raw_attribute(object, name, type.get(), 0, text.c_str(), where);
}

void Output::set_attribute(std::string const& path, std::string const& name,
                           std::string const& value) {
    prepare();
    SIM_EXPECTS(!has_failed_);
    Object const object{check(H5Oopen(file_.get(), path.c_str(), H5P_DEFAULT), path)};
    set_text(object.get(), name, value, path);
}

void Output::set_attribute(std::string const& path, std::string const& name,
                           std::span<std::int32_t const> values) {
    prepare();
    SIM_EXPECTS(!has_failed_);
    Object const object{check(H5Oopen(file_.get(), path.c_str(), H5P_DEFAULT), path)};
    set_raw_attribute(object.get(), name, H5T_NATIVE_INT32, values.size(), values.data(), path);
}

void Output::set_attributes(hid_t object, Attributes const& attributes, ElementType type,
                            std::string const& where) {
    auto const text = [&](char const* name, std::string const& value) {
        if (!value.empty()) set_text(object, name, value, where);
    };
    text("standard_name", attributes.standard_name);
    text("long_name", attributes.long_name);
    text("units", attributes.units);
    text("cell_methods", attributes.cell_methods);
    text("comment", attributes.comment);
    text("source", attributes.source);
    for (auto const& [name, value] : attributes.more) text(name.c_str(), value);
    if (attributes.fill_value) {
        SIM_EXPECTS(type != ElementType::text);
        // netCDF demands the very type of the variable.
        Type const memory = memory_type(type);
        std::array<double, 1> fill{*attributes.fill_value};
        H5Tconvert(H5T_NATIVE_DOUBLE, memory.get(), 1, fill.data(), nullptr, H5P_DEFAULT);
        set_raw_attribute(object, "_FillValue", memory.get(), 1, fill.data(), where);
    }
    if (attributes.flags.empty()) return;
    std::vector<std::int64_t> values;
    std::string meanings;
    for (auto const& flag : attributes.flags) {
        SIM_EXPECTS(is_one_word(flag.meaning));
        values.push_back(flag.value);
        meanings += (meanings.empty() ? "" : " ") + flag.meaning;
    }
    Type const memory = memory_type(type);
    auto const stored = converted(values, type);
    set_raw_attribute(object, "flag_values", memory.get(), stored.size(), stored.data(), where);
    set_text(object, "flag_meanings", meanings, where);
}

}  // namespace sim::hdf5
