#pragma once

#include <cstdio>
#include <string>

/// \file models/app/status_line.hpp
/// One line about work that goes on, written over itself on a terminal.

namespace models {

/// A line that is shown again and again; elsewhere than on a terminal each time as a line of its
/// own.
class StatusLine {
  public:
    /// \param stream  Where to; must outlive the line. None: nothing is shown.
    explicit StatusLine(std::FILE* stream);

    [[nodiscard]] bool is_on_terminal() const noexcept { return is_terminal_; }

    void show(std::string const& text);

    /// Leave the line on a terminal as it is and go to the next one.
    void end();

  private:
    std::FILE* stream_;
    bool is_terminal_;
    bool has_open_line_ = false;
};

}  // namespace models
