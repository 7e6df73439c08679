#include "sim/io/result_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/io/event_table.hpp"
#include "sim/io/growing_table.hpp"
#include "sim/io/hdf5_output.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/seal.hpp"
#include "sim/io/time_series.hpp"
#include "sim/io/utf8.hpp"

namespace sim {

struct ResultWriter::State {
    State(std::filesystem::path path, Overwrite overwrite)
        : file(std::move(path), overwrite), output(file.part().string()) {}

    PartFile file;  // outlives output: HDF5 closes before the .part goes
    hdf5::Output output;
    std::deque<GrowingTable> tables;  // their addresses stay
    bool is_closed = false;
};

ResultWriter::ResultWriter(std::filesystem::path path, Overwrite overwrite,
                           FileIdentity const& identity, FileDescription const& description)
    : state_(std::make_unique<State>(std::move(path), overwrite)) {
    write_identity(identity, description);
}

ResultWriter::~ResultWriter() {
    if (state_->output.has_failed()) abandon();
}

void ResultWriter::write_identity(FileIdentity const& identity,
                                  FileDescription const& description) {
    auto const text = [this](char const* name, std::string const& value) {
        if (!value.empty()) set_attribute("/", name, value);
    };
    text("Conventions", "CF-1.8");
    text("title", description.title);
    text("institution", description.institution);
    text("source", description.source);
    text("history", description.history);
    text("comment", description.comment);
    text("file_type", identity.type);
    std::array<std::int32_t, 2> const version{identity.major, identity.minor};
    state_->output.set_attribute("/", "format_version", version);
    std::array<std::int32_t, 1> const not_yet{0};
    state_->output.set_attribute("/", "complete", not_yet);
}

std::vector<hdf5::DatasetId> ResultWriter::scales_of(
    std::string const& path, std::vector<Dimension> const& dimensions) const {
    std::vector<hdf5::DatasetId> scales;
    for (auto const dimension : dimensions) {
        scales.push_back({dimension.row});
        auto const& scale = state_->output.path_of(scales.back());
        SIM_EXPECTS(path.starts_with(scale.substr(0, scale.rfind('/') + 1)));
    }
    return scales;
}

Dimension ResultWriter::dimension(std::string const& path, std::size_t size) {
    SIM_EXPECTS(size >= 1);
    hdf5::Layout const layout{.shape = {size}, .is_dimension = true};
    auto const scale = state_->output.create(path, ElementType::float32, layout, {});
    state_->output.make_scale(scale, hdf5::dimension_label(size));
    return {scale.row};
}

Dimension ResultWriter::coordinate(std::string const& path, Numbers values,
                                   Attributes const& attributes) {
    SIM_EXPECTS(values.size() >= 1);
    auto const scale =
        state_->output.create(path, values.type(), {.shape = {values.size()}}, attributes);
    state_->output.make_scale(scale, "");
    state_->output.write(scale, values.bytes().data());
    return {scale.row};
}

void ResultWriter::write_values(std::string const& path, std::vector<Dimension> const& dimensions,
                                ElementType type, std::size_t count, void const* values,
                                Attributes const& attributes, Storage const& storage) {
    auto const scales = scales_of(path, dimensions);
    hdf5::Layout layout{.storage = storage};
    for (auto const scale : scales) {
        layout.shape.push_back(state_->output.shape_of(scale).front());
    }
    SIM_EXPECTS(count == std::accumulate(layout.shape.begin(), layout.shape.end(), std::size_t{1},
                                         std::multiplies<>{}));
    auto const dataset = state_->output.create(path, type, layout, attributes);
    for (unsigned axis = 0; axis < scales.size(); ++axis) {
        state_->output.attach(dataset, scales[axis], axis);
    }
    state_->output.write(dataset, values);
}

void ResultWriter::write(std::string const& path, std::vector<Dimension> const& dimensions,
                         Numbers values, Attributes const& attributes, Storage const& storage) {
    write_values(path, dimensions, values.type(), values.size(), values.bytes().data(), attributes,
                 storage);
}

void ResultWriter::write_text(std::string const& path, std::vector<Dimension> const& dimensions,
                              std::span<std::string const> values, Attributes const& attributes) {
    std::vector<std::string> texts;
    std::ranges::transform(values, std::back_inserter(texts), valid_utf8);
    std::vector<char const*> pointers;
    std::ranges::transform(texts, std::back_inserter(pointers),
                           [](std::string const& text) { return text.c_str(); });
    write_values(path, dimensions, ElementType::text, values.size(), pointers.data(), attributes,
                 {});
}

void ResultWriter::write_text(std::string const& path, std::string const& value,
                              Attributes const& attributes) {
    write_text(path, {}, {&value, 1}, attributes);
}

void ResultWriter::set_attribute(std::string const& path, std::string const& name,
                                 std::string const& value) {
    state_->output.set_attribute(path, name, value);
}

TimeSeries ResultWriter::time_series(std::string const& group, TimeAxis const& axis,
                                     std::size_t steps_per_block) {
    auto& table = state_->tables.emplace_back(state_->output, group, steps_per_block);
    table.set_dimension("time", true,
                        {.units = "days since " + to_string(axis.start) + " 00:00:00",
                         .long_name = axis.long_name,
                         .standard_name = "time",
                         .more = {{"calendar", "proleptic_gregorian"}, {"axis", "T"}}});
    return {*this, table};
}

EventTable ResultWriter::event_table(std::string const& group, std::string const& dimension,
                                     std::size_t rows_per_block) {
    auto& table = state_->tables.emplace_back(state_->output, group, rows_per_block);
    table.set_dimension(dimension, false, {});
    return {*this, table};
}

void ResultWriter::flush() {
    SIM_EXPECTS(!state_->is_closed);
    for (auto& table : state_->tables) table.write_rows();
    state_->output.flush();
    for (auto& table : state_->tables) table.write_committed();
    state_->output.flush();
}

void ResultWriter::take_rows(ResultReader const& earlier) {
    for (auto& table : state_->tables) {
        auto const rows = earlier.read<std::int32_t>(table.group() + "/" + committed_name);
        require(rows.size() == 1 && rows.front() >= 0,
                earlier.path() + ": " + table.group() + " does not say how many rows it has.");
        table.take_rows(earlier, static_cast<std::size_t>(rows.front()));
    }
}

void ResultWriter::close() {
    flush();
    state_->output.close();
    state_->is_closed = true;
}

void ResultWriter::commit() {
    std::array<std::int32_t, 1> const yes{1};
    flush();
    state_->output.set_attribute("/", "complete", yes);
    close();
    seal(state_->file.part());
    state_->file.publish();
}

void ResultWriter::keep_partial() {
    close();
    state_->file.keep();
}

void ResultWriter::abandon() noexcept {
    if (!state_->is_closed) state_->output.give_up();
    state_->is_closed = true;
    state_->file.discard();
}

std::filesystem::path const& ResultWriter::part() const noexcept {
    return state_->file.part();
}

}  // namespace sim
