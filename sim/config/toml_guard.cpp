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
                skip_quoted(c);
            } else {
                check_plain(c);
                step();
            }
        }
    }

  private:
    void check_plain(char c) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            refuse("a letter beyond ASCII outside quotes", "Put the key or the text in quotes.");
        }
        // A key is a run of names, blanks and dots; any of these characters ends it.
        if (c == '\n' || c == ',' || c == '=' || c == '[' || c == '{') dots_ = 0;
        if (c == '.' && ++dots_ > most_dots) {
            refuse("a key of more than " + std::to_string(most_dots) + " parts",
                   "Shorten the key.");
        }
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
    int dots_ = 0;
};

}  // namespace

void guard_toml(std::string_view text, std::string_view name) {
    Guard{text, name}.run();
}

}  // namespace sim
