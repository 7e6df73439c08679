#include "sim/io/hdf5_input.hpp"

#include <fcntl.h>
#include <hdf5_hl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/io/hdf5_heaps.hpp"
#include "sim/io/seal.hpp"

namespace sim::hdf5 {
namespace {

herr_t collect_dataset(hid_t, char const* name, H5O_info_t const* object, void* output) {
    if (object->type == H5O_TYPE_DATASET) {
        static_cast<std::vector<std::string>*>(output)->push_back("/" + std::string(name));
    }
    return 0;
}

herr_t take_scale_name(hid_t, unsigned, hid_t scale, void* output) {
    std::array<char, 1024> name{};
    if (H5Iget_name(scale, name.data(), name.size()) <= 0) return 0;
    std::string_view const path = name.data();
    *static_cast<std::string*>(output) = path.substr(path.rfind('/') + 1);
    return 1;  // one is enough
}

std::optional<ElementType> element_of(hid_t type) {
    auto const size = H5Tget_size(type);
    auto const is_text = H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0;
    if (is_text) return ElementType::text;
    if (H5Tget_class(type) == H5T_FLOAT) {
        if (size == 4) return ElementType::float32;
        if (size == 8) return ElementType::float64;
    }
    if (H5Tget_class(type) != H5T_INTEGER) return {};
    bool const is_signed = H5Tget_sign(type) == H5T_SGN_2;
    switch (size) {
        case 1:
            return is_signed ? ElementType::int8 : ElementType::uint8;
        case 2:
            return is_signed ? ElementType::int16 : ElementType::uint16;
        case 4:
            return is_signed ? ElementType::int32 : ElementType::uint32;
        case 8:
            return is_signed ? ElementType::int64 : ElementType::uint64;
        default:
            return {};
    }
}

/// Whether values come from the file itself: HDF5 also reads them from any file that a dataset
/// names.
bool is_self_contained(hid_t properties) {
    return H5Pget_layout(properties) != H5D_VIRTUAL && H5Pget_external_count(properties) == 0;
}

void check_can_be_opened(std::string const& path) {
    std::error_code problem;
    auto const status = std::filesystem::status(path, problem);
    require(std::filesystem::exists(status),
            path + ": cannot be read (there is no such file). Check the name.");
    require(std::filesystem::is_regular_file(status),
            path + ": cannot be read (it is not a plain file). Name a result file.");
    require(std::ifstream(path).good(),
            path + ": cannot be read (no permission). Ask for permission to read it.");
}

}  // namespace

Input::Input(std::string path) : path_(std::move(path)) {
    prepare();
    check_can_be_opened(path_);
    require(H5Fis_hdf5(path_.c_str()) > 0,
            path_ + ": is not a result file (it is not HDF5). Name a file that azalai wrote.");
    auto const seal = seal_of(path_);
    require(seal != Seal::broken,
            path_ +
                ": is damaged (its bytes are not those that were written). Copy it again from "
                "where it was made, or run again.");
    require(seal == Seal::whole || (file_has_sound_heaps(path_) && can_be_read_unharmed(path_)),
            path_ +
                ": is damaged (HDF5 cannot read it). Copy it again from where it was made, or "
                "run again.");
    open();
}

void Input::open() {
    Properties const access{H5Pcreate(H5P_FILE_ACCESS)};
    H5Pset_file_locking(access.get(), 0, 1);  // read-only and network disks may have no locks
    file_ = File{check(H5Fopen(path_.c_str(), H5F_ACC_RDONLY, access.get()), "")};
}

bool Input::can_be_read_unharmed(std::string const& path) {
    auto const child = ::fork();
    if (child < 0) return true;
    if (child == 0) {
        // What HDF5 or a sanitizer says when it crashes is not for the user.
        if (int const nowhere = ::open("/dev/null", O_WRONLY); nowhere >= 0) {
            ::dup2(nowhere, STDERR_FILENO);
        }
        constexpr rlim_t most_seconds = 60;
        rlimit const time{most_seconds, most_seconds};
        ::setrlimit(RLIMIT_CPU, &time);
        try {
            Input reader;
            reader.path_ = path;
            reader.open();
            reader.read_everything();
        } catch (...) {
            // Told better by who reads it next.
        }
        ::_exit(0);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void Input::read_everything() const {
    for (auto const& name : datasets()) {
        try {
            static_cast<void>(dimensions_of(name));
            for (auto const* attribute : {"units", "long_name", "flag_meanings"}) {
                static_cast<void>(text_attribute(name, attribute));
            }
            static_cast<void>(integer_attribute(name, "flag_values"));
            auto const type = type_of(name);
            auto const shape = extent_of(name).shape;
            if (!type) continue;
            auto const count = plausible_count(name, shape);
            if (*type == ElementType::text) {
                static_cast<void>(read_text(name, shape));
            } else {
                std::vector<std::byte> values(count * size_of(*type));
                read(name, *type, shape, values.data());
            }
        } catch (InputError const&) {
            // One object is damaged; the others are looked at all the same.
        }
    }
}

void Input::damaged(std::string const& object) const {
    throw InputError(path_ + ": is damaged or cut short" + (object.empty() ? "" : " at " + object) +
                     " (" + reason() + "). Copy it again from where it was made, or run again.");
}

std::vector<std::string> Input::datasets() const {
    prepare();
    std::vector<std::string> paths;
    check(
        H5Ovisit2(file_.get(), H5_INDEX_NAME, H5_ITER_INC, collect_dataset, &paths, H5O_INFO_BASIC),
        "/");
    std::ranges::sort(paths);
    return paths;
}

bool Input::contains(std::string const& path) const {
    prepare();
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        auto const part = path.substr(0, end);
        if (H5Lexists(file_.get(), part.c_str(), H5P_DEFAULT) <= 0) return false;
        H5L_info_t link{};  // a soft link or one to another file is none of ours
        if (H5Lget_info(file_.get(), part.c_str(), &link, H5P_DEFAULT) < 0) return false;
        if (link.type != H5L_TYPE_HARD) return false;
        if (end == std::string::npos) return true;
    }
}

Dataset Input::open(std::string const& path) const {
    prepare();
    require(contains(path), path_ + ": has no " + path +
                                " (another kind or version of file). `azalai info` lists what it "
                                "has.");
    Dataset dataset{check(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT), path)};
    Properties const properties{check(H5Dget_create_plist(dataset.get()), path)};
    require(is_self_contained(properties.get()),
            path_ + ": " + path +
                " takes its values from another file, which is not read. Name a file that azalai "
                "wrote.");
    return dataset;
}

std::optional<ElementType> Input::type_of(std::string const& path) const {
    Dataset const dataset = open(path);
    Type const type{check(H5Dget_type(dataset.get()), path)};
    return element_of(type.get());
}

Extent Input::extent_of(std::string const& path) const {
    Dataset const dataset = open(path);
    Space const space{check(H5Dget_space(dataset.get()), path)};
    auto const rank = check(H5Sget_simple_extent_ndims(space.get()), path);
    std::vector<hsize_t> now(static_cast<std::size_t>(rank));
    auto most = now;
    check(H5Sget_simple_extent_dims(space.get(), now.data(), most.data()), path);
    return {.shape = {now.begin(), now.end()},
            .grows = !most.empty() && most.front() == H5S_UNLIMITED};
}

std::vector<std::string> Input::dimensions_of(std::string const& path) const {
    auto const rank = extent_of(path).shape.size();
    Dataset const dataset = open(path);
    std::vector<std::string> names(rank);
    if (H5DSis_scale(dataset.get()) > 0 && rank > 0) {
        names.front() = path.substr(path.rfind('/') + 1);
        return names;
    }
    for (std::size_t axis = 0; axis < rank; ++axis) {
        check(H5DSiterate_scales(dataset.get(), static_cast<unsigned>(axis), nullptr,
                                 take_scale_name, &names[axis]),
              path);
    }
    return names;
}

bool Input::is_bare_dimension(std::string const& path) const {
    return text_attribute(path, "NAME").value_or("").starts_with("This is a netCDF dimension but");
}

void Input::read_rows(Dataset const& dataset, hid_t memory, std::vector<std::size_t> const& shape,
                      void* values, std::string const& path) const {
    if (shape.empty()) {
        check(H5Dread(dataset.get(), memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), path);
        return;
    }
    std::vector<hsize_t> const block(shape.begin(), shape.end());
    check_chunks(dataset, block, path);
    std::vector<hsize_t> const start(block.size(), 0);
    Space const memory_space{
        H5Screate_simple(static_cast<int>(block.size()), block.data(), nullptr)};
    Space const file_space{check(H5Dget_space(dataset.get()), path)};
    check(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, start.data(), nullptr, block.data(),
                              nullptr),
          path);
    check(H5Dread(dataset.get(), memory, memory_space.get(), file_space.get(), H5P_DEFAULT, values),
          path);
}

