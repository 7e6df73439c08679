#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/exchange/dataset_values.hpp
/// The values of a dataset of a result file as texts of a table.

namespace models {

/// One dataset, read whole. Enumerations become their words, days dates, `_FillValue` and
/// not-a-number empty texts; other numbers are the shortest text that reads back the same.
class DatasetValues {
  public:
    /// \throws InputError if the file is damaged or the dataset of a type that is none of ours.
    DatasetValues(sim::ResultReader const& reader, sim::DatasetDescription const& dataset);

    [[nodiscard]] std::size_t size() const noexcept;

    /// A value, last extent fastest. \pre at < size()
    [[nodiscard]] std::string text(std::size_t at) const;

  private:
    [[nodiscard]] std::string whole_text(std::int64_t value) const;
    [[nodiscard]] std::string real_text(double value, std::string shortest) const;

    std::variant<std::vector<std::int64_t>, std::vector<std::uint64_t>, std::vector<float>,
                 std::vector<double>, std::vector<std::string>>
        values_;
    std::map<std::int64_t, std::string> words_;
    std::optional<double> fill_;
    std::optional<sim::Date> day_zero_;  // if values are days since then
};

}  // namespace models
