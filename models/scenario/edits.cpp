#include "models/scenario/edits.hpp"

#include <array>

#include "models/scenario/force_edits.hpp"
#include "models/scenario/history_table.hpp"
#include "models/scenario/mission_edits.hpp"
#include "models/scenario/peace_edits.hpp"
#include "models/scenario/timeline_edits.hpp"

namespace models {
namespace {

struct Action {
    std::string_view name;
    std::string (*apply)(sim::TomlTable const& edit, History& history);
};

constexpr std::array<Action, 26> actions{{
    {"remove", remove_rows},
    {"move", move_rows},
    {"change", change_rows},
    {"add", add_row},
    {"hold", hold_agreements},
    {"move_force", move_force},
    {"scale_force", scale_force},
    {"deploy", deploy_force},
    {"withdraw", withdraw_force},
    {"reinforce", reinforce},
    {"relocate", relocate},
    {"remandate", change_mandate},
    {"ceasefire", sign_ceasefire},
    {"break", break_ceasefire},
    {"mediate", mediate},
    {"monitor", monitor_agreements},
    {"relate", relate},
    {"buffer_zone", set_up_buffer_zone},
    {"joint_patrol", patrol_jointly},
    {"ddr", demobilise},
    {"amnesty", offer_amnesty},
    {"sanction", impose_sanctions},
    {"aid", give_aid},
    {"handover", hand_over_place},
    {"close_border", close_border},
    {"open_border", open_border},
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
