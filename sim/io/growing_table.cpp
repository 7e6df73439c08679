#include "sim/io/growing_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/utf8.hpp"

namespace sim {
namespace {

/// Rows of a chunk: the most that divide a block and keep the chunk small.
std::size_t rows_per_chunk(std::size_t rows_per_block, std::size_t row_bytes) {
    constexpr std::size_t most_bytes = std::size_t{512} * 1024;
    for (std::size_t rows = rows_per_block; rows > 1; --rows) {
        if (rows_per_block % rows == 0 && rows * row_bytes <= most_bytes) return rows;
    }
    return 1;
}

hdf5::Shape chunk_of(hdf5::Shape const& row_shape, ElementType type, std::size_t rows_per_block) {
    auto const row_bytes =
        std::accumulate(row_shape.begin(), row_shape.end(), size_of(type), std::multiplies<>{});
    auto chunk = row_shape.empty() ? hdf5::Shape{} : hdf5::choose_chunk(row_shape, size_of(type));
    chunk.insert(chunk.begin(), rows_per_chunk(rows_per_block, row_bytes));
    return chunk;
}

}  // namespace

GrowingTable::GrowingTable(hdf5::Output& output, std::string group, std::size_t rows_per_block)
    : output_(&output), group_(std::move(group)), rows_per_block_(rows_per_block) {
    SIM_EXPECTS(rows_per_block_ >= 1);
}

hdf5::DatasetId GrowingTable::set_dimension(std::string const& name, bool has_values,
                                            Attributes const& attributes) {
    auto const path = group_ + "/" + name;
    dimension_has_values_ = has_values;
    hdf5::Layout layout{.shape = {0}, .grows = true, .is_dimension = !has_values};
    layout.storage.chunk = {rows_per_block_};
    auto const type = has_values ? ElementType::int32 : ElementType::float32;
    dimension_ = output_->create(path, type, layout, attributes);
    output_->make_scale(dimension_, has_values ? "" : hdf5::dimension_label(0));
    if (has_values) columns_.push_back({dimension_, type, 1, {}, {}, 0});
    committed_ =
        output_->create(group_ + "/" + committed_name, ElementType::int32, {},
                        {.units = "1", .long_name = "number of complete entries along " + name});
    std::array<std::int32_t, 1> const none{0};
    output_->write(committed_, none.data());
    return dimension_;
}

std::size_t GrowingTable::add_column(std::string const& name, ElementType type,
                                     std::span<hdf5::DatasetId const> scales,
                                     Attributes const& attributes, Storage storage) {
    SIM_EXPECTS(rows_ == 0);
    hdf5::Shape row_shape;
    for (auto const scale : scales) row_shape.push_back(output_->shape_of(scale).front());
    if (storage.chunk.empty()) storage.chunk = chunk_of(row_shape, type, rows_per_block_);
    SIM_EXPECTS(rows_per_block_ % storage.chunk.front() == 0);

    hdf5::Layout layout{.shape = {0}, .grows = true, .storage = std::move(storage)};
    layout.shape.insert(layout.shape.end(), row_shape.begin(), row_shape.end());
    auto const dataset = output_->create(group_ + "/" + name, type, layout, attributes);
    output_->attach(dataset, dimension_, 0);
    for (unsigned axis = 0; axis < scales.size(); ++axis) {
        output_->attach(dataset, scales[axis], axis + 1);
    }
    auto const elements =
        std::accumulate(row_shape.begin(), row_shape.end(), std::size_t{1}, std::multiplies<>{});
    columns_.push_back({dataset, type, elements, {}, {}, 0});
    return columns_.size() - 1;
}

void GrowingTable::put(std::size_t column, Numbers values) {
    auto& target = columns_.at(column);
    SIM_EXPECTS(values.type() == target.type && values.size() == target.elements_per_row);
    SIM_EXPECTS(target.filled_rows == rows_ - written_rows_);
    auto const bytes = values.bytes();
    target.bytes.insert(target.bytes.end(), bytes.begin(), bytes.end());
    ++target.filled_rows;
}

void GrowingTable::put_text(std::size_t column, std::string const& value) {
    auto& target = columns_.at(column);
    SIM_EXPECTS(target.type == ElementType::text && target.elements_per_row == 1);
    SIM_EXPECTS(target.filled_rows == rows_ - written_rows_);
    target.texts.push_back(valid_utf8(value));
    ++target.filled_rows;
}

void GrowingTable::end_row() {
    auto const buffered = rows_ - written_rows_ + 1;
    SIM_EXPECTS(std::ranges::all_of(
        columns_, [&](Column const& column) { return column.filled_rows == buffered; }));
    SIM_EXPECTS(rows_ < std::numeric_limits<std::int32_t>::max());
    ++rows_;
    if (rows_ % rows_per_block_ == 0) {
        write_rows();
        output_->flush();
        write_committed();
        output_->flush();
    }
}

namespace {

// All numbers of a dataset as bytes, in the type in which they are stored.
std::vector<std::byte> bytes_of(ResultReader const& reader, std::string const& path,
                                ElementType type) {
    auto const as = [&]<class T>(T) {
        auto const values = reader.read<T>(path);
        auto const bytes = std::as_bytes(std::span{values});
        return std::vector<std::byte>{bytes.begin(), bytes.end()};
    };
    switch (type) {
        case ElementType::int8:
            return as(std::int8_t{});
        case ElementType::uint8:
            return as(std::uint8_t{});
        case ElementType::int16:
            return as(std::int16_t{});
        case ElementType::uint16:
            return as(std::uint16_t{});
        case ElementType::int32:
            return as(std::int32_t{});
        case ElementType::uint32:
            return as(std::uint32_t{});
        case ElementType::int64:
            return as(std::int64_t{});
        case ElementType::uint64:
            return as(std::uint64_t{});
        case ElementType::float32:
            return as(float{});
        case ElementType::float64:
            return as(double{});
        case ElementType::text:
            break;
    }
    return {};
}

}  // namespace

void GrowingTable::take_rows(ResultReader const& earlier, std::size_t rows) {
    struct Taken {
        std::vector<std::byte> bytes;
        std::vector<std::string> texts;
    };
    std::vector<Taken> taken;
    for (auto const& column : columns_) {
        auto const& path = output_->path_of(column.dataset);
        bool const is_text = column.type == ElementType::text;
        taken.push_back(is_text ? Taken{{}, earlier.read_text(path)}
                                : Taken{bytes_of(earlier, path, column.type), {}});
        auto const has = is_text ? taken.back().texts.size() : taken.back().bytes.size();
        auto const needs = is_text ? rows : rows * column.elements_per_row * size_of(column.type);
        require(has == needs, earlier.path() + ": " + path + " has not as many rows as " + group_ +
                                  "/" + committed_name + " says. The file is damaged.");
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto& column = columns_[i];
            if (column.type == ElementType::text) {
                column.texts.push_back(taken[i].texts[row]);
            } else {
                auto const size =
                    static_cast<std::ptrdiff_t>(column.elements_per_row * size_of(column.type));
                auto const first = taken[i].bytes.begin() + static_cast<std::ptrdiff_t>(row) * size;
                column.bytes.insert(column.bytes.end(), first, first + size);
            }
            ++column.filled_rows;
        }
        end_row();
    }
}

