#include "sim/io/time_series.hpp"

#include "sim/base/check.hpp"
#include "sim/io/growing_table.hpp"

namespace sim {

std::size_t TimeSeries::add(std::string const& name, ElementType type,
                            std::vector<Dimension> const& dimensions, Attributes const& attributes,
                            Storage const& storage) {
    auto const scales = writer_->scales_of(table_->group() + "/" + name, dimensions);
    return table_->add_column(name, type, scales, attributes, storage);
}

void TimeSeries::begin_step(std::int32_t day) {
    SIM_EXPECTS(day > last_day_);
    table_->put(0, Numbers{std::span<std::int32_t const>{&day, 1}});
    last_day_ = day;
}

void TimeSeries::put_values(std::size_t column, Numbers values) {
    table_->put(column, values);
}

void TimeSeries::end_step() {
    table_->end_row();
}

std::size_t TimeSeries::steps() const noexcept {
    return table_->rows();
}

}  // namespace sim
