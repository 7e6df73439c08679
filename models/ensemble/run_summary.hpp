#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/checkpoint/archive.hpp"
#include "models/observed/acled_codes.hpp"
#include "models/recorders/figure_comparison.hpp"
#include "models/recorders/run_history.hpp"
#include "models/scenario/scenario.hpp"

/// \file models/ensemble/run_summary.hpp
/// What a sweep keeps of one run: a few kilobytes.

namespace models {

inline constexpr std::size_t acled_type_count = acled_event_type_names.size();

/// The country in one month of the calendar.
struct MonthSummary {
    std::array<std::uint32_t, side_count> deaths{};              ///< By side [people].
    std::array<std::uint32_t, event_kind_count> events{};        ///< By kind [events].
    std::array<std::uint32_t, acled_type_count> acled_events{};  ///< As ACLED codes them [events].
    std::array<std::uint32_t, acled_type_count> acled_deaths{};  ///< Of these [people].
    std::vector<std::uint32_t> refugees;  ///< At the end, by country [people]; the first is 0.
    std::uint32_t idps = 0;               ///< At the end [people].
    std::uint32_t agreements = 0;         ///< In force at the end; one for each pair [agreements].

    template <class Archive>
    void serialize(Archive& archive) {
        archive(deaths, events, acled_events, acled_deaths, refugees, idps, agreements);
    }
};

/// What ACLED's coders write of one month, cercle and type of event. Only what is not 0.
struct ReportedCount {
    std::uint16_t month = 0, cercle = 0;
    std::uint8_t type = 0;     ///< AcledEventType.
    std::uint32_t events = 0;  ///< [events]
    std::uint32_t deaths = 0;  ///< [people]

    template <class Archive>
    void serialize(Archive& archive) {
        archive(month, cercle, type, events, deaths);
    }
};

/// What a run gave. Equal runs have equal bytes.
struct RunSummary {
    std::uint32_t days = 0;                          ///< Simulated [d].
    std::array<std::uint32_t, side_count> deaths{};  ///< By side [people].
    std::uint32_t wounded = 0;                       ///< All sides [people].
    std::uint32_t violent_events = 0;                ///< [events]
    std::uint32_t peak_refugees = 0,
                  final_refugees = 0;             ///< Highest at the end of a day, and last.
    std::uint32_t peak_idps = 0, final_idps = 0;  ///< The same [people].
    std::uint32_t agreements = 0;           ///< Begun; one for each pair of parties [agreements].
    std::uint32_t agreements_in_force = 0;  ///< Of these, in force at the end [agreements].
    std::uint32_t agreement_days = 0;       ///< Days for which they were kept, summed [d].
    std::vector<MonthSummary> months;       ///< From the month of the first day.
    std::vector<ReportedCount> reports;     ///< By month, cercle and type.
    std::vector<double> figures;  ///< Simulated, for compared_figures(); NaN: not computed.

    template <class Archive>
    void serialize(Archive& archive) {
        archive(days, deaths, wounded, violent_events, peak_refugees, final_refugees, peak_idps,
                final_idps, agreements, agreements_in_force, agreement_days, months, reports,
                figures);
    }
};

/// Months of the calendar from one day's to another's.
[[nodiscard]] std::uint32_t months_between(sim::Date first, sim::Date later) noexcept;

/// The figures of a scenario that a run is set beside: targets and checks that state a number.
[[nodiscard]] std::vector<DocumentedFigure const*> compared_figures(Scenario const& scenario);

/// An observer that counts what ACLED's coders write, by month, cercle and type.
class ReportCounter {
  public:
    explicit ReportCounter(Scenario const& scenario);

    /// Look at a finished day.
    void observe(World const& world);

    /// Add what was counted. Reports of days after the run are left out, as are those outside of
    /// the country; of those in no cercle only the national counts are kept.
    void put(RunSummary& summary) const;

  private:
    struct Count {
        std::uint32_t events = 0, deaths = 0;
    };

    sim::Date first_day_;
    std::uint32_t last_day_;
    std::size_t months_, cercles_;
    std::vector<std::uint16_t> month_of_;  // by day
    std::vector<Count> counts_;            // shape (months, cercles + 1, types)
};

/// What is kept of a finished run.
/// \param with_figures  Whether to compute the figures.
[[nodiscard]] RunSummary summarise(Scenario const& scenario, RunHistory const& history,
                                   std::vector<AgreementRecord> const& agreements,
                                   ReportCounter const& reports, bool with_figures);

}  // namespace models
