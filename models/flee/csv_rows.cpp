#include "models/flee/csv_rows.hpp"

#include <charconv>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"

namespace models::flee {

namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;  // bytes

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
std::optional<Number> parse(std::string_view text) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Takes cells off the front of a text.
class Scanner {
  public:
    Scanner(std::string_view text, std::string const& name)
        : text_(text), file_(std::make_shared<std::string const>(name)) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{file_, line_};
            do row.cells.push_back(cell());
            while (take(','));
            take('\r');
            if (take('\n')) ++line_;
            if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    bool take(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    // A carriage return is a blank, so that a row may end in one.
    std::string cell() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
        if (take('"')) return quoted_cell();
        auto const end = std::min(text_.find_first_of(",\n", at_), text_.size());
        auto const content = trimmed(text_.substr(at_, end - at_));
        at_ = end;
        return std::string{content};
    }

    std::string quoted_cell() {
        auto const first_line = line_;
        std::string content;
        while (true) {
            if (at_ >= text_.size()) refuse(first_line, "a quote that is never closed");
            char const c = text_[at_++];
            if (c == '"' && !take('"')) break;
            if (c == '\n') ++line_;
            content += c;
        }
        while (take(' ') || take('\t') || take('\r')) continue;
        if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
            refuse(line_, "text after a closing quote");
        }
        return content;
    }

    [[noreturn]] void refuse(std::uint32_t line, std::string const& what) const {
        throw sim::InputError(*file_ + ":" + std::to_string(line) + ": not a valid CSV table (" +
                              what + "). Double the quotes inside a cell, or remove them.");
    }

    std::string_view text_;
    std::shared_ptr<std::string const> file_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace

std::string const& CsvRow::text(std::size_t column, std::string_view name) const {
    if (cell(column).empty()) error(column, name, "(must not be empty). Fill it in.");
    return cells[column];
}

double CsvRow::number(std::size_t column, std::string_view name, sim::Range const& range) const {
    auto const value = parse<double>(cell(column));
    if (!value || !sim::contains(range, *value)) {
        error(column, name, "(" + sim::describe(range) + "). Correct it.");
    }
    return *value;
}

double CsvRow::number_or(std::size_t column, std::string_view name, double fallback,
                         sim::Range const& range) const {
    return cell(column).empty() ? fallback : number(column, name, range);
}

std::int64_t CsvRow::integer(std::size_t column, std::string_view name,
                             sim::IntegerRange const& range) const {
    auto const value = parse<std::int64_t>(cell(column));
    if (!value || !sim::contains(range, *value)) {
        error(column, name, "(" + sim::describe(range) + "). Correct it.");
    }
    return *value;
}

std::int64_t CsvRow::integer_or(std::size_t column, std::string_view name, std::int64_t fallback,
                                sim::IntegerRange const& range) const {
    return cell(column).empty() ? fallback : integer(column, name, range);
}

sim::Date CsvRow::date(std::size_t column, std::string_view name) const {
    auto const value = sim::parse_date(cell(column));
    if (!value) error(column, name, "(must be a date YYYY-MM-DD). Correct it.");
    return *value;
}

std::string CsvRow::location() const {
    return *file_ + ":" + std::to_string(line_);
}

void CsvRow::error(std::size_t column, std::string_view name, std::string_view remark) const {
    throw sim::InputError(location() + ": column '" + std::string{name} + "' = \"" +
                          std::string{cell(column)} + "\" " + std::string{remark});
}

std::vector<CsvRow> parse_csv(std::string_view text, std::string const& name) {
    return Scanner{text, name}.rows();
}

std::vector<CsvRow> load_csv(std::filesystem::path const& path) {
    return parse_csv(sim::read_text_file(path, largest_file), path.string());
}

std::vector<CsvRow> without_comments(std::vector<CsvRow> rows) {
    std::erase_if(rows, [](CsvRow const& row) { return row.is_comment(); });
    return rows;
}

}  // namespace models::flee
