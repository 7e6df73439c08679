#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "models/scenario/scenario.hpp"
#include "sim/base/check.hpp"
#include "tests/fuzz/scratch_folder.hpp"

// Whatever one file of the small country holds, the scenario is read or refused by InputError, and
// no file appears. The first byte chooses the file: the scenario itself or one of its tables.

namespace {

constexpr std::array<char const*, 12> files{
    "small.toml", "actors.csv", "closures.csv", "communities.csv",   "facts.csv",  "figures.csv",
    "forces.csv", "grid.csv",   "places.csv",   "registrations.csv", "routes.csv", "timeline.csv"};

class Country {
  public:
    Country() {
        fuzz::fs::copy(original_, folder_.path());
        entries_ = folder_.entries();
    }

    void load_with(std::uint8_t const* bytes, std::size_t size) {
        auto const* name = files[bytes[0] % files.size()];
        fuzz::write(folder_ / name, bytes + 1, size - 1);
        try {
            static_cast<void>(models::load_scenario(folder_ / "small.toml"));
        } catch (sim::InputError const&) {
        }
        if (folder_.entries() != entries_) std::abort();
        fuzz::fs::copy_file(original_ / name, folder_ / name,
                            fuzz::fs::copy_options::overwrite_existing);
    }

  private:
    fuzz::fs::path original_{AZALAI_SOURCE_DIR "/tests/app/small-country"};
    fuzz::ScratchFolder folder_;
    std::ptrdiff_t entries_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    static Country country;  // copied once
    if (size >= 1) country.load_with(bytes, size);
    return 0;
}
