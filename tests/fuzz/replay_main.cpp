#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// A fuzz target without a fuzzer: runs every seed, and as many changed copies of each as the first
// argument says. The copies depend on the name of the seed and their number only.
//
//   TARGET COPIES FOLDER...

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

using Bytes = std::vector<std::uint8_t>;

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
std::uint64_t draw(std::uint64_t& state) {
    std::uint64_t value = state += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

Bytes changed(Bytes bytes, std::uint64_t address) {
    static constexpr std::uint8_t telling[] = {0, 1, 9, 10, 13, '"', ',', '-', '.', '9', 127, 255};
    auto const changes = 1 + draw(address) % 4;
    for (std::uint64_t i = 0; i < changes && !bytes.empty(); ++i) {
        auto const at = static_cast<std::ptrdiff_t>(draw(address) % bytes.size());
        auto const here = bytes.begin() + at;
        switch (draw(address) % 5) {
            case 0:
                *here = static_cast<std::uint8_t>(*here ^ (1U << draw(address) % 8));
                break;
            case 1:
                *here = telling[draw(address) % std::size(telling)];
                break;
            case 2:
                bytes.insert(here, telling[draw(address) % std::size(telling)]);
                break;
            case 3:
                bytes.erase(here, here + std::min<std::ptrdiff_t>(bytes.end() - here, 8));
                break;
            default:
                bytes.resize(static_cast<std::size_t>(at));
        }
    }
    return bytes;
}

Bytes content(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void run(Bytes const& bytes) {
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    std::uint64_t const copies = std::strtoull(argv[1], nullptr, 10);
    std::uint64_t runs = 0;
    for (int i = 2; i < argc; ++i) {
        for (auto const& entry : fs::directory_iterator{argv[i]}) {
            auto const seed = content(entry.path());
            std::printf("%s\n", entry.path().filename().c_str());
            std::fflush(stdout);
            run(seed);
            std::uint64_t address = 14'695'981'039'346'656'037U;  // FNV-1a of the name
            for (char const c : entry.path().filename().string()) {
                address = (address ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
            }
            for (std::uint64_t copy = 0; copy < copies; ++copy) run(changed(seed, address + copy));
            runs += 1 + copies;
        }
    }
    std::printf("%llu inputs\n", static_cast<unsigned long long>(runs));
    return runs > 0 ? 0 : 1;
}