void Input::read(std::string const& path, ElementType type, std::vector<std::size_t> const& shape,
                 void* values) const {
    if (plausible_count(path, shape) == 0) return;
    Dataset const dataset = open(path);
    Type const memory = memory_type(type);
    read_rows(dataset, memory.get(), shape, values, path);
}

std::vector<std::string> Input::read_text(std::string const& path,
                                          std::vector<std::size_t> const& shape) const {
    std::vector<char*> texts(plausible_count(path, shape), nullptr);
    if (texts.empty()) return {};
    Dataset const dataset = open(path);
    Type const memory = memory_type(ElementType::text);
    check_texts(dataset, memory.get(), texts.size(), path);
    read_rows(dataset, memory.get(), shape, texts.data(), path);
    std::vector<std::string> result;
    for (auto const* text : texts) result.emplace_back(text == nullptr ? "" : text);
    hsize_t const count = texts.size();
    Space const space{H5Screate_simple(1, &count, nullptr)};
    H5Dvlen_reclaim(memory.get(), space.get(), H5P_DEFAULT, texts.data());
    return result;
}

Attribute Input::open_attribute(std::string const& path, std::string const& name) const {
    prepare();
    require(path == "/" || contains(path), path_ + ": has no " + path + ". Name another file.");
    Object const object{check(H5Oopen(file_.get(), path.c_str(), H5P_DEFAULT), path)};
    if (check(H5Aexists(object.get(), name.c_str()), path) == 0) return {};
    return Attribute{check(H5Aopen(object.get(), name.c_str(), H5P_DEFAULT), path + "@" + name)};
}

