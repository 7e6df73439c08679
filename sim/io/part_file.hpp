#pragma once

#include <filesystem>

/// \file sim/io/part_file.hpp
/// A file that appears under its name only when it is complete.

namespace sim {

/// What to do with a file that already has the wanted name.
enum class Overwrite { no, yes };

/// A locked `NAME.part` beside the wanted file, renamed to it when complete.
///
/// The lock dies with the process, so what a killed process left is simply replaced. On a file
/// system without locks two writers are not noticed, but neither harms a finished file.
class PartFile {
  public:
    /// Create and lock the `.part`. Nothing else is touched.
    ///
    /// \throws InputError if \p target exists and may not be overwritten, is not a regular file,
    ///         or another process writes it now.
    /// \throws IoError if its folder does not exist or cannot be written.
    PartFile(std::filesystem::path target, Overwrite overwrite);

    /// Removes the `.part` unless publish() or keep() came before.
    ~PartFile();
    PartFile(PartFile const&) = delete;
    PartFile& operator=(PartFile const&) = delete;

    [[nodiscard]] std::filesystem::path const& target() const noexcept { return target_; }
    [[nodiscard]] std::filesystem::path const& part() const noexcept { return part_; }

    /// Bring the bytes to the disk and give the file its name, in one step.
    ///
    /// \throws InputError if a file of that name appeared meanwhile; the `.part` stays.
    /// \throws IoError if the disk fails.
    void publish();

    /// Leave the `.part` where it is and let go of the lock.
    void keep() noexcept;

    /// Remove the `.part` and free its disk space at once, even while others hold it open.
    void discard() noexcept;

  private:
    void lock();
    void rename_to_target();
    void unlock() noexcept;

    std::filesystem::path target_;
    std::filesystem::path part_;
    Overwrite overwrite_;
    int descriptor_ = -1;  // holds the lock; -1 when done
};

}  // namespace sim
