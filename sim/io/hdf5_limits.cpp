#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <limits>

#include "sim/base/check.hpp"
#include "sim/io/hdf5_input.hpp"

// What a file may ask for: no more values than it can hold, and no more memory than there is.

namespace sim::hdf5 {
namespace {

/// Half of the memory of this machine, which no single dataset may take [byte].
std::size_t most_memory() {
    auto const pages = ::sysconf(_SC_PHYS_PAGES);
    auto const page = ::sysconf(_SC_PAGESIZE);
    if (pages <= 0 || page <= 0) return std::numeric_limits<std::size_t>::max();
    return static_cast<std::size_t>(pages) / 2 * static_cast<std::size_t>(page);
}

}  // namespace

std::size_t Input::plausible_count(std::string const& path,
                                   std::vector<std::size_t> const& shape) const {
    // deflate shrinks at most 1032 times; small datasets may be stored in less than a block.
    constexpr std::size_t most_shrunk = 1100;
    constexpr std::size_t slack = 65'536;
    Dataset const dataset = open(path);
    std::size_t const stored = H5Dget_storage_size(dataset.get());
    Type const type{check(H5Dget_type(dataset.get()), path)};
    std::size_t most = std::min(stored, std::numeric_limits<std::size_t>::max() / 2 / most_shrunk);
    most = (most * most_shrunk + slack) / std::max<std::size_t>(H5Tget_size(type.get()), 1);
    std::size_t count = 1;
    for (auto const extent : shape) {
        if (extent == 0) return 0;
        if (extent > most / count) {
            throw InputError(path_ + ": is damaged at " + path +
                             " (it claims more values than the file can hold). Copy it again from "
                             "where it was made, or run again.");
        }
        count *= extent;
    }
    check_memory(path, count, std::max<std::size_t>(H5Tget_size(type.get()), 8));
    return count;
}

void Input::check_memory(std::string const& path, std::size_t count, std::size_t size) const {
    auto const most = most_memory();
    require(count <= most / size, path_ + ": " + path + " has " + std::to_string(count) +
                                      " values, more than half of the memory of this machine (" +
                                      std::to_string(most >> 19U) +
                                      " MiB) can hold. Read it on a larger machine.");
}

void Input::check_chunks(Dataset const& dataset, std::vector<hsize_t> const& block,
                         std::string const& path) const {
    Properties const properties{check(H5Dget_create_plist(dataset.get()), path)};
    if (H5Pget_layout(properties.get()) != H5D_CHUNKED) return;
    std::vector<hsize_t> chunk(block.size());
    check(H5Pget_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data()), path);
    constexpr hsize_t most_values = hsize_t{1} << 25U;  // ours have at most half a MiB
    hsize_t values = 1;
    for (auto const extent : chunk) {
        if (extent > most_values / values) damaged(path);
        values *= extent;
    }
    for (std::vector<hsize_t> corner(block.size(), 0); corner.front() < block.front();) {
        hsize_t bytes = 0;
        check(H5Dget_chunk_storage_size(dataset.get(), corner.data(), &bytes), path);
        require(bytes > 0, path_ + ": is damaged at " + path +
                               " (values are missing). Copy it again from where it was made, or "
                               "run again.");
        std::size_t axis = block.size() - 1;  // the last one runs fastest
        corner[axis] += chunk[axis];
        while (axis > 0 && corner[axis] >= block[axis]) {
            corner[axis] = 0;
            --axis;
            corner[axis] += chunk[axis];
        }
    }
}

void Input::check_texts(Dataset const& dataset, hid_t memory, std::size_t count,
                        std::string const& path) const {
    // Any number of elements may share one text, which is at most as long as the file.
    constexpr std::uintmax_t harmless = std::uintmax_t{1} << 30U;
    if (std::filesystem::file_size(path_) <= harmless / count) return;
    Space const space{check(H5Dget_space(dataset.get()), path)};
    hsize_t bytes = 0;
    check(H5Dvlen_get_buf_size(dataset.get(), memory, space.get(), &bytes), path);
    check_memory(path, bytes, 1);
}

}  // namespace sim::hdf5
