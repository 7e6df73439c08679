#include "models/exchange/dataset_writer.hpp"

#include <algorithm>

#include "models/exchange/dataset_axes.hpp"
#include "models/exchange/dataset_values.hpp"
#include "models/exchange/wide_table.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_writer.hpp"
#include "sim/config/nearest.hpp"

namespace models {

namespace {

using sim::DatasetDescription;

std::string last_name(std::string const& path) {
    return path.substr(path.rfind('/') + 1);
}

[[noreturn]] void has_no(sim::ResultReader const& reader, std::string const& path,
                         std::span<DatasetDescription const> all) {
    std::vector<std::string> known;
    for (auto const& dataset : all) known.push_back(dataset.path);
    auto const near = sim::nearest(path, known);
    throw sim::InputError(
        reader.path() + ": has no dataset or group " + path + ". " +
        (near ? "Did you mean " + *near + "?" : "`azalai info` lists what it has."));
}

/// Step to the next place, the last axis fastest.
void advance(std::vector<std::size_t>& place, std::vector<DatasetAxis> const& axes) {
    for (auto i = axes.size(); i-- > 0;) {
        if (++place[i] < axes[i].labels.size()) return;
        place[i] = 0;
    }
}

void write_long(sim::ResultReader const& reader, DatasetDescription const& dataset,
                std::span<DatasetDescription const> all, TextSink const& sink) {
    auto axes = dataset_axes(reader, dataset, all);
    bool const is_coordinate = axes.size() == 1 && axes[0].name == last_name(dataset.path);
    if (is_coordinate) axes.clear();  // its values are its labels
    std::vector<std::string> columns;
    for (auto const& axis : axes) columns.push_back(axis.name);
    columns.push_back(last_name(dataset.path));
    sim::CsvWriter table{distinct_names(columns)};
    DatasetValues const values{reader, dataset};
    std::vector<std::size_t> place(axes.size(), 0);
    std::vector<sim::CsvCell> cells;
    for (std::size_t i = 0; i < values.size(); ++i) {
        cells.clear();
        for (std::size_t k = 0; k < axes.size(); ++k) cells.emplace_back(axes[k].labels[place[k]]);
        auto const value = values.text(i);
        cells.emplace_back(value);
        table.row(cells);
        advance(place, axes);
        if (table.text().size() >= sink_block) sink(table.take());
    }
    sink(table.take());
}

}  // namespace

std::vector<std::string> write_dataset(sim::ResultReader const& reader, std::string const& path,
                                       TextSink const& sink) {
    auto const all = reader.datasets();
    if (auto const* dataset = find_dataset(all, path)) {
        write_long(reader, *dataset, all, sink);
        return {};
    }
    auto const group = path.ends_with('/') ? path : path + "/";
    bool const is_group = std::ranges::any_of(
        all, [&](auto const& dataset) { return group_of(dataset.path) == group; });
    if (!is_group) has_no(reader, path, all);
    return write_wide(reader, group, all, sink);
}

}  // namespace models
