#include "models/exchange/dataset_axes.hpp"

#include <algorithm>
#include <set>

#include "models/exchange/dataset_values.hpp"

namespace models {

namespace {

using sim::DatasetDescription;

/// All values of a dataset, if there are as many as asked for.
std::vector<std::string> texts_of(sim::ResultReader const& reader,
                                  DatasetDescription const& dataset, std::size_t count) {
    DatasetValues const values{reader, dataset};
    std::vector<std::string> texts;
    if (values.size() != count) return texts;
    texts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) texts.push_back(values.text(i));
    return texts;
}

/// The dataset that holds the values of a dimension of the group, or nothing.
DatasetDescription const* coordinate_of(std::string group, std::string const& dimension,
                                        std::span<DatasetDescription const> all) {
    while (true) {
        if (auto const* found = find_dataset(all, group + dimension)) {
            bool const is_its_own = found->dimensions == std::vector{dimension};
            return is_its_own ? found : nullptr;
        }
        if (group == "/") return nullptr;
        group = group_of(group.substr(0, group.size() - 1));
    }
}

std::vector<std::string> labels_of(sim::ResultReader const& reader, std::string const& group,
                                   std::string const& dimension, std::size_t count,
                                   std::span<DatasetDescription const> all) {
    if (auto const* coordinate = coordinate_of(group, dimension, all)) {
        auto labels = texts_of(reader, *coordinate, count);
        if (labels.size() == count) return labels;
    }
    for (auto const* name : {"key", "name"}) {
        auto const* dataset = find_dataset(all, group + name);
        if (dataset == nullptr || dataset->type != "text" ||
            dataset->dimensions != std::vector{dimension}) {
            continue;
        }
        auto labels = texts_of(reader, *dataset, count);
        std::set<std::string> const different(labels.begin(), labels.end());
        if (labels.size() == count && different.size() == count) return labels;
    }
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(std::to_string(i));
    return numbers;
}

}  // namespace

std::string group_of(std::string const& path) {
    return path.substr(0, path.rfind('/') + 1);
}

DatasetDescription const* find_dataset(std::span<DatasetDescription const> all,
                                       std::string const& path) {
    auto const found = std::ranges::find(all, path, &DatasetDescription::path);
    return found == all.end() ? nullptr : &*found;
}

std::vector<DatasetAxis> dataset_axes(sim::ResultReader const& reader,
                                      DatasetDescription const& dataset,
                                      std::span<DatasetDescription const> all) {
    std::vector<DatasetAxis> axes;
    for (std::size_t i = 0; i < dataset.shape.size(); ++i) {
        auto const& name = dataset.dimensions[i];
        axes.push_back(
            {.name = name.empty() ? "dimension_" + std::to_string(i) : name,
             .labels = labels_of(reader, group_of(dataset.path), name, dataset.shape[i], all)});
    }
    return axes;
}

std::vector<std::string> distinct_names(std::vector<std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const first = names.begin();
        auto const here = first + static_cast<std::ptrdiff_t>(i);
        auto const name = names[i];
        for (int n = 2; std::find(first, here, names[i]) != here; ++n) {
            names[i] = name + "_" + std::to_string(n);
        }
    }
    return names;
}

}  // namespace models
