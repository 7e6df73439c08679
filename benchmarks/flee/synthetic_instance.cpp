#include "benchmarks/flee/synthetic_instance.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "benchmarks/flee/synthetic_network.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/check.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr sim::Seed network_seed{1};
constexpr double km_per_degree = 111.0;  // at the equator

constexpr auto const* settings =
    "spawn_rules:\n  take_from_population: False\n"
    "  conflict_spawn_decay: [1.0,1.0,1.0,0.5,0.1]\n  insert_day0: True\n"
    "move_rules:\n  max_move_speed: 200.0\n  max_walk_speed: 35.0\n  foreign_weight: 1.0\n"
    "  camp_weight: 5.0\n  awareness_level: 1\n  capacity_buffer: 0.75\n"
    "  conflict_weight: 0.25\n  conflict_movechance: 1.0\n  camp_movechance: 0.001\n"
    "  default_movechance: 0.3\n"
    "optimisations:\n  hasten: 1\n";

/// What the files of an instance are written from.
class Writer {
  public:
    Writer(fs::path folder, SyntheticSpec const& spec)
        : folder_{std::move(folder)},
          spec_{spec},
          places_{scattered_places(spec.places, network_seed)},
          camps_{std::max(3U, spec.places / 10)},
          towns_{spec.places - camps_} {}

    void write() const {
        file("simsetting.yml", settings);
        file("input_csv/sim_period.csv",
             fmt::format("StartDate,{}\nLength,{}\n", date(0), spec_.days));
        file("input_csv/locations.csv", locations());
        file("input_csv/routes.csv", routes());
        file("input_csv/closures.csv",
             "#closure_type,name1,name2,closure_start,closure_end\ncountry,Home,East,0,30\n");
        file("input_csv/conflicts.csv", conflicts());
        write_counts();
    }

  private:
    void file(fs::path const& name, std::string const& text) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream out;
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out.open(folder_ / name, std::ios::binary);
        out << text;
        out.close();
    }

    [[nodiscard]] static std::string date(std::uint32_t day) {
        return sim::to_string(*sim::parse_date("2012-01-01") + std::chrono::days{day});
    }

    [[nodiscard]] bool is_camp(std::uint32_t place) const { return place >= towns_; }

    [[nodiscard]] static std::string name(std::uint32_t place) {
        return fmt::format("place-{}", place);
    }

    [[nodiscard]] std::string country(std::uint32_t place) const {
        if (!is_camp(place)) return "Home";
        constexpr std::array neighbours{"East", "North", "South"};
        double const angle = std::atan2(places_[place].north_km, places_[place].east_km);
        return std::abs(angle) < 1.0 ? neighbours[0] : neighbours[angle > 0.0 ? 1 : 2];
    }

    /// Day on which the conflict of a town begins. \pre place % 3 == 0
    [[nodiscard]] std::uint32_t begins(std::uint32_t place) const {
        return static_cast<std::uint32_t>(std::uint64_t{spec_.days} * 2 * place / (3 * towns_));
    }

    /// Documented in a camp on the last day.
    [[nodiscard]] std::uint32_t documented(std::uint32_t camp) const {
        return spec_.displaced / camps_ + (camp - towns_ < spec_.displaced % camps_ ? 1 : 0);
    }

    [[nodiscard]] std::string locations() const {
        std::string text =
            "#name,region,country,latitude,longitude,location_type,conflict_date,population\n";
        for (std::uint32_t i = 0; i < places_.size(); ++i) {
            bool const is_fought_over = !is_camp(i) && i % 3 == 0;
            auto const people =
                is_camp(i) ? documented(i) + documented(i) / 2 : spec_.people / towns_;
            fmt::format_to(std::back_inserter(text), "{},all,{},{:.6f},{:.6f},{},{},{}\n", name(i),
                           country(i), places_[i].north_km / km_per_degree,
                           places_[i].east_km / km_per_degree,
                           is_camp(i)       ? "camp"
                           : is_fought_over ? "conflict_zone"
                                            : "town",
                           is_fought_over ? std::to_string(begins(i)) : "", people);
        }
        return text;
    }

    [[nodiscard]] std::string routes() const {
        std::string text = "#name1,name2,distance,forced_redirection\n";
        for (auto const& [a, b] : roads_between(places_)) {
            double const km = std::max(1.0, distance_km(places_[a], places_[b]));
            fmt::format_to(std::back_inserter(text), "{},{},{:.3f},0\n", name(a), name(b), km);
        }
        return text;
    }

    [[nodiscard]] std::string conflicts() const {
        std::string text = "#Day";
        for (std::uint32_t i = 0; i < towns_; i += 3) text += fmt::format(",{}", name(i));
        text += '\n';
        for (std::uint32_t day = 0; day < spec_.days; ++day) {
            text += std::to_string(day);
            for (std::uint32_t i = 0; i < towns_; i += 3) text += begins(i) <= day ? ",1" : ",0";
            text += '\n';
        }
        return text;
    }

    void write_counts() const {
        auto const series = [this](std::uint32_t last) {
            return fmt::format("Date,people\n{},0\n{},{}\n", date(0), date(spec_.days - 1), last);
        };
        std::string layout = "total,refugees.csv\n";
        for (auto camp = towns_; camp < places_.size(); ++camp) {
            file(fs::path{"source_data"} / (name(camp) + ".csv"), series(documented(camp)));
            layout += fmt::format("{},{}.csv\n", name(camp), name(camp));
        }
        file("source_data/refugees.csv", series(spec_.displaced));
        file("source_data/data_layout.csv", layout);
    }

    fs::path folder_;
    SyntheticSpec spec_;
    std::vector<PlanePoint> places_;
    std::uint32_t camps_;
    std::uint32_t towns_;  // places 0 to towns_ - 1; camps are the others
};

}  // namespace

void write_synthetic_instance(fs::path const& folder, SyntheticSpec const& spec) {
    SIM_EXPECTS(spec.places >= 10 && spec.days >= 2);
    Writer{folder, spec}.write();
}

ScratchFolder::ScratchFolder() {
    auto name = (fs::temp_directory_path() / "azalai-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace bench
