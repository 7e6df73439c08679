#include "models/recruitment/recruitment_params.hpp"

namespace models {

RecruitmentParams read_recruitment_params(sim::TomlTable const& table) {
    sim::Range const share{.minimum = 0.0, .maximum = 1.0};
    sim::Range const factor{.minimum = 0.0, .maximum = 1e3};
    sim::Range const rate{.minimum = 0.0, .maximum = 1.0, .unit = "per day"};
    sim::Range const events{
        .minimum = 0.0, .maximum = 1e6, .unit = "events", .minimum_excluded = true};
    RecruitmentParams params;
    params.join_rate = table.number("join_rate", rate);
    params.grievance_pull = table.number("grievance_pull", factor);
    params.grievance_half = table.number("grievance_half", events);
    params.threat_pull = table.number("threat_pull", factor);
    params.threat_half = table.number("threat_half", events);
    params.food_pull = table.number("food_pull", factor);
    params.unpaid_joining = table.number("unpaid_joining", share);
    params.people_share =
        table.number("people_share", {.minimum = 0.0, .maximum = 1.0, .minimum_excluded = true});
    params.leave_rate = table.number("leave_rate", rate);
    params.unpaid_leaving = table.number("unpaid_leaving", rate);
    params.disorder_leaving = table.number("disorder_leaving", rate);
    params.most_change = table.number("most_change", rate);
    return params;
}

}  // namespace models
