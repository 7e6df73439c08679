#include "sim/ensemble/journal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <sstream>
#include <utility>

#include "sim/base/check.hpp"

namespace sim {
namespace {

constexpr std::string_view magic = "AZJRNL01";
constexpr std::size_t head_size = 3 * sizeof(std::uint64_t);       // row, size, checksum
constexpr std::uint64_t largest_record = std::uint64_t{1} << 30U;  // 1 GiB; more is damage
constexpr std::int64_t sync_every = 10;                            // seconds; our choice

/// FNV-1a with 64 bits (Fowler, Noll and Vo): any single changed byte changes it.
std::uint64_t checksum(std::uint64_t state, std::string_view bytes) noexcept {
    for (char const byte : bytes) {
        state ^= static_cast<unsigned char>(byte);
        state *= 0x100000001b3U;
    }
    return state;
}

std::string number_bytes(std::uint64_t number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::uint64_t record_checksum(std::uint64_t row, std::string_view bytes) {
    auto const head = number_bytes(row) + number_bytes(bytes.size());
    return checksum(checksum(0xcbf29ce484222325U, head), bytes);
}

std::int64_t steady_seconds() {
    auto const now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

/// The numbers before the bytes of a record.
struct Head {
    std::uint64_t row = 0, size = 0, checksum = 0;
};

Head head_of(char const* bytes) {
    Head head;
    std::memcpy(&head.row, bytes, sizeof head.row);
    std::memcpy(&head.size, bytes + 8, sizeof head.size);
    std::memcpy(&head.checksum, bytes + 16, sizeof head.checksum);
    return head;
}

}  // namespace

Journal::Journal(std::filesystem::path path, std::string const& identity, JournalAccess access)
    : path_{std::move(path)}, is_writable_{access != JournalAccess::read} {
    try {
        open(access);
        if (access != JournalAccess::anew) {
            auto const size = size_now();
            read_header(identity, size);
            if (has_header()) read_records(size);
        }
        if (is_writable_ && ::ftruncate(descriptor_, static_cast<off_t>(end_)) != 0) {
            fail("cannot be cut behind its last whole record", errno);
        }
        if (is_writable_ && end_ == 0) write_header(identity);
    } catch (...) {
        if (descriptor_ >= 0) ::close(descriptor_);
        throw;
    }
}

Journal::~Journal() {
    if (descriptor_ < 0) return;
    if (is_writable_) static_cast<void>(::fdatasync(descriptor_));
    ::close(descriptor_);
}

void Journal::open(JournalAccess access) {
    int const flags = access == JournalAccess::read ? O_RDONLY : O_RDWR | O_CREAT;
    for (;;) {
        descriptor_ = ::open(path_.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor_ < 0) fail("cannot be opened", errno);
        if (!is_writable_) return;
        lock();
        // Another writer may have removed the file between our open and our lock.
        struct stat ours {};
        struct stat named {};
        if (::fstat(descriptor_, &ours) == 0 && ::stat(path_.c_str(), &named) == 0 &&
            ours.st_ino == named.st_ino && ours.st_dev == named.st_dev) {
            return;
        }
        ::close(descriptor_);
    }
}

void Journal::lock() {
    struct flock whole_file {};
    whole_file.l_type = F_WRLCK;
    whole_file.l_whence = SEEK_SET;
    int const result = ::fcntl(descriptor_, F_OFD_SETLK, &whole_file);
    require(result == 0 || (errno != EAGAIN && errno != EACCES),
            path_.string() +
                ": is being written by another process (two would do the same runs). Wait until "
                "it has finished, or choose another folder.");
}

void Journal::write_header(std::string const& identity) {
    auto text = std::string{magic} + number_bytes(identity.size()) +
                number_bytes(record_checksum(0, identity)) + identity;
    write_at_end(text);
}

std::uint64_t Journal::size_now() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail("cannot be read", errno);
    return static_cast<std::uint64_t>(status.st_size);
}

void Journal::refresh() {
    SIM_EXPECTS(!is_writable_ && has_header());
    read_records(size_now());
}

void Journal::read_header(std::string const& identity, std::uint64_t size) {
    std::array<char, head_size> bytes{};
    std::size_t const there = std::min<std::uint64_t>(size, magic.size());
    static_cast<void>(read_at(0, bytes.data(), there));
    require(std::string_view(bytes.data(), there) == magic.substr(0, there),
            path_.string() + ": is no journal of runs. Move it away.");
    dropped_bytes_ = size;
    if (!read_at(0, bytes.data(), head_size)) return;  // killed while writing the header
    auto header = head_of(bytes.data());
    require(header.size < largest_record, path_.string() + ": is damaged. Remove it.");
    std::string theirs(header.size, '\0');
    if (!read_at(head_size, theirs.data(), theirs.size())) return;
    require(header.checksum == record_checksum(0, theirs),
            path_.string() + ": is damaged at its beginning. Remove it to begin anew.");
    check_identity(theirs, identity);
    end_ = head_size + header.size;
}

void Journal::read_records(std::uint64_t size) {
    std::array<char, head_size> bytes{};
    std::string content;
    while (end_ + head_size <= size && read_at(end_, bytes.data(), head_size)) {
        auto const head = head_of(bytes.data());
        if (head.size > size - end_ - head_size) break;
        content.resize(head.size);
        if (!read_at(end_ + head_size, content.data(), content.size())) break;
        if (head.checksum != record_checksum(head.row, content)) break;
        records_.push_back({head.row, end_ + head_size, head.size});
        end_ += head_size + head.size;
    }
    dropped_bytes_ = size - end_;
}

void Journal::check_identity(std::string const& theirs, std::string const& ours) const {
    if (theirs == ours) return;
    std::istringstream old_lines{theirs}, new_lines{ours};
    std::string before, now;
    do {
        before.clear();
        now.clear();
        std::getline(old_lines, before);
        std::getline(new_lines, now);
    } while (before == now && (old_lines || new_lines));
    throw InputError(path_.string() + ": holds other runs (it was written for '" + before +
                     "', this is '" + now +
                     "'). Choose another folder, or begin anew with --force.");
}

std::string Journal::read(JournalRecord const& record) const {
    std::string bytes(record.size, '\0');
    std::array<char, head_size> head{};
    bool const is_there = read_at(record.offset - head_size, head.data(), head_size) &&
                          read_at(record.offset, bytes.data(), bytes.size());
    require(is_there && head_of(head.data()).checksum == record_checksum(record.row, bytes),
            path_.string() + ": is damaged. Run again with --resume.");
    return bytes;
}

bool Journal::read_at(std::uint64_t offset, char* bytes, std::size_t size) const {
    while (size > 0) {
        auto const got = ::pread(descriptor_, bytes, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot be read", errno);
        if (got == 0) return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
        offset += static_cast<std::uint64_t>(got);
    }
    return true;
}

void Journal::write_at_end(std::string_view bytes) {
    SIM_EXPECTS(is_writable_ && descriptor_ >= 0);
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto const wrote = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                                    static_cast<off_t>(end_ + done));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) {
            int const error = wrote < 0 ? errno : ENOSPC;
            static_cast<void>(::ftruncate(descriptor_, static_cast<off_t>(end_)));
            fail("cannot be written", error);
        }
        done += static_cast<std::size_t>(wrote);
    }
    end_ += bytes.size();
    unsynced_ += bytes.size();
}

void Journal::append(std::uint64_t row, std::string_view bytes) {
    auto text =
        number_bytes(row) + number_bytes(bytes.size()) + number_bytes(record_checksum(row, bytes));
    text += bytes;
    auto const offset = end_ + head_size;
    write_at_end(text);
    records_.push_back({row, offset, bytes.size()});
    if (steady_seconds() - synced_at_ >= sync_every) sync();
}

void Journal::sync() {
    synced_at_ = steady_seconds();
    if (std::exchange(unsynced_, 0) > 0 && ::fdatasync(descriptor_) != 0) {
        fail("cannot be brought to the disk", errno);
    }
}

void Journal::remove() noexcept {
    if (descriptor_ < 0) return;
    ::unlink(path_.c_str());
    ::close(descriptor_);
    descriptor_ = -1;
}

void Journal::fail(char const* what, int error) const {
    throw IoError(path_.string() + ": " + what + " (" + std::strerror(error) +
                  "). Correct that, then run again with --resume: whole results are kept.");
}

}  // namespace sim
