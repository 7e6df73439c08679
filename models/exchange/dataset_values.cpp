#include "models/exchange/dataset_values.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "sim/io/days_since.hpp"
#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace models {

namespace {

/// The shortest text that reads back as the same number of 32 bits.
std::string shortest_text(float value) {
    std::array<char, 32> text{};
    auto const [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value);
    SIM_EXPECTS(failure == std::errc{});
    return {text.data(), end};
}

/// Days that a date of four digits can be from 1970; others stay numbers.
bool has_date(std::int64_t days) noexcept {
    constexpr std::int64_t most = 2'900'000;  // the year 9909
    constexpr std::int64_t least = -719'000;  // the year 1
    return days >= least && days <= most;
}

}  // namespace

DatasetValues::DatasetValues(sim::ResultReader const& reader,
                             sim::DatasetDescription const& dataset)
    : fill_{reader.fill_value(dataset.path)}, day_zero_{sim::days_since(dataset.units)} {
    auto const& type = dataset.type;
    sim::require(type != "other",
                 reader.path() + ": " + dataset.path +
                     " is of a type that azalai does not write. Name another dataset.");
    for (auto const& flag : reader.flags(dataset.path)) words_.emplace(flag.value, flag.meaning);
    if (type == "text") {
        values_ = reader.read_text(dataset.path);
    } else if (type == "float32") {
        values_ = reader.read<float>(dataset.path);
    } else if (type == "float64") {
        values_ = reader.read<double>(dataset.path);
    } else if (type == "uint64") {
        values_ = reader.read<std::uint64_t>(dataset.path);
    } else {
        values_ = reader.read<std::int64_t>(dataset.path);
    }
}

std::size_t DatasetValues::size() const noexcept {
    return std::visit([](auto const& values) { return values.size(); }, values_);
}

std::string DatasetValues::text(std::size_t at) const {
    SIM_EXPECTS(at < size());
    if (auto const* whole = std::get_if<std::vector<std::int64_t>>(&values_)) {
        return whole_text((*whole)[at]);
    }
    if (auto const* whole = std::get_if<std::vector<std::uint64_t>>(&values_)) {
        return std::to_string((*whole)[at]);
    }
    if (auto const* real = std::get_if<std::vector<float>>(&values_)) {
        return real_text((*real)[at], shortest_text((*real)[at]));
    }
    if (auto const* real = std::get_if<std::vector<double>>(&values_)) {
        return real_text((*real)[at], sim::shortest_text((*real)[at]));
    }
    return std::get<std::vector<std::string>>(values_)[at];
}

std::string DatasetValues::whole_text(std::int64_t value) const {
    if (fill_ && static_cast<double>(value) == *fill_) return "";
    if (auto const word = words_.find(value); word != words_.end()) return word->second;
    if (day_zero_ && has_date(value) && has_date(value + sim::days_between({}, *day_zero_))) {
        return sim::to_string(*day_zero_ + std::chrono::days{value});
    }
    return std::to_string(value);
}

std::string DatasetValues::real_text(double value, std::string shortest) const {
    if (std::isnan(value) || (fill_ && value == *fill_)) return "";
    return shortest;
}

}  // namespace models
