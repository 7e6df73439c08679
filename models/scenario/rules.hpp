#pragma once

#include <optional>

#include "models/aftermath/aftermath_params.hpp"
#include "models/agreement/agreement_params.hpp"
#include "models/attack/attack_params.hpp"
#include "models/buffer_zone/buffer_zone_params.hpp"
#include "models/cantonment/cantonment_params.hpp"
#include "models/captives/captives_params.hpp"
#include "models/communal/communal_params.hpp"
#include "models/conflict_table/conflict_table.hpp"
#include "models/control/control_params.hpp"
#include "models/displacement/displacement_params.hpp"
#include "models/economy/economy_params.hpp"
#include "models/election/election_params.hpp"
#include "models/explosives/explosives_params.hpp"
#include "models/forces/forces_params.hpp"
#include "models/hostages/hostages_params.hpp"
#include "models/joint_patrol/joint_patrol_params.hpp"
#include "models/mediation/mediation_params.hpp"
#include "models/movement/movement_params.hpp"
#include "models/pacts/pacts_params.hpp"
#include "models/peacekeeping/peacekeeping_params.hpp"
#include "models/politics/politics_params.hpp"
#include "models/protest/protest_params.hpp"
#include "models/recruitment/recruitment_params.hpp"
#include "models/reporting/reporting_params.hpp"
#include "models/retreat/retreat_params.hpp"
#include "models/seasons/seasons_params.hpp"
#include "models/spillover/spillover_params.hpp"
#include "models/timeline/timeline_params.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/scenario/rules.hpp
/// The parameters of every rule.

namespace models {

/// Parameters of the rules. A rule whose section is missing from the scenario is off.
///
/// A new rule is one member here and one line in read_rules().
struct Rules {
    std::optional<TimelineParams> timeline;
    std::optional<SeasonsParams> seasons;
    std::optional<EconomyParams> economy;
    std::optional<RecruitmentParams> recruitment;
    std::optional<ForcesParams> forces;
    std::optional<PoliticsParams> politics;
    std::optional<MediationParams> mediation;
    std::optional<AgreementParams> agreement;
    std::optional<CantonmentParams> cantonment;
    std::optional<RetreatParams> retreat;
    std::optional<BufferZoneParams> buffer_zone;
    std::optional<JointPatrolParams> joint_patrol;
    std::optional<ElectionParams> election;
    std::optional<SpilloverParams> spillover;
    std::optional<MovementParams> movement;
    std::optional<PeacekeepingParams> peacekeeping;
    std::optional<AttackParams> attack;
    std::optional<CommunalParams> communal;
    std::optional<ExplosivesParams> explosives;
    std::optional<HostagesParams> hostages;
    std::optional<ProtestParams> protest;
    std::optional<ControlParams> control;
    std::optional<CaptivesParams> captives;
    std::optional<PactsParams> pacts;
    std::optional<AftermathParams> aftermath;
    std::optional<ConflictTableParams> conflict_table;
    std::optional<ReportingParams> reporting;
    std::optional<DisplacementParams> displacement;
};

/// Read the section of every rule. \throws InputError with file, line and key.
[[nodiscard]] Rules read_rules(sim::TomlTable const& root);

}  // namespace models
