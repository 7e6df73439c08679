#include "sim/io/hdf5_output.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "sim/base/check.hpp"

namespace sim::hdf5 {
namespace {

std::vector<hsize_t> extents(Shape const& shape) {
    return {shape.begin(), shape.end()};
}

/// Creation order is kept so that tools list variables as we made them and netCDF can append;
/// times are not, so that equal results are equal bytes.
void keep_order_but_not_time(Properties const& creation, bool has_links) {
    constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    if (has_links) H5Pset_link_creation_order(creation.get(), tracked);
    H5Pset_attr_creation_order(creation.get(), tracked);
    H5Pset_obj_track_times(creation.get(), false);
}

Space make_space(Layout const& layout) {
    if (layout.shape.empty()) return Space{H5Screate(H5S_SCALAR)};
    auto const now = extents(layout.shape);
    auto most = now;
    if (layout.grows) most.front() = H5S_UNLIMITED;
    return Space{H5Screate_simple(static_cast<int>(now.size()), now.data(), most.data())};
}

herr_t set_filters(hid_t properties, Storage const& storage) {
    herr_t result = 0;
    if (storage.shuffle) result = std::min(result, H5Pset_shuffle(properties));
    if (storage.deflate > 0) {
        auto const level = static_cast<unsigned>(storage.deflate);
        result = std::min(result, H5Pset_deflate(properties, level));
    }
    if (storage.fletcher32) result = std::min(result, H5Pset_fletcher32(properties));
    return result;
}

Properties make_properties(ElementType type, Layout const& layout, Attributes const& attributes) {
    Properties properties{H5Pcreate(H5P_DATASET_CREATE)};
    keep_order_but_not_time(properties, false);
    if (attributes.fill_value) {
        H5Pset_fill_value(properties.get(), H5T_NATIVE_DOUBLE, &*attributes.fill_value);
    }
    // Text lies outside its chunks, in the file's heap: filters would not reach it.
    bool const is_text = type == ElementType::text;
    if (layout.shape.empty() || (is_text && !layout.grows)) return properties;
    auto const chunk =
        extents(layout.storage.chunk.empty() ? choose_chunk(layout.shape, size_of(type))
                                             : layout.storage.chunk);
    SIM_EXPECTS(chunk.size() == layout.shape.size());
    H5Pset_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data());
    if (!is_text && !layout.is_dimension) set_filters(properties.get(), layout.storage);
    return properties;
}

/// Text is converted piece by piece on its way to the file's heap. By default HDF5 would allocate
/// and clear two buffers of a megabyte for every write.
Properties make_text_transfer() {
    Properties properties{H5Pcreate(H5P_DATASET_XFER)};
    H5Pset_buffer(properties.get(), std::size_t{16} * 1024, nullptr, nullptr);
    return properties;
}

/// Whole chunks are written at once, so a cache would only copy them.
Properties make_access() {
    Properties properties{H5Pcreate(H5P_DATASET_ACCESS)};
    H5Pset_chunk_cache(properties.get(), 1, 0, 1.0);
    return properties;
}

}  // namespace

std::string dimension_label(std::size_t size) {
    auto const digits = std::to_string(size);
    auto const padding = digits.size() < 10 ? 10 - digits.size() : 0;
    return "This is a netCDF dimension but not a netCDF variable." + std::string(padding, ' ') +
           digits;
}

Shape choose_chunk(Shape shape, std::size_t element_size) {
    constexpr std::size_t most_bytes = std::size_t{512} * 1024;
    std::ranges::transform(shape, shape.begin(),
                           [](std::size_t extent) { return std::max<std::size_t>(extent, 1); });
    auto const bytes = [&] {
        return std::accumulate(shape.begin(), shape.end(), element_size, std::multiplies<>{});
    };
    while (bytes() > most_bytes && std::ranges::max(shape) > 1) {
        auto const longest = std::ranges::max_element(shape);
        *longest = (*longest + 1) / 2;
    }
    return shape;
}

Output::Output(std::string path) : path_(std::move(path)), groups_{"", "/"} {
    prepare();
    text_transfer_ = make_text_transfer();
    Properties const creation{H5Pcreate(H5P_FILE_CREATE)};
    keep_order_but_not_time(creation, true);
    Properties const access{H5Pcreate(H5P_FILE_ACCESS)};
    H5Pset_file_locking(access.get(), 0, 1);  // PartFile holds the lock
    file_ = File{check(H5Fcreate(path_.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), "")};
}

Output::~Output() {
    if (has_failed_) give_up();
}

