#pragma once

#include <cstdint>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/gp_fit.hpp"
#include "sim/calibration/implausibility.hpp"
#include "sim/calibration/region_sample.hpp"

/// \file sim/calibration/history_matching.hpp
/// Rule out what cannot be, wave by wave, before anything is weighed.
///
/// \see Vernon, Goldstein and Bower (2010), doi:10.1214/10-BA524; Andrianakis et al. (2015),
///      doi:10.1371/journal.pcbi.1003968, for stochastic models.

namespace sim::calibration {

/// How history is matched.
struct HistoryOptions {
    std::uint32_t runs = 100;   ///< Points per wave, >= 2; 10 per parameter are usual (Loeppky,
                                ///< Sacks and Welch 2009, doi:10.1198/TECH.2009.08040).
    std::uint32_t waves = 5;    ///< At most, >= 1.
    double cutoff = 3.0;        ///< Implausibility that rules out, > 0: 3 standard deviations leave
                                ///< out at most 5 % of any unimodal law (Pukelsheim 1994,
                                ///< doi:10.1080/00031305.1994.10476030).
    std::uint32_t ignored = 0;  ///< 0 for the maximum over targets, 1 for the second maximum.
    double settled = 0.9;       ///< Ends when a wave leaves more than this share of what there was.
    Kernel kernel = Kernel::matern52;
    Trend trend = Trend::constant;
    GpFitOptions fit{};
    RegionSampleOptions sample{};
};

/// Why there is nothing more to run.
enum class HistoryEnd : std::uint8_t {
    none,         ///< There is.
    all_waves,    ///< The number of waves is reached.
    settled,      ///< The last wave left nearly all there was.
    nothing_left  ///< Every point is ruled out, as far as was looked: model and targets disagree.
};

/// The whole state; all points are in the unit cube of the priors.
struct HistoryMatching {
    Points wanted;                          ///< Points to run now; empty at the end.
    Points inputs;                          ///< All points run so far ...
    Points outputs;                         ///< ... and what they gave.
    std::vector<HistoryWave> waves;         ///< Emulators of each wave.
    Points sample;                          ///< Points not ruled out, about uniform among these.
    std::vector<double> share;              ///< After each wave: share of the prior not ruled out.
    std::vector<std::uint32_t> accepted;    ///< ... and prior draws not ruled out ...
    std::vector<std::uint32_t> candidates;  ///< ... of so many.
    HistoryEnd end = HistoryEnd::none;
};

/// A first wave, by a spread Latin hypercube. \pre parameters >= 1; options in range
[[nodiscard]] HistoryMatching start_history_matching(Draws draws, std::size_t parameters,
                                                     HistoryOptions const& options);

/// Take the outputs of the wanted points, fit the wave's emulators to all runs that earlier waves
/// do not rule out, and say what is wanted next: points spread among those not ruled out.
///
/// Where fewer than 100 prior draws were accepted, a wave's share is that of the wave before times
/// the share of its sample that is left.
///
/// \param targets  The same in every wave.
/// \param outputs  A row per wanted point; a number that is not finite is a failed run, left out.
/// \post The same for any number of threads.
/// \throws InputError if too few runs of an output succeeded to fit it.
void give_outputs(HistoryMatching& state, Draws draws, std::vector<Target> const& targets,
                  Points const& outputs, HistoryOptions const& options);

}  // namespace sim::calibration
