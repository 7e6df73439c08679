#include "models/scenario/edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/scenario/small_country.hpp"

namespace models {
namespace {

using test::SmallCountry;

TimelineRow const* find(Scenario const& scenario, std::string const& id) {
    auto const found = std::find_if(scenario.timeline.begin(), scenario.timeline.end(),
                                    [&](auto const& row) { return row.id == id; });
    return found == scenario.timeline.end() ? nullptr : &*found;
}

/// Day and strength of every row of the peacekeepers.
std::vector<std::pair<int, double>> peacekeepers(Scenario const& scenario) {
    std::vector<std::pair<int, double>> rows;
    for (auto const& row : scenario.forces) {
        if (row.actor.row == 2) rows.emplace_back(row.day, row.strength);
    }
    return rows;
}

using Rows = std::vector<std::pair<int, double>>;

TEST(Edits, NoneLeavesHistoryAsItWas) {
    auto const scenario = SmallCountry{}.load();
    EXPECT_TRUE(scenario.edits.empty());
    EXPECT_EQ(describe_edits(scenario), "As history: the scenario edits nothing.\n");
}

TEST(Edits, RemoveOneRow) {
    auto const scenario = SmallCountry{}.load({}, {R"(action = "remove", id = "attack")"});
    EXPECT_EQ(find(scenario, "attack"), nullptr);
    EXPECT_NE(find(scenario, "attack-2"), nullptr);
    EXPECT_EQ(describe_edits(scenario), "removed: 2012-01-05 'Beta is attacked' (attack)\n");
}

TEST(Edits, RemoveAStem) {
    auto const scenario = SmallCountry{}.load({}, {R"(action = "remove", id = "attack*")"});
    EXPECT_EQ(scenario.timeline.size(), 4U);
    EXPECT_EQ(scenario.edits[0], "removed: 2012-01-05 'Beta is attacked' and 1 more (attack*)");
}

TEST(Edits, MoveKeepsTheLengthAndTheOrderOfDays) {
    auto const scenario =
        SmallCountry{}.load({}, {R"(action = "move", id = "attack", days = 300)"});
    auto const* row = find(scenario, "attack");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->begins, 304);
    EXPECT_EQ(row->ends, 309);
    EXPECT_EQ(scenario.timeline.back().id, "attack");
    EXPECT_EQ(scenario.edits[0],
              "moved by 300 days to 2012-10-31: 2012-01-05 'Beta is attacked' (attack)");
}

TEST(Edits, ChangeColumns) {
    auto const scenario = SmallCountry{}.load(
        {},
        {R"(action = "change", id = "attack", value = 2, place = "region:North", end_date = 2012-02-01)",
         R"(action = "change", id = "truce", date = 2012-07-01, holds = true)"});
    auto const* attack = find(scenario, "attack");
    EXPECT_EQ(attack->value, 2.0);
    EXPECT_EQ(attack->place, no_place);
    EXPECT_EQ(attack->region.row, 1U);
    EXPECT_EQ(attack->ends, 32);
    EXPECT_EQ(find(scenario, "truce")->begins, 182);
    EXPECT_TRUE(find(scenario, "truce")->holds);
    EXPECT_EQ(scenario.edits[0],
              "changed to end_date = 2012-02-01, value = 2, place = region:North: "
              "2012-01-05 'Beta is attacked' (attack)");
    EXPECT_EQ(scenario.edits[1],
              "changed to date = 2012-07-01, holds = true: 2012-06-01 'Truce' (truce)");
}

TEST(Edits, AddARow) {
    auto const scenario = SmallCountry{}.load(
        {},
        {R"(action = "add", id = "accord", date = 2012-03-01, effect = "accord", actor = "STATE", other = "REBELS", title = "Peace")"});
    auto const* row = find(scenario, "accord");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->begins, 60);
    EXPECT_EQ(row->agreement, AgreementKind::definitive);
    EXPECT_EQ(scenario.edits[0], "added: 2012-03-01 'Peace' (accord)");
}

TEST(Edits, HoldAnAgreement) {
    auto const scenario = SmallCountry{}.load({}, {R"(action = "hold", id = "truce")"});
    EXPECT_TRUE(find(scenario, "truce")->holds);
    EXPECT_EQ(scenario.edits[0], "cannot collapse: 2012-06-01 'Truce' (truce)");
}

