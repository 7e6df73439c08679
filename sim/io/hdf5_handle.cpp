#include "sim/io/hdf5_handle.hpp"

#include <string_view>

namespace sim::hdf5 {
namespace {

struct Found {
    std::string system;   // from "error message = '...'" of the file driver
    std::string deepest;  // description nearest to the cause
};

herr_t collect(unsigned, H5E_error2_t const* error, void* output) {
    auto& found = *static_cast<Found*>(output);
    std::string_view const text = error->desc == nullptr ? "" : error->desc;
    if (!text.empty()) found.deepest = text;
    constexpr std::string_view marker = "error message = '";
    if (auto const start = text.find(marker); start != std::string_view::npos) {
        auto const rest = text.substr(start + marker.size());
        found.system = rest.substr(0, rest.find('\''));
    }
    return 0;
}

Type text_type() {
    Type type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type.get(), H5T_VARIABLE);
    H5Tset_cset(type.get(), H5T_CSET_UTF8);
    return type;
}

}  // namespace

void prepare() {
    [[maybe_unused]] static bool const once = H5dont_atexit() >= 0;
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

std::string reason() {
    Found found;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, collect, &found);
    if (!found.system.empty()) return found.system;
    return found.deepest.empty() ? "unknown reason" : found.deepest;
}

Type memory_type(ElementType type) {
    switch (type) {
        case ElementType::int8:
            return Type{H5Tcopy(H5T_NATIVE_INT8)};
        case ElementType::uint8:
            return Type{H5Tcopy(H5T_NATIVE_UINT8)};
        case ElementType::int16:
            return Type{H5Tcopy(H5T_NATIVE_INT16)};
        case ElementType::uint16:
            return Type{H5Tcopy(H5T_NATIVE_UINT16)};
        case ElementType::int32:
            return Type{H5Tcopy(H5T_NATIVE_INT32)};
        case ElementType::uint32:
            return Type{H5Tcopy(H5T_NATIVE_UINT32)};
        case ElementType::int64:
            return Type{H5Tcopy(H5T_NATIVE_INT64)};
        case ElementType::uint64:
            return Type{H5Tcopy(H5T_NATIVE_UINT64)};
        case ElementType::float32:
            return Type{H5Tcopy(H5T_NATIVE_FLOAT)};
        case ElementType::float64:
            return Type{H5Tcopy(H5T_NATIVE_DOUBLE)};
        case ElementType::text:
            return text_type();
    }
    return Type{};
}

Type file_type(ElementType type) {
    switch (type) {
        case ElementType::int8:
            return Type{H5Tcopy(H5T_STD_I8LE)};
        case ElementType::uint8:
            return Type{H5Tcopy(H5T_STD_U8LE)};
        case ElementType::int16:
            return Type{H5Tcopy(H5T_STD_I16LE)};
        case ElementType::uint16:
            return Type{H5Tcopy(H5T_STD_U16LE)};
        case ElementType::int32:
            return Type{H5Tcopy(H5T_STD_I32LE)};
        case ElementType::uint32:
            return Type{H5Tcopy(H5T_STD_U32LE)};
        case ElementType::int64:
            return Type{H5Tcopy(H5T_STD_I64LE)};
        case ElementType::uint64:
            return Type{H5Tcopy(H5T_STD_U64LE)};
        case ElementType::float32:
            return Type{H5Tcopy(H5T_IEEE_F32LE)};
        case ElementType::float64:
            return Type{H5Tcopy(H5T_IEEE_F64LE)};
        case ElementType::text:
            return text_type();
    }
    return Type{};
}

}  // namespace sim::hdf5
