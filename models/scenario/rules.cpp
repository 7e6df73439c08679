#include "models/scenario/rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/scenario/names.hpp"

namespace models {
namespace {

/// Reads the sections of rules, all but those that the scenario switches off.
class Sections {
  public:
    explicit Sections(sim::TomlTable const& root) : root_{root}, rules_{root.table_if("rules")} {
        if (rules_) off_ = rules_->texts_if("off").value_or(std::vector<std::string>{});
    }

    /// Parameters of a rule; nothing if it has no section or is switched off. A section of a rule
    /// that is off is checked all the same.
    template <class Read>
    auto read(std::string_view key, Read const& read)
        -> std::optional<decltype(read(std::declval<sim::TomlTable const&>()))> {
        known_.emplace_back(key);
        auto const table = root_.table_if(key);
        if (!table) return std::nullopt;
        auto params = read(*table);
        if (std::ranges::find(off_, key) != off_.end()) return std::nullopt;
        return params;
    }

    /// \throws InputError if a name in `off` is no rule.
    void finish() const {
        NameIndex const names{"rule", known_};
        for (auto const& name : off_) {
            if (!names.find(name)) rules_->error("off", names.remark(name));
        }
    }

  private:
    sim::TomlTable const& root_;
    std::optional<sim::TomlTable> rules_;
    std::vector<std::string> off_;
    std::vector<std::string> known_;
};

}  // namespace

Rules read_rules(sim::TomlTable const& root) {
    Sections sections{root};
    Rules rules{
        .timeline = sections.read("timeline", read_timeline_params),
        .seasons = sections.read("seasons", read_seasons_params),
        .economy = sections.read("economy", read_economy_params),
        .recruitment = sections.read("recruitment", read_recruitment_params),
        .forces = sections.read("forces", read_forces_params),
        .politics = sections.read("politics", read_politics_params),
        .mediation = sections.read("mediation", read_mediation_params),
        .agreement = sections.read("agreement", read_agreement_params),
        .cantonment = sections.read("cantonment", read_cantonment_params),
        .retreat = sections.read("retreat", read_retreat_params),
        .buffer_zone = sections.read("buffer_zone", read_buffer_zone_params),
        .joint_patrol = sections.read("joint_patrol", read_joint_patrol_params),
        .election = sections.read("election", read_election_params),
        .spillover = sections.read("spillover", read_spillover_params),
        .movement = sections.read("movement", read_movement_params),
        .peacekeeping = sections.read("peacekeeping", read_peacekeeping_params),
        .attack = sections.read("attack", read_attack_params),
        .communal = sections.read("communal", read_communal_params),
        .explosives = sections.read("explosives", read_explosives_params),
        .hostages = sections.read("hostages", read_hostages_params),
        .protest = sections.read("protest", read_protest_params),
        .control = sections.read("control", read_control_params),
        .captives = sections.read("captives", read_captives_params),
        .pacts = sections.read("pacts", read_pacts_params),
        .aftermath = sections.read("aftermath", read_aftermath_params),
        .conflict_table = sections.read("conflict_table", read_conflict_table_params),
        .reporting = sections.read("reporting", read_reporting_params),
        .displacement = sections.read("displacement", read_displacement_params),
    };
    sections.finish();
    return rules;
}

}  // namespace models