void Output::fail(std::string const& object) {
    has_failed_ = true;
    throw IoError(path_ + ": cannot be written" + (object.empty() ? "" : " at " + object) + " (" +
                  reason() + "). Free some space or choose another place, then run again.");
}

void Output::ensure_group(std::string const& path) {
    if (groups_.contains(path)) return;
    ensure_group(path.substr(0, path.rfind('/')));
    Properties const creation{H5Pcreate(H5P_GROUP_CREATE)};
    keep_order_but_not_time(creation, true);
    Group const group{check(
        H5Gcreate2(file_.get(), path.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT), path)};
    groups_.insert(path);
}

DatasetId Output::create(std::string const& path, ElementType type, Layout const& layout,
                         Attributes const& attributes) {
    SIM_EXPECTS(!has_failed_ && path.size() > 1 && path.front() == '/');
    prepare();
    ensure_group(path.substr(0, path.rfind('/')));
    Space const space = make_space(layout);
    Properties const properties = make_properties(type, layout, attributes);
    Properties const access = make_access();
    Type const stored = layout.is_dimension ? Type{H5Tcopy(H5T_IEEE_F32BE)} : file_type(type);
    Dataset dataset{check(H5Dcreate2(file_.get(), path.c_str(), stored.get(), space.get(),
                                     H5P_DEFAULT, properties.get(), access.get()),
                          path)};
    set_attributes(dataset.get(), attributes, type, path);
    datasets_.push_back({std::move(dataset), path, type, layout.shape});
    return {static_cast<std::uint32_t>(datasets_.size() - 1)};
}

void Output::make_scale(DatasetId dataset, std::string const& label) {
    auto const& record = datasets_[dataset.row];
    std::string const name = label.empty() ? record.path.substr(record.path.rfind('/') + 1) : label;
    check(H5DSset_scale(record.handle.get(), name.c_str()), record.path);
}

void Output::attach(DatasetId dataset, DatasetId scale, unsigned axis) {
    auto const& record = datasets_[dataset.row];
    check(H5DSattach_scale(record.handle.get(), datasets_[scale.row].handle.get(), axis),
          record.path);
}

void Output::write(DatasetId dataset, void const* values) {
    prepare();
    auto const& record = datasets_[dataset.row];
    SIM_EXPECTS(!has_failed_);
    Type const memory = memory_type(record.type);
    check(H5Dwrite(record.handle.get(), memory.get(), H5S_ALL, H5S_ALL, transfer_of(record.type),
                   values),
          record.path);
}

void Output::extend(DatasetId dataset, std::size_t rows) {
    prepare();
    auto& record = datasets_[dataset.row];
    SIM_EXPECTS(!has_failed_);
    record.shape.front() = rows;
    check(H5Dset_extent(record.handle.get(), extents(record.shape).data()), record.path);
}

void Output::write_rows(DatasetId dataset, std::size_t first, std::size_t count,
                        void const* values) {
    prepare();
    auto const& record = datasets_[dataset.row];
    SIM_EXPECTS(!has_failed_ && first + count <= record.shape.front());
    auto block = extents(record.shape);
    block.front() = count;
    std::vector<hsize_t> start(block.size(), 0);
    start.front() = first;
    Space const memory_space{
        H5Screate_simple(static_cast<int>(block.size()), block.data(), nullptr)};
    Space const file_space{check(H5Dget_space(record.handle.get()), record.path)};
    check(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, start.data(), nullptr, block.data(),
                              nullptr),
          record.path);
    Type const memory = memory_type(record.type);
    check(H5Dwrite(record.handle.get(), memory.get(), memory_space.get(), file_space.get(),
                   transfer_of(record.type), values),
          record.path);
}

void Output::flush() {
    prepare();
    SIM_EXPECTS(!has_failed_);
    check(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), "");
}

void Output::close() {
    prepare();
    flush();  // so that a full disk is found while the handles can still be given up
    for (auto& record : datasets_) check(record.handle.close(), record.path);
    datasets_.clear();
    check(file_.close(), "");
}

void Output::give_up() noexcept {
    has_failed_ = true;
    for (auto& record : datasets_) record.handle.release();
    datasets_.clear();
    file_.release();
}

std::string const& Output::path_of(DatasetId dataset) const {
    return datasets_.at(dataset.row).path;
}

ElementType Output::type_of(DatasetId dataset) const {
    return datasets_.at(dataset.row).type;
}

Shape const& Output::shape_of(DatasetId dataset) const {
    return datasets_.at(dataset.row).shape;
}

}  // namespace sim::hdf5
