#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/io/part_file.hpp"

/// \file models/app/text_output.hpp
/// Where a command writes its text: a file that appears when it is complete, or standard output.

namespace models {

/// Text being written.
class TextOutput {
  public:
    /// \param path  The file, or `-` for standard output.
    /// \throws InputError if the file exists and may not be overwritten, or is being written.
    /// \throws IoError if it cannot be created.
    TextOutput(std::string path, sim::Overwrite overwrite);

    /// \throws IoError naming the file and why, for example because the disk is full.
    void write(std::string_view text);

    /// Bring it to the disk and give the file its name. Without it there is no file.
    /// \throws IoError as write(). \throws InputError as PartFile::publish().
    void finish();

  private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };

    [[noreturn]] void fail() const;

    std::string path_;
    std::optional<sim::PartFile> part_;            // empty: standard output
    std::unique_ptr<std::FILE, Close> file_ = {};  // likewise
};

}  // namespace models
