#include "sim/io/hdf5_heaps.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sim::hdf5 {
namespace {

constexpr std::string_view signature{"GCOL\1\0\0\0", 8};  // with version and reserved bytes
constexpr std::uint64_t heap_header = 16;
constexpr std::uint64_t object_header = 16;

/// A number of so many bytes, the lowest first.
std::uint64_t number_at(std::string_view bytes, std::uint64_t at, std::size_t size) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

/// Whether one heap is sound that begins with the bytes.
bool heap_is_sound(std::string_view bytes) noexcept {
    if (bytes.size() < heap_header) return false;
    auto const size = number_at(bytes, 8, 8);
    if (size < heap_header || size > bytes.size()) return false;
    for (std::uint64_t at = heap_header; at + object_header <= size;) {
        auto const room = size - at;
        bool const is_free = number_at(bytes, at, 2) == 0;
        auto const length = number_at(bytes, at + 8, 8);
        if (length > room) return false;
        // Free space counts its own header, and objects are filled up to 8 bytes.
        auto const taken = is_free ? length : object_header + (length + 7) / 8 * 8;
        if (taken < object_header || taken > room) return false;
        at += taken;
    }
    return true;
}

}  // namespace

bool heaps_are_sound(std::string_view bytes) noexcept {
    for (auto at = bytes.find(signature); at != std::string_view::npos;
         at = bytes.find(signature, at + 1)) {
        if (!heap_is_sound(bytes.substr(at))) return false;
    }
    return true;
}

bool file_has_sound_heaps(std::filesystem::path const& path) noexcept {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return true;
    struct ::stat about {};
    bool is_sound = true;
    if (::fstat(file, &about) == 0 && about.st_size > 0) {
        auto const size = static_cast<std::size_t>(about.st_size);
        if (void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
            bytes != MAP_FAILED) {
            is_sound = heaps_are_sound({static_cast<char const*>(bytes), size});
            ::munmap(bytes, size);
        }
    }
    ::close(file);
    return is_sound;
}

}  // namespace sim::hdf5