std::optional<std::string> Input::text_attribute(std::string const& path,
                                                 std::string const& name) const {
    Attribute const attribute = open_attribute(path, name);
    if (!attribute.is_open()) return {};
    auto const where = path + "@" + name;
    Type const type{check(H5Aget_type(attribute.get()), where)};
    Space const space{check(H5Aget_space(attribute.get()), where)};
    if (H5Tget_class(type.get()) != H5T_STRING || H5Sget_simple_extent_npoints(space.get()) != 1) {
        return {};
    }
    if (H5Tis_variable_str(type.get()) > 0) {
        Type const memory = memory_type(ElementType::text);
        char* text = nullptr;
        check(H5Aread(attribute.get(), memory.get(), &text), where);
        std::string const result = text == nullptr ? "" : text;
        H5Dvlen_reclaim(memory.get(), space.get(), H5P_DEFAULT, &text);
        return result;
    }
    constexpr std::size_t longest = std::size_t{1} << 20U;  // ours are below 60,000 bytes
    if (H5Tget_size(type.get()) > longest) damaged(where);
    std::string text(H5Tget_size(type.get()), '\0');
    check(H5Aread(attribute.get(), type.get(), text.data()), where);
    return std::string(text.c_str());
}

std::vector<std::int32_t> Input::integer_attribute(std::string const& path,
                                                   std::string const& name) const {
    Attribute const attribute = open_attribute(path, name);
    if (!attribute.is_open()) return {};
    auto const where = path + "@" + name;
    Type const type{check(H5Aget_type(attribute.get()), where)};
    Space const space{check(H5Aget_space(attribute.get()), where)};
    auto const count = H5Sget_simple_extent_npoints(space.get());
    if (H5Tget_class(type.get()) != H5T_INTEGER || count < 1 || count > 1000) return {};
    std::vector<std::int32_t> values(static_cast<std::size_t>(count));
    check(H5Aread(attribute.get(), H5T_NATIVE_INT32, values.data()), where);
    return values;
}

std::optional<double> Input::number_attribute(std::string const& path,
                                              std::string const& name) const {
    Attribute const attribute = open_attribute(path, name);
    if (!attribute.is_open()) return {};
    auto const where = path + "@" + name;
    Type const type{check(H5Aget_type(attribute.get()), where)};
    Space const space{check(H5Aget_space(attribute.get()), where)};
    auto const type_class = H5Tget_class(type.get());
    bool const is_number = type_class == H5T_INTEGER || type_class == H5T_FLOAT;
    if (!is_number || H5Sget_simple_extent_npoints(space.get()) != 1) return {};
    double value = 0.0;
    check(H5Aread(attribute.get(), H5T_NATIVE_DOUBLE, &value), where);
    return value;
}

}  // namespace sim::hdf5
