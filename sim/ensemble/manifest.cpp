#include "sim/ensemble/manifest.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/io/provenance.hpp"

namespace sim {
namespace {

constexpr std::uint64_t most_rows = std::numeric_limits<std::int32_t>::max();

std::optional<std::uint32_t> whole_number(std::string_view text) {
    std::uint32_t value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::optional<std::string> text_of(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

Manifest::Manifest(std::uint64_t scenarios, std::uint64_t points, std::uint64_t draws,
                   std::vector<std::uint64_t> seeds)
    : scenarios_{scenarios}, points_{points}, draws_{draws}, seeds_{std::move(seeds)}, size_{1} {
    for (auto const factor : {scenarios_, points_, draws_, std::uint64_t{seeds_.size()}}) {
        require(factor == 0 || size_ <= most_rows / factor,
                "a sweep of more than 2,147,483,647 runs (one file cannot hold them). Make "
                "several designs of it.");
        size_ *= factor;
    }
}

ManifestRow Manifest::row(std::uint64_t i) const {
    SIM_EXPECTS(i < size_);
    ManifestRow row;
    row.seed = seeds_[i % seeds_.size()];
    i /= seeds_.size();
    row.scenario = i % scenarios_;
    i /= scenarios_;
    row.draw = i % draws_;
    row.point = i / draws_;
    return row;
}

ShardRows rows_of(Shard shard, std::uint64_t rows) noexcept {
    // rows < 2^31 and index < 2^32: no overflow
    return {rows * shard.index / shard.count,
            rows * (shard.index + std::uint64_t{1}) / shard.count};
}

Shard parse_shard(std::string const& text) {
    auto const slash = text.find('/');
    std::optional<std::uint32_t> index, count;
    if (slash != std::string::npos) {
        index = whole_number(std::string_view{text}.substr(0, slash));
        count = whole_number(std::string_view{text}.substr(slash + 1));
    }
    require(index && count && *count >= 1,
            "--shard " + text + ": is no shard. Write I/N, such as 0/8: the first of eight.");
    require(*index < *count, "--shard " + text + ": the shards of " + std::to_string(*count) +
                                 " are 0 to " + std::to_string(*count - 1) + ". Correct it.");
    return {*index, *count};
}

std::string part_name(Shard shard) {
    return fmt::format("part-{:03}-of-{:03}", shard.index, shard.count);
}

bool parse_part_name(std::string const& file, std::string const& extension, Shard& shard) {
    std::string_view rest{file};
    if (!rest.starts_with("part-") || !rest.ends_with(extension)) return false;
    rest.remove_prefix(5);
    rest.remove_suffix(extension.size());
    auto const of = rest.find("-of-");
    if (of == std::string_view::npos) return false;
    auto const index = whole_number(rest.substr(0, of));
    auto const count = whole_number(rest.substr(of + 4));
    if (!index || !count || *index >= *count) return false;
    shard = {*index, *count};
    return part_name(shard) + extension == file;
}

void write_shared_text(std::filesystem::path const& path, std::string const& text, bool may_replace,
                       std::string const& remark) {
    if (auto const there = text_of(path)) {
        if (*there == text) return;
        require(may_replace, path.string() + ": " + remark);
    }
    auto const own = path.string() + "." + host_name() + "." + std::to_string(::getpid());
    std::ofstream file{own, std::ios::binary | std::ios::trunc};
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    std::error_code failed;
    if (file) std::filesystem::rename(own, path, failed);
    if (!file || failed) {
        std::error_code ignored;
        std::filesystem::remove(own, ignored);
        throw IoError(path.string() +
                      ": cannot be written. Free some space, make its folder writable, or choose "
                      "another one.");
    }
}

}  // namespace sim
