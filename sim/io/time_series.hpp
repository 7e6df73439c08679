#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/io/result_writer.hpp"

/// \file sim/io/time_series.hpp
/// Variables along time, appended one step at a time.

namespace sim {

/// A variable of one TimeSeries whose elements are `T`.
template <Number T>
struct SeriesVariable {
    std::size_t column = 0;
};

/// A group of variables that share a growing `time`. Made by ResultWriter::time_series; a light
/// handle that is valid as long as the writer.
///
///     series.begin_step(day);
///     series.put(deaths, values);  // each variable once
///     series.end_step();
class TimeSeries {
  public:
    /// Define a variable along time and \p dimensions. \pre No step was begun.
    ///
    /// The first extent of a given chunk must divide the steps of a block.
    template <Number T>
    [[nodiscard]] SeriesVariable<T> variable(std::string const& name,
                                             std::vector<Dimension> const& dimensions,
                                             Attributes const& attributes,
                                             Storage const& storage = {}) {
        return {add(name, element_type<T>(), dimensions, attributes, storage)};
    }

    /// Begin the step of a day. \pre Later than the step before.
    void begin_step(std::int32_t day);

    /// Values of a variable in this step. \pre As many as the product of its dimensions.
    template <Number T>
    void put(SeriesVariable<T> variable, std::span<std::type_identity_t<T> const> values) {
        put_values(variable.column, Numbers{values});
    }

    /// Value of a variable without other dimensions.
    template <Number T>
    void put(SeriesVariable<T> variable, std::type_identity_t<T> value) {
        put_values(variable.column, Numbers{std::span<T const>{&value, 1}});
    }

    /// Finish the step. \pre Every variable has its values.
    void end_step();

    /// Steps that were finished.
    [[nodiscard]] std::size_t steps() const noexcept;

  private:
    friend class ResultWriter;
    TimeSeries(ResultWriter& writer, GrowingTable& table) : writer_(&writer), table_(&table) {}

    std::size_t add(std::string const& name, ElementType type,
                    std::vector<Dimension> const& dimensions, Attributes const& attributes,
                    Storage const& storage);
    void put_values(std::size_t column, Numbers values);

    ResultWriter* writer_;
    GrowingTable* table_;
    std::int32_t last_day_ = -1;
};

}  // namespace sim
