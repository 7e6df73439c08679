#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "models/flee/instance.hpp"
#include "sim/base/check.hpp"
#include "tests/fuzz/scratch_folder.hpp"

// Whatever one file of a small Flee instance holds, the instance is read or refused by InputError.
// The first byte chooses the file.

namespace {

using File = std::pair<char const*, std::string_view>;

constexpr std::array<File, 9> files{{
    {"simsetting.yml", "move_rules:\n  max_move_speed: 200.0\n  conflict_movechance: 1.0\n"},
    {"input_csv/sim_period.csv", "StartDate,2012-03-01\nLength,4\n"},
    {"input_csv/locations.csv",
     "\"#name\",region,country,lat,lon,location_type,conflict_date,population\n"
     "\"Alpha\",R,Home,16.0,0.0,conflict_zone,0,1000\n"
     "Beta,R,Home,16.0,1.0,town,,500\n"
     "Gamma,S,Away,16.0,2.0,camp,,0\n"},
    {"input_csv/routes.csv",
     "#name1,name2,distance,forced_redirection\nAlpha,Beta,100,0\nBeta,Gamma,150,0\n"},
    {"input_csv/closures.csv",
     "#closure_type,name1,name2,closure_start,closure_end\ncountry,Home,Away,1,2\n"},
    {"input_csv/conflicts.csv",
     "#Day, Alpha, Beta, Gamma\n0, 1, 0, 0\n1, 1, 0, 0\n2, 1, 0, 0\n3, 1, 0, 0\n"},
    {"source_data/data_layout.csv", "total,refugees.csv\nGamma,gamma.csv\n"},
    {"source_data/refugees.csv", "Date,Refugees\n2012-03-01,10\n2012-03-05,110\n"},
    {"source_data/gamma.csv", "#DateTime,people\n2012-03-01,10\n2012-03-05,110\n"},
}};

class SmallInstance {
  public:
    SmallInstance() {
        fuzz::fs::create_directories(folder_ / "input_csv");
        fuzz::fs::create_directories(folder_ / "source_data");
        for (auto const& file : files) reset(file);
    }

    void load_with(std::uint8_t const* bytes, std::size_t size) {
        auto const& file = files[bytes[0] % files.size()];
        fuzz::write(folder_ / file.first, bytes + 1, size - 1);
        try {
            static_cast<void>(models::flee::load_instance(folder_.path()));
        } catch (sim::InputError const&) {
        }
        reset(file);
    }

    /// A harness whose own files are refused would test nothing.
    void check() const { static_cast<void>(models::flee::load_instance(folder_.path())); }

  private:
    void reset(File const& file) const {
        fuzz::write(folder_ / file.first, reinterpret_cast<std::uint8_t const*>(file.second.data()),
                    file.second.size());
    }

    fuzz::ScratchFolder folder_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    static SmallInstance instance;
    static bool const is_good = (instance.check(), true);
    if (is_good && size >= 1) instance.load_with(bytes, size);
    return 0;
}
