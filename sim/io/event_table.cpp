#include "sim/io/event_table.hpp"

#include "sim/io/growing_table.hpp"

namespace sim {

std::size_t EventTable::add(std::string const& name, ElementType type,
                            std::vector<Dimension> const& dimensions,
                            Attributes const& attributes) {
    auto const scales = writer_->scales_of(table_->group() + "/" + name, dimensions);
    return table_->add_column(name, type, scales, attributes, {});
}

void EventTable::put_values(std::size_t column, Numbers values) {
    table_->put(column, values);
}

void EventTable::put(EventTextColumn column, std::string const& value) {
    table_->put_text(column.column, value);
}

void EventTable::end_row() {
    table_->end_row();
}

std::size_t EventTable::rows() const noexcept {
    return table_->rows();
}

}  // namespace sim
