#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "sim/io/provenance.hpp"
#include "sim/io/result_writer.hpp"

/// \file tests/sim/io/sample.hpp
/// A small result file with everything in it that a result file can hold.

namespace sample {

inline sim::FileIdentity const identity{"azalai-sample", 2, 1};

/// A folder that disappears with its contents.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string contents(std::filesystem::path const& path);
void fill(std::filesystem::path const& path, std::string const& contents);

[[nodiscard]] sim::Provenance provenance();

/// Grid of 3 x 4, day 10 + step; deaths of step s in cell c are s * 100 + c.
/// \param flush_every  Call flush() after so many steps; 0: never.
void write(sim::ResultWriter& writer, std::int32_t steps, std::int32_t flush_every = 0);

/// A complete sample file.
void write_file(std::filesystem::path const& path, std::int32_t steps,
                std::int32_t flush_every = 0);

}  // namespace sample