void GrowingTable::write_rows() {
    auto const rows = rows_ - written_rows_;
    SIM_EXPECTS(std::ranges::all_of(
        columns_, [&](Column const& column) { return column.filled_rows == rows; }));
    if (rows == 0) return;
    if (!dimension_has_values_) output_->extend(dimension_, rows_);
    for (auto& column : columns_) write_column(column, rows);
    written_rows_ = rows_;
}

void GrowingTable::write_column(Column& column, std::size_t rows) {
    output_->extend(column.dataset, rows_);
    if (column.type == ElementType::text) {
        std::vector<char const*> texts;
        std::ranges::transform(column.texts, std::back_inserter(texts),
                               [](std::string const& text) { return text.c_str(); });
        output_->write_rows(column.dataset, written_rows_, rows, texts.data());
    } else {
        output_->write_rows(column.dataset, written_rows_, rows, column.bytes.data());
    }
    column.bytes.clear();
    column.texts.clear();
    column.filled_rows = 0;
}

void GrowingTable::write_committed() {
    if (committed_rows_ == written_rows_) return;
    std::array<std::int32_t, 1> const rows{static_cast<std::int32_t>(written_rows_)};
    output_->write(committed_, rows.data());
    committed_rows_ = written_rows_;
}

}  // namespace sim
