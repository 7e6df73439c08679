#include "sim/io/result_reader.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/io/days_since.hpp"
#include "sim/io/growing_table.hpp"
#include "sim/io/hdf5_input.hpp"

namespace sim {
namespace {

/// Whether every value of `stored` is exact as a `wanted`.
bool holds(ElementType wanted, ElementType stored) noexcept {
    if (wanted == stored) return true;
    auto const kind = [](ElementType type) { return name_of(type).front(); };  // i, u, f or t
    bool const is_wider = size_of(wanted) > size_of(stored);
    if (kind(wanted) == 't' || kind(stored) == 't') return false;
    if (kind(stored) == kind(wanted)) return is_wider;
    return kind(wanted) != 'u' && kind(stored) != 'f' && is_wider;
}

}  // namespace

struct ResultReader::State {
    hdf5::Input input;
    FileIdentity identity;
};

ResultReader::ResultReader(std::filesystem::path const& path, FileIdentity const& expected)
    : state_(std::make_unique<State>(State{hdf5::Input(path.string()), {}})) {
    auto const& input = state_->input;
    auto const type = input.text_attribute("/", "file_type").value_or("");
    auto const version = input.integer_attribute("/", "format_version");
    auto const described = type.empty() ? "its type is not stated" : "its type is '" + type + "'";
    require(type == expected.type && version.size() == 2, input.path() + ": is not of type '" +
                                                              expected.type + "' (" + described +
                                                              "). Name a file of that type.");
    state_->identity = {type, version[0], version[1]};
    require(version[0] <= expected.major,
            input.path() + ": was written by a newer program (its format is " +
                std::to_string(version[0]) + "." + std::to_string(version[1]) +
                ", this program reads up to " + std::to_string(expected.major) +
                ".x). Update this program.");
}

ResultReader::~ResultReader() = default;
ResultReader::ResultReader(ResultReader&&) noexcept = default;
ResultReader& ResultReader::operator=(ResultReader&&) noexcept = default;

std::string ResultReader::path() const {
    return state_->input.path();
}

FileIdentity const& ResultReader::identity() const noexcept {
    return state_->identity;
}

bool ResultReader::is_complete() const {
    auto const complete = state_->input.integer_attribute("/", "complete");
    return !complete.empty() && complete.front() == 1;
}

std::vector<DatasetDescription> ResultReader::datasets() const {
    std::vector<DatasetDescription> result;
    for (auto const& name : state_->input.datasets()) {
        if (state_->input.is_bare_dimension(name)) continue;
        auto const type = state_->input.type_of(name);
        result.push_back({.path = name,
                          .type = std::string(type ? name_of(*type) : "other"),
                          .shape = shape(name),
                          .dimensions = state_->input.dimensions_of(name),
                          .units = attribute(name, "units"),
                          .long_name = attribute(name, "long_name"),
                          .grows = state_->input.extent_of(name).grows});
    }
    return result;
}

bool ResultReader::contains(std::string const& path) const {
    return state_->input.contains(path);
}

std::vector<std::size_t> ResultReader::shape(std::string const& path) const {
    auto const& input = state_->input;
    auto extent = input.extent_of(path);
    auto const marker = path.substr(0, path.rfind('/') + 1) + committed_name;
    if (!extent.grows || !input.contains(marker)) return extent.shape;
    if (!input.extent_of(marker).shape.empty()) input.damaged(marker);
    std::int64_t rows = 0;
    input.read(marker, ElementType::int64, {}, &rows);
    if (rows < 0 || static_cast<std::uint64_t>(rows) > extent.shape.front()) input.damaged(marker);
    extent.shape.front() = static_cast<std::size_t>(rows);
    return extent.shape;
}

std::size_t ResultReader::count(std::string const& path, ElementType type) const {
    auto const stored = state_->input.type_of(path);
    require(stored && holds(type, *stored),
            this->path() + ": " + path + " is " + std::string(stored ? name_of(*stored) : "other") +
                " (expected " + std::string(name_of(type)) + "). Name a file of this version.");
    return state_->input.plausible_count(path, shape(path));
}

void ResultReader::read_numbers(std::string const& path, ElementType type, void* values) const {
    state_->input.read(path, type, shape(path), values);
}

std::vector<std::string> ResultReader::read_text(std::string const& path) const {
    require(state_->input.type_of(path) == ElementType::text,
            this->path() + ": " + path + " is not text. Name a file of this version.");
    return state_->input.read_text(path, shape(path));
}

std::string ResultReader::attribute(std::string const& path, std::string const& name) const {
    return state_->input.text_attribute(path, name).value_or("");
}

Date ResultReader::first_day(std::string const& path) const {
    auto const units = attribute(path, "units");
    auto const date = days_since(units);
    require(date.has_value(), this->path() + ": " + path + " has the unit '" + units +
                                  "' (expected days since a date). Name a file of this version.");
    return *date;
}

std::vector<Flag> ResultReader::flags(std::string const& path) const {
    auto const values = state_->input.integer_attribute(path, "flag_values");
    std::istringstream meanings{attribute(path, "flag_meanings")};
    std::vector<Flag> flags;
    for (std::string word; meanings >> word;) {
        if (flags.size() == values.size()) state_->input.damaged(path + "@flag_meanings");
        flags.push_back({.value = values[flags.size()], .meaning = word});
    }
    if (flags.size() != values.size()) state_->input.damaged(path + "@flag_values");
    return flags;
}

std::optional<double> ResultReader::fill_value(std::string const& path) const {
    return state_->input.number_attribute(path, "_FillValue");
}

}  // namespace sim
