#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/exchange/text_sink.hpp"
#include "models/exchange/views_frame.hpp"
#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"

/// \file models/exchange/views_writer.hpp
/// Writes deaths by month and place as VIEWS' long tables of draws.

namespace models {

/// Deaths of one draw, which is one run.
struct ViewsDraw {
    std::vector<std::uint64_t> deaths;  ///< Shape (months, units, outcomes) [people].
    std::uint64_t events_outside = 0;   ///< Events of an outcome that the frame does not cover.
    std::uint64_t deaths_outside = 0;   ///< Their deaths [people].
};

/// Sum the deaths of events by month, unit and outcome. An event counts in the month in which it
/// starts; where the unit is the country, wherever it happened.
///
/// \param ucdp   What outcomes ged_* count.
/// \param acled  What outcomes acled_* count; only political violence does.
/// \pre The units of the frame increase.
[[nodiscard]] ViewsDraw count_views(ViewsFrame const& frame, std::span<ViewsOutcome const> outcomes,
                                    std::span<UcdpEvent const> ucdp,
                                    std::span<AcledEvent const> acled);

/// Write the table `month_id,UNIT,draw,OUTCOME...`: a row for every month, unit and draw, in this
/// order, whether anything happened or not. Draws count from 0.
///
/// \pre Every draw was counted with this frame and these outcomes; there is at least one of each.
void write_views(ViewsFrame const& frame, std::span<ViewsOutcome const> outcomes,
                 std::span<ViewsDraw const> draws, TextSink const& sink);

}  // namespace models