TEST(Edits, MoveAForce) {
    auto const scenario =
        SmallCountry{}.load({}, {R"(action = "move_force", actor = "UN", days = -31)"});
    EXPECT_EQ(peacekeepers(scenario), (Rows{{0, 50.0}, {60, 80.0}}));
    EXPECT_EQ(scenario.edits[0], "the forces of UN come and go 31 days earlier");
}

TEST(Edits, ScaleAForceForEver) {
    auto const scenario =
        SmallCountry{}.load({}, {R"(action = "scale_force", actor = "UN", factor = 0)"});
    EXPECT_EQ(peacekeepers(scenario), (Rows{{31, 0.0}, {91, 0.0}}));
}

TEST(Edits, ScaleAForceBetweenDaysAndBackAgain) {
    auto const scenario = SmallCountry{}.load(
        {},
        {R"(action = "scale_force", actor = "UN", factor = 0.5, from = 2012-03-01, until = 2012-06-01)"});
    EXPECT_EQ(peacekeepers(scenario), (Rows{{31, 50.0}, {60, 25.0}, {91, 40.0}, {152, 80.0}}));
    EXPECT_EQ(scenario.edits[0],
              "the strength of UN is multiplied by 0.5 from 2012-03-01 until 2012-06-01");
}

TEST(Edits, OfTheFileComeBeforeThoseGivenBeside) {
    SmallCountry country;
    country.append("small.toml", R"(
[[edit]]
action = "move"
id = "attack"
days = 10
)");
    auto const scenario = country.load({}, {R"(action = "remove", id = "attack")"});
    EXPECT_EQ(scenario.edits[1], "removed: 2012-01-15 'Beta is attacked' (attack)");
}

TEST(Edits, ThatMatchNothingNameTheNearest) {
    auto const message = SmallCountry{}.refusal({}, {R"(action = "remove", id = "atack")"});
    EXPECT_NE(message.find("id"), std::string::npos) << message;
    EXPECT_NE(message.find("Did you mean 'attack'?"), std::string::npos) << message;
}

TEST(Edits, InAFileAreRefusedWithLineAndKey) {
    SmallCountry country;
    country.append("small.toml", "[[edit]]\naction = \"remove\"\nid = \"atack*\"\n");
    auto const message = country.refusal();
    EXPECT_NE(message.find("small.toml:43:"), std::string::npos) << message;
    EXPECT_NE(message.find("Did you mean 'attack'?"), std::string::npos) << message;
}

/// An edit that is wrong, and a part of what the message says.
struct WrongEdit {
    std::string edit;
    std::string word;
};

TEST(Edits, ThatAreWrongAreRefused) {
    std::vector<WrongEdit> const wrong{
        {R"(action = "erase", id = "attack")", "action"},
        {R"(action = "remove", id = "attack", days = 3)", "days"},
        {R"(action = "move", id = "attack")", "days"},
        {R"(action = "change", id = "attack")", "changes nothing"},
        {R"(action = "change", id = "attack", actor = "REBLS")", "Did you mean 'REBELS'?"},
        {R"(action = "change", id = "attack", end_date = 2012-01-01)", "end_date"},
        {R"(action = "change", id = "attack", date = 2013-01-01)", "outside the period"},
        {R"(action = "change", id = "truce", other = "STATE")", "makes no sense"},
        {R"(action = "add", id = "truce", date = 2012-03-01, effect = "note")", "already"},
        {R"(action = "add", id = "x", date = 2031-03-01, effect = "note")", "outside the period"},
        {R"(action = "add", id = "x", effect = "note")", "date"},
        {R"(action = "add", id = "x", date = 2012-03-01, effect = "hostile")", "needs"},
        {R"(action = "hold", id = "attack")", "no ceasefire"},
        {R"(action = "move_force", actor = "REBELS", days = 3)", "no row in the force schedule"},
        {R"(action = "scale_force", actor = "UN", factor = -1)", "factor"},
        {R"(action = "scale_force", actor = "UN", factor = 2, from = 2013-06-01)", "from"},
        {R"(action = "scale_force", actor = "UN", factor = 2, until = 2012-01-15)", "until"},
        {R"(action = "scale_force", actor = "UN", factor = 2, from = 2012-05-01, until = 2012-04-01)",
         "until"},
    };
    for (auto const& one : wrong) {
        auto const message = SmallCountry{}.refusal({}, {one.edit});
        EXPECT_NE(message.find(one.word), std::string::npos) << one.edit << "\n" << message;
    }
}

}  // namespace
}  // namespace models
