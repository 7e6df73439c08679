#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// \file sim/ensemble/journal.hpp
/// Results of runs on the disk as they come in, so that none is lost when the program is killed.

namespace sim {

/// How a journal is opened.
enum class JournalAccess {
    anew,   ///< Write; what was there is replaced.
    go_on,  ///< Write after the whole records that are there; the same as anew if there is none.
    read,   ///< Read only; needs no lock, but nobody should be writing.
};

/// Where the result of a row lies in a journal.
struct JournalRecord {
    std::uint64_t row = 0;     ///< Of the manifest.
    std::uint64_t offset = 0;  ///< Of its bytes in the file [bytes].
    std::uint64_t size = 0;    ///< Of its bytes [bytes].
};

/// An append-only file of results. Not for concurrent use.
///
/// `AZJRNL01`, then the identity and each record as (row, size, checksum, bytes); numbers have 64
/// bits in the order of the machine. A record counts when it is whole and its checksum is right;
/// the first that is not, and all behind it, are dropped when writing goes on. Records are handed
/// to the system one by one, so a killed process loses at most the one being written; they reach
/// the disk itself at sync(), which append() calls now and then.
class Journal {
  public:
    /// \param identity  What must be the same for records to be of use: program, design, inputs,
    ///                  shard; lines such as `design sha256 ...`.
    /// \throws InputError if another process writes it, it is no journal, or its identity differs;
    ///         the message says in which line.
    /// \throws IoError if it cannot be created, read or written.
    Journal(std::filesystem::path path, std::string const& identity, JournalAccess access);
    ~Journal();
    Journal(Journal const&) = delete;
    Journal& operator=(Journal const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const noexcept { return path_; }

    /// The whole records, in the order in which they were written. A row may be there twice if its
    /// owner appended it twice.
    [[nodiscard]] std::vector<JournalRecord> const& records() const noexcept { return records_; }

    /// The bytes of a record, checked again.
    /// \throws InputError if they are damaged. \throws IoError if they cannot be read.
    [[nodiscard]] std::string read(JournalRecord const& record) const;

    /// Read what its writer has added since it was opened or refreshed.
    /// \pre It was opened to be read, and has_header(). \throws IoError if it cannot be read.
    void refresh();

    /// Whether the header is whole: not while its writer has just begun.
    [[nodiscard]] bool has_header() const noexcept { return end_ > 0; }

    /// Bytes at the end that were no whole record when it was opened [bytes].
    [[nodiscard]] std::uint64_t dropped_bytes() const noexcept { return dropped_bytes_; }

    /// Add a record. \throws IoError if the disk fails; the records before it stay whole.
    void append(std::uint64_t row, std::string_view bytes);

    /// Bring it to the disk. \throws IoError if the disk fails.
    void sync();

    /// Remove the file: its records are kept elsewhere. Nothing may follow.
    void remove() noexcept;

  private:
    void open(JournalAccess access);
    void lock();
    void write_header(std::string const& identity);
    void read_header(std::string const& identity, std::uint64_t size);
    void read_records(std::uint64_t size);
    [[nodiscard]] std::uint64_t size_now() const;
    void check_identity(std::string const& theirs, std::string const& ours) const;
    [[nodiscard]] bool read_at(std::uint64_t offset, char* bytes, std::size_t size) const;
    void write_at_end(std::string_view bytes);
    [[noreturn]] void fail(char const* what, int error) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
    bool is_writable_ = false;
    std::uint64_t end_ = 0;       // of the last whole record [bytes]
    std::uint64_t unsynced_ = 0;  // written since the last sync() [bytes]
    std::int64_t synced_at_ = 0;  // seconds of a steady clock
    std::uint64_t dropped_bytes_ = 0;
    std::vector<JournalRecord> records_;
};

}  // namespace sim
