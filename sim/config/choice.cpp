#include "sim/config/choice.hpp"

#include <algorithm>
#include <vector>

#include "sim/config/nearest.hpp"

namespace sim {

std::optional<std::size_t> find_choice(std::string_view word,
                                       std::span<std::string_view const> choices) {
    auto const found = std::find(choices.begin(), choices.end(), word);
    if (found == choices.end()) return std::nullopt;
    return static_cast<std::size_t>(found - choices.begin());
}

std::string choice_remark(std::string_view word, std::span<std::string_view const> choices) {
    std::string list;
    for (auto const choice : choices) list.append(list.empty() ? "" : ", ").append(choice);
    std::vector<std::string> const words{choices.begin(), choices.end()};
    auto const near = nearest(word, words);
    return "(must be one of " + list + "). " +
           (near ? "Did you mean '" + *near + "'?" : std::string{"Choose one of them."});
}

}  // namespace sim
