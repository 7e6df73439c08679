#include "models/app/status_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace models {

StatusLine::StatusLine(std::FILE* stream)
    : stream_{stream}, is_terminal_{stream != nullptr && ::isatty(::fileno(stream)) == 1} {}

void StatusLine::show(std::string const& text) {
    if (stream_ == nullptr) return;
    if (is_terminal_) {
        fmt::print(stream_, "\r{}\x1b[K", text);
        has_open_line_ = true;
    } else {
        fmt::print(stream_, "{}\n", text);
    }
    std::fflush(stream_);
}

void StatusLine::end() {
    if (has_open_line_) fmt::print(stream_, "\n");
    has_open_line_ = false;
}

}  // namespace models
