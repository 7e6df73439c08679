#include "sim/config/toml_guard.hpp"

#include <cstddef>
#include <string>

#include "sim/base/check.hpp"

namespace sim {
namespace {

constexpr int most_dots = 32;  // in one key

/// Walks over TOML text knowing only what is quoted, what is a comment and what is neither.
class Guard {
  public:
    Guard(std::string_view text, std::string_view name) : text_{text}, name_{name} {}

    void run() {
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == '#') {
                skip_comment();
            } else if (c == '"' || c == '\'') {
                check_quote();
                skip_quoted(c);
            } else {
                check_plain(c);
                note_plain(c);
                step();
            }
        }
    }

  private:
    void check_plain(char c) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            refuse("a letter beyond ASCII outside quotes", "Put the key or the text in quotes.");
        }
        if (c == '.' && dots_ == most_dots) {
            refuse("a key of more than " + std::to_string(most_dots) + " parts",
                   "Shorten the key.");
        }
    }

    /// Words, blanks and dots make up a run, a key or a value; other punctuation begins the next.
    void note_plain(char c) noexcept {
        if (c == '\n' || c == ',' || c == '=' || c == '[' || c == '{') {
            dots_ = 0;
            first_ = '\0';
            last_ = '\0';
        } else if (c != ' ' && c != '\t' && c != '\r') {
            if (c == '.') ++dots_;
            if (first_ == '\0') first_ = c;
            last_ = c;
        }
    }

    /// Refuse a quote in the middle of a word or number, which TOML does not allow: the library
    /// reads on there as if it were not a quote. Where quotes may stand, each side sees the same.
    void check_quote() {
        bool const opens_run = first_ == '\0';
        bool const is_number =
            (first_ >= '0' && first_ <= '9') || first_ == '+' || first_ == '-' || first_ == '.';
        if (!opens_run && (last_ != '.' || is_number)) {
            refuse("a quote where no text can begin", "Put the whole text, or key, in quotes.");
        }
        if (opens_run) first_ = '"';
        last_ = '"';
    }

    void skip_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') step();
    }

    void skip_quoted(char quote) {
        std::string const three(3, quote);
        bool const many_lines = text_.substr(at_, 3) == three;
        step(many_lines ? 3 : 1);
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == '\\' && quote == '"') {
                step(2);
            } else if (!many_lines && (c == quote || c == '\n')) {
                step();
                return;
            } else if (many_lines && text_.substr(at_, 3) == three) {
                step(3);
                // Up to two quotes may stand before the three that close.
                for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] == quote; ++i) step();
                return;
            } else {
                step();
            }
        }
    }

    void step(std::size_t count = 1) {
        for (; count > 0 && at_ < text_.size(); --count, ++at_) {
            if (text_[at_] == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            }
        }
    }

    [[noreturn]] void refuse(std::string const& what, std::string const& advice) const {
        std::size_t column = 1;
        for (auto i = line_start_; i < at_; ++i) {
            column += (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U ? 1 : 0;
        }
        throw InputError(std::string{name_} + ":" + std::to_string(line_) + ":" +
                         std::to_string(column) + ": not valid TOML (" + what + "). " + advice);
    }

    std::string_view text_;
    std::string_view name_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
    int dots_ = 0;       // in this run
    char first_ = '\0';  // first character of this run, blanks aside; NUL if it has none yet
    char last_ = '\0';   // its last one so far
};

}  // namespace

void guard_toml(std::string_view text, std::string_view name) {
    Guard{text, name}.run();
}

}  // namespace sim
