#pragma once

#include <array>
#include <vector>

#include "models/recruitment/recruitment_params.hpp"
#include "models/world/world.hpp"

/// \file models/recruitment/recruitment.hpp
/// How strong the armed groups are meant to be.

namespace models {

/// What moves people around the units of a group, the mean over its fighters.
struct Surroundings {
    double fighters = 0.0;   ///< Its fighters [people].
    double grievance = 0.0;  ///< Against the state, of its community or of all [events].
    double threat = 0.0;     ///< Recent violence [events].
    double hunger = 0.0;     ///< 0 to 1.
};

/// Who joins a group [people/day].
/// \param paid  Share of their pay that its fighters get, 0 to 1.
/// \param room  Share of its community's would-be fighters who do not fight yet, 0 to 1.
[[nodiscard]] double joining(RecruitmentParams const& params, Surroundings const& around,
                             double paid, double room) noexcept;

/// Share of those who join for what the state did, 0 to 1.
[[nodiscard]] double share_by_grievance(RecruitmentParams const& params,
                                        Surroundings const& around) noexcept;

/// Who leaves a group [people/day].
[[nodiscard]] double leaving(RecruitmentParams const& params, double strength, double paid,
                             double cohesion) noexcept;

/// Changes the strength that armed groups are meant to have, once a week by seven days' worth.
/// Runs after the rules that change pay and cohesion, and before fighters come and go.
class RecruitmentProcess {
  public:
    RecruitmentProcess(RecruitmentParams const& params, World const& world);

    void operator()(World& world);

  private:
    void look_around(World const& world);
    [[nodiscard]] double room_for(World const& world, ActorId actor) const noexcept;

    RecruitmentParams params_;
    std::array<double, community_count> people_{};  // on the first day [people]
    double all_people_ = 0.0;
    std::vector<Surroundings> around_;                  // by actor
    std::array<double, community_count> under_arms_{};  // by community [people]
};

}  // namespace models
