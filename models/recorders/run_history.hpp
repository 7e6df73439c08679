#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/recorders/report_history.hpp"
#include "models/scenario/figure_table.hpp"
#include "models/world/world.hpp"

/// \file models/recorders/run_history.hpp
/// What a run remembers of itself in memory, to be set beside documented figures.

namespace models {

/// The country on one day.
struct DayRecord {
    std::array<std::uint32_t, side_count> deaths{};        ///< Deaths of the day, by side [people].
    std::uint32_t wounded = 0;                             ///< Wounded of the day [people].
    std::array<std::uint32_t, event_kind_count> events{};  ///< Events by kind [events].
    std::uint32_t violent_events = 0;  ///< Events of the day; a change of hands is none [events].
    std::uint32_t peacekeeper_attacks = 0;  ///< Of these, on peacekeepers [events].
    std::uint32_t idps_returned = 0;        ///< Came home from inside today [people].
    std::uint32_t refugees_returned = 0;    ///< Came home from abroad today [people].
    std::uint32_t idps = 0;                 ///< Internally displaced at the end [people].
    std::uint32_t refugees = 0;             ///< Refugees at the end, all countries [people].
};

/// An agreement and how long it was kept.
struct AgreementRecord {
    std::string key = {};        ///< Id of the timeline row that began it.
    std::string a = {}, b = {};  ///< Keys of the parties.
    sim::Day begins = {};        ///< First day in force.
    std::uint32_t days = 0;      ///< Days in force within the run [d].
    bool is_in_force = false;    ///< Still in force when the run ended.
};

/// An observer that keeps daily sums, and refugees by place: a few hundred bytes a day.
class RunHistory {
  public:
    /// Days between two measurements of territory, which take longer [d].
    static constexpr std::uint32_t territory_every_days = 7;

    /// \param figures  What the run is to be set beside: territory is measured only in the periods
    ///                 of figures about it.
    /// \pre \p world is on the morning of day 0.
    explicit RunHistory(World const& world, std::span<DocumentedFigure const> figures = {});

    /// Look at a finished day. \pre The day after the last one seen.
    void observe(World const& world);

    [[nodiscard]] sim::Date first_day() const noexcept { return first_day_; }

    /// One record a day since the first; shape (days).
    [[nodiscard]] std::vector<DayRecord> const& days() const noexcept { return days_; }

    /// A period that begins at most this much before the run counts as simulated from day 0: the
    /// fighting of the year 2012 began on 17 January [d].
    static constexpr std::int64_t quiet_days_before = 31;

    /// The days of a period of the calendar, if all of them were simulated.
    [[nodiscard]] std::optional<DayRange> range(sim::Date first, sim::Date last) const noexcept;

    /// The places of other countries, in the order of the map.
    [[nodiscard]] std::vector<PlaceId> const& abroad() const noexcept { return abroad_; }

    /// Refugees at each place of abroad() at the end of a day [people].
    [[nodiscard]] std::span<std::uint32_t const> refugees(sim::Day day) const noexcept;

    /// Who came home on a day, by the country they came from [people]; shape (countries).
    [[nodiscard]] std::span<std::uint32_t const> refugees_returned(sim::Day day) const noexcept;

    /// Internally displaced people in each region at the end of a day [people]; shape (regions).
    [[nodiscard]] std::span<std::uint32_t const> idps(sim::Day day) const noexcept;

    [[nodiscard]] Geography const& map() const noexcept { return *map_; }

    /// Mean area that armed groups control over a period [km2]; nothing if it was not measured.
    [[nodiscard]] std::optional<double> militant_area_km2(DayRange range) const noexcept;

    /// What observers counted.
    [[nodiscard]] ReportHistory const& reports() const noexcept { return reports_; }

    /// The agreements of a world at the end of the run.
    [[nodiscard]] static std::vector<AgreementRecord> agreements(World const& world);

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(before_, returns_before_, days_, refugees_, refugees_returned_, idps_, territory_,
                reports_);
    }

  private:
    struct Territory {
        sim::Day day;
        double km2 = 0.0;

        template <class Archive>
        void serialize(Archive& archive) {
            archive(day, km2);
        }
    };

    /// Whether a figure asks for the territory of today.
    [[nodiscard]] bool is_territory_due(World const& world) const noexcept;

    sim::Date first_day_;
    std::vector<std::pair<sim::Date, sim::Date>> territory_asked_;  // first and last days
    std::shared_ptr<Geography const> map_;
    std::vector<PlaceId> abroad_;
    Totals before_;
    Returns returns_before_;
    std::vector<DayRecord> days_;
    std::vector<std::uint32_t> refugees_;           // shape (days, places abroad)
    std::vector<std::uint32_t> refugees_returned_;  // shape (days, countries)
    std::vector<std::uint32_t> idps_;               // shape (days, regions)
    std::vector<Territory> territory_;
    ReportHistory reports_;
};

}  // namespace models
