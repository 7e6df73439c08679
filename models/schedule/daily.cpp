#include "models/schedule/daily.hpp"

#include <utility>

#include "models/aftermath/aftermath.hpp"
#include "models/agreement/agreement_process.hpp"
#include "models/attack/attack.hpp"
#include "models/buffer_zone/buffer_zone.hpp"
#include "models/cantonment/cantonment.hpp"
#include "models/captives/captives.hpp"
#include "models/communal/communal.hpp"
#include "models/conflict_table/conflict_table.hpp"
#include "models/control/control.hpp"
#include "models/displacement/borders.hpp"
#include "models/displacement/flight.hpp"
#include "models/displacement/travel.hpp"
#include "models/economy/economy.hpp"
#include "models/economy/kidnapping.hpp"
#include "models/election/election.hpp"
#include "models/explosives/explosives.hpp"
#include "models/forces/forces_process.hpp"
#include "models/hostages/hostages.hpp"
#include "models/joint_patrol/joint_patrol.hpp"
#include "models/mediation/mediation.hpp"
#include "models/movement/movement.hpp"
#include "models/observed_past/observed_past_process.hpp"
#include "models/pacts/pacts.hpp"
#include "models/peacekeeping/peacekeeping.hpp"
#include "models/politics/politics.hpp"
#include "models/protest/protest.hpp"
#include "models/recruitment/recruitment.hpp"
#include "models/reporting/reporting.hpp"
#include "models/retreat/retreat.hpp"
#include "models/seasons/seasons.hpp"
#include "models/spillover/spillover.hpp"
#include "models/timeline/timeline_process.hpp"

namespace models {

sim::Schedule<World> daily_schedule(Scenario const& scenario, World const& world) {
    auto const& rules = scenario.rules;
    sim::Schedule<World> day;
    auto const add = [&day](char const* name, auto process) {
        day.push_back({name, std::move(process)});
    };
    // Where the violence of the first days is observed, what would generate it is silent on them.
    auto const observed = observed_days(scenario.observed_past.get(), scenario.first_day);
    auto const add_violent = [&](char const* name, auto process) {
        add(name, [observed, process = std::move(process)](World& today) mutable {
            if (!observed.holds(today.today)) process(today);
        });
    };
    if (rules.timeline) add("timeline", TimelineProcess{scenario.timeline, *rules.timeline});
    if (rules.seasons) add("seasons", SeasonsProcess{*rules.seasons, *world.map});
    if (rules.economy) add("economy", EconomyProcess{*rules.economy, *world.map});
    if (rules.recruitment) add("recruitment", RecruitmentProcess{*rules.recruitment, world});
    if (rules.forces) add("forces", ForcesProcess{scenario.forces, *rules.forces});
    if (rules.politics) add("politics", PoliticsProcess{*rules.politics});
    if (rules.mediation) add("mediation", MediationProcess{*rules.mediation});
    if (rules.agreement) add("agreement", AgreementProcess{*rules.agreement});
    if (rules.cantonment) add("cantonment", CantonmentProcess{*rules.cantonment});
    add("forget_yesterday", forget_yesterday);
    if (rules.retreat) add("retreat", RetreatProcess{*rules.retreat, *world.map});
    if (rules.buffer_zone) add("buffer_zone", BufferZoneProcess{*rules.buffer_zone});
    if (rules.joint_patrol) add("joint_patrol", JointPatrolProcess{*rules.joint_patrol});
    if (rules.election) add("election", ElectionProcess{*rules.election});
    if (rules.spillover) add("spillover", SpilloverProcess{*rules.spillover, *world.map});
    if (rules.movement) add("movement", MovementProcess{*rules.movement});
    if (rules.peacekeeping) {
        add("peacekeeping", PeacekeepingProcess{*rules.peacekeeping, *world.map});
    }
    if (scenario.observed_past) {
        add("observed_past", ObservedPastProcess{scenario.observed_past});
    }
    if (rules.attack) add_violent("attack", AttackProcess{*rules.attack, *world.map});
    if (rules.communal) add_violent("communal", CommunalProcess{*rules.communal, world});
    if (rules.explosives) {
        add("explosives", ExplosivesProcess{*rules.explosives, *world.map, observed});
    }
    if (rules.hostages) add_violent("hostages", HostagesProcess{*rules.hostages});
    if (rules.economy) add("kidnapping", KidnappingProcess{*rules.economy, observed});
    if (rules.protest) add_violent("protest", ProtestProcess{*rules.protest});
    if (rules.control) add("control", ControlProcess{*rules.control, world});
    if (rules.captives) add("captives", CaptivesProcess{*rules.captives, *world.map, observed});
    if (rules.pacts) add("pacts", PactsProcess{*rules.pacts, *world.map});
    if (rules.aftermath) add("aftermath", AftermathProcess{*rules.aftermath, *world.map});
    if (rules.conflict_table) {
        add("conflict_table", ConflictTableProcess{scenario.conflicts, *rules.conflict_table});
    }
    if (rules.reporting) add("reporting", ReportingProcess{*rules.reporting, *world.map});
    if (rules.displacement) {
        auto const& displacement = *rules.displacement;
        add("borders", update_routes);
        add("flight", FlightProcess{displacement.flight, displacement.travel});
        add("travel", TravelProcess{displacement, world.map});
    }
    return day;
}

}  // namespace models
