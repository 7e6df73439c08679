#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/kinds.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/ids.hpp"
#include "sim/io/attributes.hpp"
#include "sim/io/result_writer.hpp"
#include "sim/io/time_series.hpp"

/// \file models/recorders/recording.hpp
/// What the recorders share: when a step is due, and how rows and words stand in a file.

namespace models {

/// Stands for "none" in columns of rows.
inline constexpr int no_value = -1;

/// The days that a run covers.
struct Period {
    sim::Date first_day;  ///< Date of day 0.
    sim::Day last;        ///< The last day that will be simulated.
};

/// Whether a step every so many days is due: on day 0, and on the last day too, so that what is
/// counted between steps is complete. Never if \p every_days is 0.
[[nodiscard]] bool is_due(sim::Day today, std::uint32_t every_days, sim::Day last) noexcept;

/// Row number as a file holds it. \pre The row fits, or is sim::no_row.
template <class Value, class Tag>
[[nodiscard]] constexpr Value row_value(sim::Id<Tag> id) noexcept {
    return id.row == sim::no_row ? static_cast<Value>(no_value) : static_cast<Value>(id.row);
}

/// The axis of a series whose values stand for the end of the day.
[[nodiscard]] sim::TimeAxis end_of_day(Period const& period);

/// Units of a column of days.
[[nodiscard]] std::string day_units(Period const& period);

/// Attributes of a column of days.
[[nodiscard]] sim::Attributes day_attributes(Period const& period, std::string long_name);

/// Attributes of a number of people, events or other things.
[[nodiscard]] sim::Attributes count_attributes(std::string long_name);

/// Attributes of a column of rows or codes that may be missing.
[[nodiscard]] sim::Attributes code_attributes(std::string long_name,
                                              std::vector<sim::Flag> flags = {});

/// Number of a community as a file holds it; no_value for none.
[[nodiscard]] std::int8_t community_value(std::optional<Community> community) noexcept;

/// A name as one word that CF allows among flag meanings: other characters become `_`.
[[nodiscard]] std::string flag_word(std::string_view name);

/// Flags 0, 1, 2, ... for the words of a vocabulary.
[[nodiscard]] std::vector<sim::Flag> flags_of(std::span<std::string_view const> words);

/// Flags 0, 1, 2, ... for names; equal words get their number appended.
[[nodiscard]] std::vector<sim::Flag> flags_of(std::span<std::string const> names);

/// A dimension whose values are the numbers of a vocabulary, with the words as flags.
[[nodiscard]] sim::Dimension vocabulary(sim::ResultWriter& writer, std::string const& path,
                                        std::vector<sim::Flag> const& flags,
                                        std::string const& long_name);

}  // namespace models
