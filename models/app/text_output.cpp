#include "models/app/text_output.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include "sim/base/check.hpp"

namespace models {

TextOutput::TextOutput(std::string path, sim::Overwrite overwrite) : path_{std::move(path)} {
    if (path_ == "-") return;
    part_.emplace(path_, overwrite);
    file_.reset(std::fopen(part_->part().c_str(), "wb"));
    if (!file_) fail();
}

void TextOutput::write(std::string_view text) {
    auto* const stream = part_ ? file_.get() : stdout;
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size()) fail();
}

void TextOutput::finish() {
    errno = 0;
    if (!part_) {
        if (std::fflush(stdout) != 0) fail();
        return;
    }
    if (std::fclose(file_.release()) != 0) fail();
    part_->publish();
}

void TextOutput::fail() const {
    throw sim::IoError((part_ ? path_ : std::string{"standard output"}) + ": cannot be written (" +
                       std::strerror(errno) +
                       "). Free some space or choose another place, then run again.");
}

}  // namespace models
