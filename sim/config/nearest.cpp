#include "sim/config/nearest.hpp"

#include <algorithm>
#include <vector>

namespace sim {
namespace {

// Longer words are not keys; comparing them would cost time and help nobody.
constexpr std::size_t longest_word = 100;

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            auto const substitution = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[to.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<std::string const> candidates) {
    if (word.empty() || word.size() > longest_word) return std::nullopt;
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    auto const wanted = lower_case(word);
    for (auto const& candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        auto const allowed = std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
        auto const distance = edit_distance(wanted, lower_case(candidate));
        // A word of one or two letters is one edit away from too many others.
        if (distance > allowed || distance >= std::max(word.size(), candidate.size())) continue;
        if (!best || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace sim
