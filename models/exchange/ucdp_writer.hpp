#pragma once

#include <span>

#include "models/exchange/text_sink.hpp"
#include "models/observed/ucdp_event.hpp"

/// \file models/exchange/ucdp_writer.hpp
/// Writes events as UCDP's Georeferenced Event Dataset.

namespace models {

/// Write a table with a header and the 49 columns of UCDP GED in their order, with commas and dates
/// as 2012-01-31. The *_dset_id columns repeat the *_new_id, year is that of date_start, geom_wkt
/// is `POINT (LON LAT)`; a priogrid_gid of 0 is computed. parse_ucdp() reads it back as the same
/// events.
///
/// \pre Texts are UTF-8 without NUL.
void write_ucdp(std::span<UcdpEvent const> events, TextSink const& sink);

}  // namespace models
