#include "models/scenario/edits.hpp"

#include <array>

#include "models/scenario/force_edits.hpp"
#include "models/scenario/history_table.hpp"
#include "models/scenario/timeline_edits.hpp"

namespace models {
namespace {

struct Action {
    std::string_view name;
    std::string (*apply)(sim::TomlTable const& edit, History& history);
};

constexpr std::array<Action, 7> actions{{
    {"remove", remove_rows},
    {"move", move_rows},
    {"change", change_rows},
    {"add", add_row},
    {"hold", hold_agreements},
    {"move_force", move_force},
    {"scale_force", scale_force},
}};

}  // namespace

std::vector<std::string> apply_edits(std::vector<sim::TomlTable> const& edits, History& history) {
    std::array<std::string_view, actions.size()> names{};
    for (std::size_t i = 0; i < actions.size(); ++i) names[i] = actions[i].name;

    std::vector<std::string> lines;
    for (auto const& edit : edits) {
        auto const& action = actions[edit.choice("action", names)];
        lines.push_back(action.apply(edit, history));
        edit.finish();
        sort_timeline(history.timeline);
        sort_forces(history.forces);
    }
    return lines;
}

}  // namespace models
