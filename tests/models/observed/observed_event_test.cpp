#include "models/observed/observed_event.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

TEST(FoldedName, DropsCapitalsAccentsAndSigns) {
    EXPECT_EQ(folded_name("Ségou"), "segou");
    EXPECT_EQ(folded_name("SEGOU"), "segou");
    EXPECT_EQ(folded_name("Gourma-Rharous"), folded_name("Gourma Rharous"));
    EXPECT_EQ(folded_name("Ménaka"), folded_name("Menaka"));
    EXPECT_EQ(folded_name("\xC3"), "");
}

TEST(ObservedEvent, KnowsTheCapitalOfItsCercle) {
    ObservedEvent event;
    EXPECT_FALSE(event.is_in_capital());
    event.admin2 = "Ménaka";
    event.location = "Menaka";
    EXPECT_TRUE(event.is_in_capital());
    event.location = "In-Delimane";
    EXPECT_FALSE(event.is_in_capital());
}

TEST(ObservedViolence, LeavesOutWhatIsNoPoliticalViolence) {
    auto const of = [](AcledSubEvent sub_event, std::uint32_t deaths) {
        AcledEvent event;
        event.sub_event = sub_event;
        event.fatalities = deaths;
        return event;
    };
    auto const violence = observed_violence(std::vector<AcledEvent>{
        of(AcledSubEvent::armed_clash, 3), of(AcledSubEvent::peaceful_protest, 0),
        of(AcledSubEvent::excessive_force, 4), of(AcledSubEvent::agreement, 0),
        of(AcledSubEvent::mob_violence, 1)});
    ASSERT_EQ(violence.size(), 3U);
    EXPECT_EQ(violence[0].kind, ObservedKind::battle);
    EXPECT_EQ(violence[1].kind, ObservedKind::on_civilians);
    EXPECT_EQ(violence[1].deaths, 4U);
    EXPECT_EQ(violence[2].kind, ObservedKind::mob);
}

TEST(ObservedViolence, TakesBestEstimatesOfUcdp) {
    UcdpEvent event;
    event.violence = UcdpViolence::one_sided;
    event.best = 5;
    event.high = 9;
    event.date_prec = 2;
    auto const violence = observed_violence(std::vector{event});
    ASSERT_EQ(violence.size(), 1U);
    EXPECT_EQ(violence[0].kind, ObservedKind::one_sided);
    EXPECT_EQ(violence[0].deaths, 5U);
    EXPECT_FALSE(violence[0].is_day_known);
}

}  // namespace
}  // namespace models
