#include "models/exchange/wide_table.hpp"

#include <algorithm>

#include "models/exchange/dataset_axes.hpp"
#include "models/exchange/dataset_values.hpp"
#include "sim/base/check.hpp"
#include "sim/config/csv_writer.hpp"

namespace models {

namespace {

using sim::DatasetDescription;

constexpr std::size_t most_columns = 1000;  // that CsvTable reads

/// Some columns of the table: one dataset.
struct Block {
    DatasetValues values;
    std::size_t columns = 1;
};

bool is_direct(DatasetDescription const& dataset, std::string const& group) {
    return group_of(dataset.path) == group && dataset.path != group + "committed";
}

/// Whether it holds the labels of a dimension, which the table has already.
bool is_coordinate(DatasetDescription const& dataset) {
    return dataset.dimensions.size() == 1 &&
           group_of(dataset.path) + dataset.dimensions[0] == dataset.path;
}

/// The dataset whose first dimension the rows have.
DatasetDescription const& row_dataset(sim::ResultReader const& reader, std::string const& group,
                                      std::span<DatasetDescription const> all) {
    DatasetDescription const* first = nullptr;
    for (auto const& dataset : all) {
        if (!is_direct(dataset, group) || dataset.shape.empty()) continue;
        if (dataset.grows) return dataset;
        if (is_coordinate(dataset)) continue;
        sim::require(first == nullptr || first->dimensions[0] == dataset.dimensions[0],
                     reader.path() + ": " + group + " is no table (" +
                         (first == nullptr ? "" : first->path) + " and " + dataset.path +
                         " begin with different dimensions). Name one of its datasets.");
        first = &dataset;
    }
    sim::require(first != nullptr, reader.path() + ": " + group +
                                       " is no table (it holds no columns). Name one of its "
                                       "datasets.");
    return *first;
}

/// `name`, or `name_label` for each place along its further dimensions.
std::vector<std::string> column_names(DatasetDescription const& dataset,
                                      std::vector<DatasetAxis> const& axes) {
    std::vector<std::string> names{dataset.path.substr(dataset.path.rfind('/') + 1)};
    for (std::size_t i = 1; i < axes.size(); ++i) {
        std::vector<std::string> longer;
        for (auto const& name : names) {
            for (auto const& label : axes[i].labels) {
                longer.push_back(name);
                longer.back().append("_").append(label);
            }
        }
        names = std::move(longer);
    }
    return names;
}

void check_width(sim::ResultReader const& reader, DatasetDescription const& dataset,
                 std::size_t columns) {
    std::size_t more = 1;
    for (std::size_t i = 1; i < dataset.shape.size(); ++i) {
        more = std::min(more * std::min(dataset.shape[i], most_columns + 1), most_columns + 1);
    }
    sim::require(columns + more <= most_columns,
                 reader.path() + ": " + group_of(dataset.path) + " as one table has more than " +
                     std::to_string(most_columns) + " columns (" + dataset.path +
                     " is too wide). Name one of its datasets.");
}

}  // namespace

std::vector<std::string> write_wide(sim::ResultReader const& reader, std::string const& group,
                                    std::span<DatasetDescription const> all, TextSink const& sink) {
    auto const& example = row_dataset(reader, group, all);
    auto const& dimension = example.dimensions[0];
    auto const rows = dataset_axes(reader, example, all).front();
    std::vector<std::string> columns{rows.name};
    std::vector<Block> blocks;
    std::vector<std::string> left_out;
    for (auto const& dataset : all) {
        if (!is_direct(dataset, group) || is_coordinate(dataset)) continue;
        bool const fits = !dataset.shape.empty() && dataset.dimensions[0] == dimension &&
                          dataset.shape[0] == rows.labels.size();
        if (!fits) {
            left_out.push_back(dataset.path);
            continue;
        }
        check_width(reader, dataset, columns.size());
        auto const names = column_names(dataset, dataset_axes(reader, dataset, all));
        blocks.push_back({DatasetValues{reader, dataset}, names.size()});
        columns.insert(columns.end(), names.begin(), names.end());
    }
    sim::CsvWriter table{distinct_names(columns)};
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < rows.labels.size(); ++row) {
        texts.assign(1, rows.labels[row]);
        for (auto const& block : blocks) {
            for (std::size_t i = 0; i < block.columns; ++i) {
                texts.push_back(block.values.text(row * block.columns + i));
            }
        }
        table.row(std::vector<sim::CsvCell>{texts.begin(), texts.end()});
        if (table.text().size() >= sink_block) sink(table.take());
    }
    sink(table.take());
    return left_out;
}

}  // namespace models
