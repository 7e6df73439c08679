#include "sim/config/csv_table.hpp"

#include <algorithm>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/csv_content.hpp"
#include "sim/config/nearest.hpp"
#include "sim/config/text_file.hpp"

namespace sim {
namespace {

constexpr std::size_t longest_name = 1000;  // of a column [byte]

std::string listed(std::vector<std::string> const& names) {
    std::string list;
    for (auto const& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// In small letters, a to z only.
std::string lowered(std::string_view text) {
    std::string small{text};
    for (auto& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

/// Find each named column in the header, and refuse what is unknown, missing or there twice.
void match_header(CsvContent& content, std::size_t required, CsvDialect const& dialect) {
    auto const& table = content.table;
    auto const place = table.name + ":" + std::to_string(table.lines.front()) + ": column '";
    for (std::size_t i = 0; i < table.columns; ++i) {
        require(table.cell(0, i).size() <= longest_name,
                table.name + ":" + std::to_string(table.lines.front()) + ": the name of column " +
                    std::to_string(i + 1) + " is longer than " + std::to_string(longest_name) +
                    " bytes. Check that it is the right file.");
        auto const header =
            dialect.ignores_case ? lowered(table.cell(0, i)) : std::string{table.cell(0, i)};
        auto const found = std::find(content.names.begin(), content.names.end(), header);
        if (found == content.names.end() && dialect.ignores_unknown_columns) {
            content.ignored.emplace_back(table.cell(0, i));
            continue;
        }
        if (found == content.names.end()) {
            auto const near = nearest(header, content.names);
            throw InputError(place + header + "' (unknown). " +
                             (near ? "Did you mean '" + *near + "'?"
                                   : "Known columns: " + listed(content.names) + "."));
        }
        auto& slot = content.columns[static_cast<std::size_t>(found - content.names.begin())];
        require(!slot.has_value(),
                place + header + "' (there twice). Remove or rename one of them.");
        slot = i;
    }
    for (std::size_t i = 0; i < required; ++i) {
        require(content.columns[i].has_value(),
                place + content.names[i] + "' is missing. Add it to the header and every row.");
    }
}

}  // namespace

CsvColumn CsvContent::find(std::string_view name) const {
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw ContractError("the reader of " + table.name + " did not name the column '" +
                            std::string{name} + "'");
    }
    return {static_cast<std::uint32_t>(found - names.begin())};
}

CsvTable::CsvTable(std::shared_ptr<CsvContent const> content) : content_{std::move(content)} {}

CsvTable CsvTable::load(std::filesystem::path const& path, std::vector<std::string> const& required,
                        std::vector<std::string> const& optional, CsvDialect const& dialect) {
    return parse(read_text_file(path, largest_csv), path.string(), required, optional, dialect);
}

CsvTable CsvTable::parse(std::string text, std::string name,
                         std::vector<std::string> const& required,
                         std::vector<std::string> const& optional, CsvDialect const& dialect) {
    if (text.size() > largest_csv) {
        throw InputError(name + ": the text is larger than 256 MiB (the limit). Split the table.");
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    check_text(text, name);
    auto content = std::make_shared<CsvContent>();
    content->table = scan_csv(std::move(text), std::move(name), dialect);
    content->names = required;
    content->names.insert(content->names.end(), optional.begin(), optional.end());
    content->columns.resize(content->names.size());
    match_header(*content, required.size(), dialect);
    return CsvTable{std::move(content)};
}

CsvColumn CsvTable::column(std::string_view name) const {
    return content_->find(name);
}

bool CsvTable::has(std::string_view name) const {
    return content_->columns[content_->find(name).index].has_value();
}

std::vector<std::string> const& CsvTable::ignored_columns() const noexcept {
    return content_->ignored;
}

std::size_t CsvTable::size() const noexcept {
    return content_->table.lines.size() - 1;
}

std::vector<CsvRow> CsvTable::rows() const& {
    std::vector<CsvRow> rows;
    rows.reserve(size());
    for (std::size_t i = 1; i <= size(); ++i) {
        rows.push_back(CsvRow{content_.get(), static_cast<std::uint32_t>(i)});
    }
    return rows;
}

std::string const& CsvTable::name() const noexcept {
    return content_->table.name;
}

}  // namespace sim
