#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/world/world.hpp"

/// \file models/recorders/report_history.hpp
/// What observers counted in a run, to be set beside what they published.

namespace models {

/// Days from the first to the last, both included.
struct DayRange {
    sim::Day first, last;

    friend constexpr bool operator==(DayRange, DayRange) = default;
};

/// An observer that keeps the daily counts of others.
///
/// Counts are of events in the simulated country on the days that were reported. All are 0 if the
/// rule reporting is off; is_kept() says so.
class ReportHistory {
  public:
    explicit ReportHistory(sim::Date first_day) : first_day_{first_day} {}

    /// Look at a finished day. \pre The day after the last one seen.
    void observe(World const& world);

    /// Whether observers wrote anything down at all: the rule reporting is on.
    [[nodiscard]] bool is_kept() const noexcept { return is_kept_; }

    /// Deaths, and events, of political violence as ACLED counts them. [people], [events]
    [[nodiscard]] std::uint64_t acled_deaths(DayRange range) const noexcept;
    [[nodiscard]] std::uint64_t acled_events(DayRange range) const noexcept;

    /// Deaths by UCDP's best estimates, of one type of violence or of all three [people]; dyads
    /// that never reached 25 deaths in a year of the run do not count (listed_by_ucdp()).
    [[nodiscard]] std::uint64_t ucdp_deaths(DayRange range,
                                            std::optional<UcdpViolence> violence) const;

    /// Deaths of the headlines, by side [people], and wounded of all sides [people].
    [[nodiscard]] std::array<std::uint64_t, side_count> headline_deaths(
        DayRange range) const noexcept;
    [[nodiscard]] std::uint64_t headline_wounded(DayRange range) const noexcept;

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(is_kept_, acled_, ucdp_, headlines_);
    }

  private:
    struct Count {
        sim::Day day;
        std::uint32_t deaths = 0;

        template <class Archive>
        void serialize(Archive& archive) {
            archive(day, deaths);
        }
    };

    sim::Date first_day_;
    bool is_kept_ = false;
    std::vector<Count> acled_;      // one for each event
    std::vector<UcdpReport> ucdp_;  // in the simulated country
    std::vector<HeadlineReport> headlines_;
};

}  // namespace models
