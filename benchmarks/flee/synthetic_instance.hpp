#pragma once

#include <cstdint>
#include <filesystem>

/// \file benchmarks/flee/synthetic_instance.hpp
/// Flee instances of any number of places, to see what a run costs as a network grows.

namespace bench {

/// A country at war in the middle of the plane and three around it.
struct SyntheticSpec {
    std::uint32_t places = 100;        ///< At least 10.
    std::uint32_t days = 300;          ///< At least 2 [d].
    std::uint32_t displaced = 90'000;  ///< Documented in all camps on the last day [people].
    std::uint32_t people = 500'000;    ///< In all towns, whatever their number [people].
};

/// Write an instance: every file that azalai flee reads.
///
/// The tenth of the places that is farthest from the middle are camps abroad, each with room for
/// half as many again as are documented there. Every third town is in conflict, the first from day
/// 0, the others from days spread over two thirds of the run. One border is closed for 30 days.
/// Settings are those of Flee's Mali 2012, with one person an agent.
///
/// \throws std::filesystem::filesystem_error or std::ios_base::failure if it cannot be written.
void write_synthetic_instance(std::filesystem::path const& folder, SyntheticSpec const& spec);

/// A folder for scratch files, which vanishes with this.
class ScratchFolder {
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace bench
