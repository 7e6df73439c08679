#include "sim/io/seal.hpp"

#include <fstream>
#include <string>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"

namespace sim {

namespace {

constexpr std::string_view mark = "azalai sealed v1\n";
constexpr std::size_t digits = 64;
constexpr std::size_t seal_bytes = mark.size() + digits + 1;

}  // namespace

void seal(std::filesystem::path const& path) {
    auto const digest = sha256_of_file(path);
    std::ofstream file{path, std::ios::binary | std::ios::app};
    file << mark << digest << '\n';
    file.close();
    if (!file) {
        throw IoError(path.string() +
                      ": cannot be completed. Is the disk full? Free some space, then run again.");
    }
}

Seal seal_of(std::filesystem::path const& path) {
    std::error_code unreadable;
    auto const size = std::filesystem::file_size(path, unreadable);
    if (unreadable || size < seal_bytes) return Seal::none;
    std::ifstream file{path, std::ios::binary};
    file.seekg(static_cast<std::streamoff>(size - seal_bytes));
    std::string end(seal_bytes, '\0');
    if (!file.read(end.data(), static_cast<std::streamsize>(end.size()))) return Seal::none;
    if (!end.starts_with(mark)) return Seal::none;
    auto const digest = sha256_of_file(path, size - seal_bytes);
    return end.substr(mark.size()) == digest + "\n" ? Seal::whole : Seal::broken;
}

}  // namespace sim
