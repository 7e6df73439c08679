#include "sim/io/part_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "sim/base/check.hpp"

namespace sim {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
    return std::strerror(error);
}

fs::path folder_of(fs::path const& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void check_target(fs::path const& target, Overwrite overwrite) {
    std::error_code ignored;
    auto const status = fs::symlink_status(target, ignored);
    if (!fs::exists(status)) return;
    require(fs::is_regular_file(status),
            target.string() +
                ": cannot be written (it exists and is not a plain file). "
                "Choose another name.");
    require(overwrite == Overwrite::yes,
            target.string() +
                ": already exists (it is kept as it is). "
                "Choose another name, or allow overwriting with --force.");
}

[[noreturn]] void cannot_create(fs::path const& part, int error) {
    auto const folder = folder_of(part).string();
    if (error == ENOENT || error == ENOTDIR) {
        throw IoError(part.string() + ": cannot be created (there is no folder " + folder +
                      "). Create it first, or choose another place.");
    }
    throw IoError(part.string() + ": cannot be created (" + reason(error) + "). Make the folder " +
                  folder + " writable, or choose another place.");
}

}  // namespace

PartFile::PartFile(fs::path target, Overwrite overwrite)
    : target_(std::move(target)), part_(target_), overwrite_(overwrite) {
    require(target_.has_filename(),
            "'" + target_.string() + "': is not a file name. Name the result file.");
    part_ += ".part";
    check_target(target_, overwrite_);
    lock();
}

PartFile::~PartFile() {
    discard();
}

void PartFile::lock() {
    for (;;) {
        descriptor_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor_ < 0) cannot_create(part_, errno);
        // A lock of the open file, not of the process: HDF5 may open and close the same file.
        struct flock whole_file {};
        whole_file.l_type = F_WRLCK;
        whole_file.l_whence = SEEK_SET;
        int const result = ::fcntl(descriptor_, F_OFD_SETLK, &whole_file);
        if (result != 0 && (errno == EAGAIN || errno == EACCES)) {
            unlock();
            throw InputError(target_.string() + ": is being written by another process (it holds " +
                             part_.string() +
                             "). Wait until it has finished, or choose another name.");
        }
        // The other writer may have renamed or removed the file between our open and our lock.
        struct stat ours {};
        struct stat named {};
        if (::fstat(descriptor_, &ours) == 0 && ::stat(part_.c_str(), &named) == 0 &&
            ours.st_ino == named.st_ino && ours.st_dev == named.st_dev) {
            return;
        }
        unlock();
    }
}

void PartFile::publish() {
    SIM_EXPECTS(descriptor_ >= 0);
    if (::fsync(descriptor_) != 0) {
        throw IoError(part_.string() + ": cannot be brought to the disk (" + reason(errno) +
                      "). Free some space or choose another place, then run again.");
    }
    rename_to_target();
    unlock();
    // The new name itself must reach the disk. A file system that cannot do this is not an error.
    int const folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        static_cast<void>(::fsync(folder));
        ::close(folder);
    }
}

void PartFile::rename_to_target() {
    int result = -1;
    if (overwrite_ == Overwrite::no) {
        result = ::renameat2(AT_FDCWD, part_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE);
        bool const unsupported = result != 0 && (errno == EINVAL || errno == ENOSYS);
        if (unsupported && !fs::exists(target_)) {
            result = std::rename(part_.c_str(), target_.c_str());
        } else if (unsupported) {
            errno = EEXIST;
        }
    } else {
        result = std::rename(part_.c_str(), target_.c_str());
    }
    if (result == 0) return;
    int const error = errno;
    if (error == EEXIST) {
        keep();
        throw InputError(target_.string() +
                         ": appeared while this run was writing (it is kept as "
                         "it is). The result is complete in " +
                         part_.string() + "; rename that file.");
    }
    throw IoError(target_.string() + ": cannot be given its name (" + reason(error) +
                  "). Check the folder, then run again.");
}

void PartFile::keep() noexcept {
    unlock();
}

void PartFile::discard() noexcept {
    if (descriptor_ < 0) return;
    // Without this a handle that HDF5 still holds would keep the disk full until the process ends.
    static_cast<void>(::ftruncate(descriptor_, 0));
    ::unlink(part_.c_str());
    unlock();
}

void PartFile::unlock() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace sim
