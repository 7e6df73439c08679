#include "sim/config/csv_scan.hpp"

#include <utility>

#include "sim/base/check.hpp"

namespace sim {
namespace {

constexpr std::size_t most_columns = 1000;
constexpr std::size_t most_cells = std::size_t{1} << 25U;  // a quarter of a GiB of offsets

/// One pass over the text. Quoted cells shrink when their doubled quotes become single ones, so
/// they are rewritten where they stand.
class Scanner {
  public:
    Scanner(CsvCells& table, CsvDialect const& dialect)
        : table_{table}, text_{table.text}, dialect_{dialect} {}

    void run() {
        skip_preamble();
        if (at_end()) refuse(line_, "there is no header", "Begin with a line of column names.");
        separator_ = dialect_.separator.value_or(more_frequent_separator());
        if (!dialect_.columns.empty()) insert_header();
        read_row();
        while (!at_end() && !only_blank_lines_left()) read_row();
    }

  private:
    [[nodiscard]] bool at_end() const noexcept { return at_ >= text_.size(); }

    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    [[nodiscard]] std::size_t line_break() const noexcept {
        if (peek() == '\n') return 1;
        return peek() == '\r' && peek(1) == '\n' ? 2 : 0;
    }

    void skip_preamble() {
        while (!at_end()) {
            if (peek() == '#') {
                while (!at_end() && peek() != '\n') ++at_;
            } else if (line_break() == 0) {
                return;
            }
            at_ += line_break();
            ++line_;
        }
    }

    /// A semicolon if the line has more of them than of commas, outside quotes.
    [[nodiscard]] char more_frequent_separator() const noexcept {
        std::size_t commas = 0;
        std::size_t semicolons = 0;
        bool is_quoted = false;
        for (auto i = at_; i < text_.size() && (is_quoted || text_[i] != '\n'); ++i) {
            if (text_[i] == '"') is_quoted = !is_quoted;
            if (is_quoted) continue;
            if (text_[i] == ',') ++commas;
            if (text_[i] == ';') ++semicolons;
        }
        return semicolons > commas ? ';' : ',';
    }

    void insert_header() {
        std::string header;
        for (auto const& column : dialect_.columns) {
            if (!header.empty()) header += separator_;
            header += column;
        }
        text_.insert(at_, header + '\n');
        --line_;
    }

    [[nodiscard]] bool only_blank_lines_left() const noexcept {
        return text_.find_first_not_of("\r\n", at_) == std::string::npos;
    }

    void read_row() {
        auto const row_line = line_;
        bool const is_header = table_.lines.empty();
        std::size_t count = 0;
        while (true) {
            auto const cell = peek() == '"' ? quoted_cell() : plain_cell();
            ++count;
            if (is_header && count > most_columns) {
                refuse(row_line, "more than " + std::to_string(most_columns) + " columns",
                       "Check that it is the right file.");
            }
            if (is_header || count <= table_.columns) table_.cells.push_back(cell);
            if (peek() != separator_ || at_end()) break;
            ++at_;
        }
        if (!at_end()) {
            at_ += line_break();
            ++line_;
        }
        if (is_header) table_.columns = count;
        if (count != table_.columns) {
            refuse(row_line,
                   std::to_string(count) + (count == 1 ? " cell" : " cells") +
                       (dialect_.columns.empty() ? ", the header has "
                                                 : ", a file without a header has ") +
                       std::to_string(table_.columns),
                   std::string{"Write one cell for each column; put text that has a "} +
                       (separator_ == ';' ? "semicolon" : "comma") + " in quotes.");
        }
        if (table_.cells.size() >= most_cells) {
            refuse(row_line, std::to_string(most_cells) + " cells or more", "Split the table.");
        }
        table_.lines.push_back(row_line);
    }

    CsvCells::Cell plain_cell() {
        auto const begin = at_;
        while (!at_end() && peek() != separator_ && line_break() == 0) {
            if (peek() == '"') {
                refuse(line_, "a quote inside a cell that does not begin with one",
                       "Put the whole cell in quotes and double the quote.");
            }
            if (peek() == '\r') {
                refuse(line_, "a carriage return without a line feed",
                       "Save the file with LF or CRLF line ends.");
            }
            ++at_;
        }
        return cell_of(begin, at_);
    }

    CsvCells::Cell quoted_cell() {
        auto const first_line = line_;
        auto const begin = ++at_;
        auto end = begin;
        while (true) {
            if (at_end()) {
                refuse(first_line, "a quote that is never closed",
                       "Close it, or double the quotes inside the cell.");
            }
            char const c = text_[at_++];
            if (c == '"') {
                if (peek() != '"' || at_end()) break;
                ++at_;
            }
            if (c == '\n') ++line_;
            text_[end++] = c;
        }
        if (!at_end() && peek() != separator_ && line_break() == 0) {
            refuse(line_, "text after a closing quote",
                   "Double the quotes inside the cell, or remove the text.");
        }
        return cell_of(begin, end);
    }

    static CsvCells::Cell cell_of(std::size_t begin, std::size_t end) noexcept {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    [[noreturn]] void refuse(std::uint32_t line, std::string const& what,
                             std::string const& advice) const {
        throw InputError(table_.name + ":" + std::to_string(line) + ": not a valid CSV table (" +
                         what + "). " + advice);
    }

    CsvCells& table_;
    std::string& text_;
    CsvDialect const& dialect_;
    char separator_ = ',';
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace

CsvCells scan_csv(std::string text, std::string name, CsvDialect const& dialect) {
    CsvCells table;
    table.name = std::move(name);
    table.text = std::move(text);
    Scanner{table, dialect}.run();
    return table;
}

}  // namespace sim
