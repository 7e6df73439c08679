#include "models/observed/acled_codes.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

// Pairs and their texts as ACLED's codebook lists them.
TEST(Interaction, IsNumberedAndWordedAsInTheCodebook) {
    using enum InterCode;
    struct Case {
        InterCode a, b;
        int number;
        std::string_view text;
    };
    for (auto const& [a, b, number, text] : {
             Case{state_forces, none, 10, "State forces only"},
             Case{state_forces, state_forces, 11, "State forces-State forces"},
             Case{rebel_group, state_forces, 12, "State forces-Rebel group"},
             Case{state_forces, external_forces, 18, "State forces-External/Other forces"},
             Case{civilians, rebel_group, 27, "Rebel group-Civilians"},
             Case{political_militia, identity_militia, 34, "Political militia-Identity militia"},
             Case{identity_militia, civilians, 47, "Identity militia-Civilians"},
             Case{protesters, none, 60, "Protesters only"},
             Case{rioters, protesters, 56, "Rioters-Protesters"},
             Case{civilians, external_forces, 78, "External/Other forces-Civilians"},
             Case{none, external_forces, 80, "External/Other forces only"},
             Case{external_forces, external_forces, 88,
                  "External/Other forces-External/Other forces"},
             Case{none, none, 0, ""},
         }) {
        EXPECT_EQ(interaction_number(a, b), number);
        EXPECT_EQ(interaction_text(a, b), text);
    }
}

TEST(AcledSubEvent, BelongsToItsTypeAndDisorder) {
    EXPECT_EQ(event_type_of(AcledSubEvent::non_state_actor_overtakes_territory),
              AcledEventType::battles);
    EXPECT_EQ(event_type_of(AcledSubEvent::chemical_weapon), AcledEventType::explosions);
    EXPECT_EQ(event_type_of(AcledSubEvent::grenade), AcledEventType::explosions);
    EXPECT_EQ(event_type_of(AcledSubEvent::sexual_violence),
              AcledEventType::violence_against_civilians);
    EXPECT_EQ(event_type_of(AcledSubEvent::abduction), AcledEventType::violence_against_civilians);
    EXPECT_EQ(event_type_of(AcledSubEvent::excessive_force), AcledEventType::protests);
    EXPECT_EQ(event_type_of(AcledSubEvent::mob_violence), AcledEventType::riots);
    EXPECT_EQ(event_type_of(AcledSubEvent::agreement), AcledEventType::strategic_developments);
    EXPECT_EQ(disorder_type_of(AcledSubEvent::excessive_force),
              "Political violence; Demonstrations");
    EXPECT_EQ(disorder_type_of(AcledSubEvent::mob_violence), "Political violence");
    EXPECT_EQ(disorder_type_of(AcledSubEvent::peaceful_protest), "Demonstrations");
    EXPECT_EQ(disorder_type_of(AcledSubEvent::other), "Strategic developments");
}

TEST(AcledSubEvent, IsFoundByItsName) {
    for (std::size_t i = 0; i < acled_sub_event_names.size(); ++i) {
        EXPECT_EQ(acled_sub_event(acled_sub_event_names[i]), static_cast<AcledSubEvent>(i));
    }
    EXPECT_EQ(acled_sub_event("air/drone STRIKE"), AcledSubEvent::air_strike);
    EXPECT_EQ(acled_sub_event("Rain"), std::nullopt);
}

TEST(InterCode, IsReadFromNumbersAndWords) {
    EXPECT_EQ(inter_code(""), InterCode::none);
    EXPECT_EQ(inter_code("0"), InterCode::none);
    EXPECT_EQ(inter_code("8"), InterCode::external_forces);
    EXPECT_EQ(inter_code("External/Other forces"), InterCode::external_forces);
    EXPECT_EQ(inter_code("civilians"), InterCode::civilians);
    EXPECT_EQ(inter_code("9"), std::nullopt);
    EXPECT_EQ(inter_code("12"), std::nullopt);
}

}  // namespace
}  // namespace models
