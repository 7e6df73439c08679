#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "tests/models/scenario/small_country.hpp"

namespace models {
namespace {

using test::SmallCountry;

/// A scenario broken in one way, and what the message must say.
struct Broken {
    std::string name;
    std::function<void(SmallCountry&)> damage;
    std::vector<std::string> words;  ///< Parts of the message: where, what, and often what to do.

    friend std::ostream& operator<<(std::ostream& out, Broken const& one) {
        return out << one.name;
    }
};

class BrokenInput : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenInput, IsRefusedWithFileLineAndKey) {
    SmallCountry country;
    GetParam().damage(country);
    auto const message = country.refusal();
    for (auto const& word : GetParam().words) {
        EXPECT_NE(message.find(word), std::string::npos) << word << " in: " << message;
    }
}

/// Damage that replaces one text of a file by another.
std::function<void(SmallCountry&)> replacing(std::string file, std::string from, std::string to) {
    return [=](SmallCountry& country) { country.replace(file, from, to); };
}

/// Verifications of lists of refugees, where the country has none.
std::function<void(SmallCountry&)> lists(std::string rows) {
    return [=](SmallCountry& country) {
        country
            .add("registrations.csv",
                 "place,verified_on,counted_before,counted_after,note_source\n" + rows)
            .replace("small.toml", "[world]", "[world]\nregistrations = \"registrations.csv\"");
    };
}

std::vector<Broken> const scenarios{
    {"WrongType",
     replacing("small.toml", "nearby_km = 120.0", "nearby_km = \"far\""),
     {"small.toml:20:", "world.nearby_km"}},
    {"UnknownKey",
     replacing("small.toml", "threat_memory_days = 30.0",
               "threat_memory_days = 30.0\nthreat_memory_day = 30.0"),
     {"small.toml:22:", "world.threat_memory_day", "threat_memory_days"}},
    {"UnknownSection",
     [](SmallCountry& country) { country.append("small.toml", "[outptu]\nevents = true\n"); },
     {"small.toml:41:", "outptu", "output"}},
    {"MissingKey",
     replacing("small.toml", "title = \"A small country\"\n", ""),
     {"small.toml", "scenario.title"}},
    {"MissingTable",
     [](SmallCountry& country) { country.replace("small.toml", "routes.csv", "roads.csv"); },
     {"roads.csv"}},
    {"NegativeNumber",
     replacing("small.toml", "momentum_memory_days = 10.0", "momentum_memory_days = -10.0"),
     {"small.toml:23:", "world.momentum_memory_days", "> 0"}},
    {"HugeNumber",
     replacing("small.toml", "household_size_mean = 5.0", "household_size_mean = 1e300"),
     {"small.toml:19:", "world.household_size_mean"}},
    {"LastDayBeforeFirst",
     replacing("small.toml", "last_day = 2012-12-31", "last_day = 2011-12-31"),
     {"small.toml:6:", "scenario.last_day", "2012-01-01"}},
    {"NotADate",
     replacing("small.toml", "last_day = 2012-12-31", "last_day = \"2012-02-30\""),
     {"small.toml:6:", "scenario.last_day"}},
    {"EmptyScenario",
     [](SmallCountry& country) { country.add("small.toml", ""); },
     {"small.toml", "empty"}},
    {"ScenarioNotUtf8",
     replacing("small.toml", "A small country", "A sm\xE4ll country"),
     {"small.toml:3", "UTF-8"}},
    {"CoarseHouseholds",
     replacing("small.toml", "nearby_km = 120.0", "nearby_km = 120.0\nhouseholds_scale = 10"),
     {"small.toml:21:", "world.households_scale"}},
    {"UnknownStateActor",
     replacing("small.toml", "state_actor = \"STATE\"", "state_actor = \"STAT\""),
     {"small.toml:18:", "world.state_actor", "Did you mean 'STATE'?"}},
    {"StateActorThatIsNone",
     replacing("small.toml", "state_actor = \"STATE\"", "state_actor = \"UN\""),
     {"small.toml:18:", "world.state_actor", "class state"}},
};
INSTANTIATE_TEST_SUITE_P(Scenario, BrokenInput, ::testing::ValuesIn(scenarios),
                         [](auto const& test) { return test.param.name; });

std::vector<Broken> const maps{
    {"NoGridLine",
     replacing("grid.csv", "# grid: south=10 west=0 step=1 rows=3 columns=3\n", ""),
     {"grid.csv:1:", "# grid:"}},
    {"GridLineWithoutStep", replacing("grid.csv", "step=1 ", ""), {"grid.csv:2:", "step="}},
    {"GridLineWithWord", replacing("grid.csv", "step=1", "step=one"), {"grid.csv:2:", "step=one"}},
    {"GridWithHugeRows", replacing("grid.csv", "rows=3", "rows=1e99"), {"grid.csv:2:", "rows"}},
    {"CellOffTheGrid",
     replacing("grid.csv", "1,2,Bland", "1,3,Bland"),
     {"grid.csv:9:", "'column'", "<= 2"}},
    {"CellTwice",
     replacing("grid.csv", "0,1,Aland,South,S1,2001", "0,0,Aland,South,S1,2001"),
     {"grid.csv:5:", "twice"}},
    {"CellsOutOfOrder",
     replacing("grid.csv", "1,0,Aland,North,N1,300", "0,0,Aland,North,N1,300"),
     {"grid.csv:7:", "Sort"}},
    {"NegativePeople",
     replacing("grid.csv", "S1,1000", "S1,-1000"),
     {"grid.csv:4:", "'population'", "-1000"}},
    {"HugePopulation",
     replacing("grid.csv", "S1,1000", "S1,99999999999999999999"),
     {"grid.csv:4:", "'population'"}},
    {"PeopleAbroad",
     replacing("grid.csv", "1,2,Bland,,,0", "1,2,Bland,,,5"),
     {"grid.csv:9:", "'population'"}},
    {"CercleInTwoRegions",
     replacing("grid.csv", "1,1,Aland,North,N1", "1,1,Aland,North,S1"),
     {"grid.csv:8:", "'cercle'", "South"}},
    {"NobodysCountry",
     replacing("small.toml", "country = \"Aland\"", "country = \"Oland\""),
     {"grid.csv", "Oland"}},
    {"TableNotUtf8", replacing("grid.csv", "Six", "S\xEFx"), {"grid.csv:1", "UTF-8"}},
    {"EmptyTable",
     [](SmallCountry& country) { country.add("places.csv", ""); },
     {"places.csv", "empty"}},
    {"MissingColumn",
     replacing("places.csv", ",capacity", ",space"),
     {"places.csv:1:", "'space'", "capacity"}},
    {"PlaceOffTheMap",
     replacing("places.csv", "Alpha,town,Aland,South,S1,10.5,0.5",
               "Alpha,town,Aland,South,S1,10.5,-0.5"),
     {"places.csv:2:", "'lat'", "off the map"}},
    {"PlaceFarOffTheMap",
     replacing("places.csv", "11.5,6,", "51.5,6,"),
     {"places.csv:7:", "'lat'", "off the map"}},
    {"PlaceOffTheGlobe",
     replacing("places.csv", "11.5,6,", "91.5,6,"),
     {"places.csv:7:", "'lat'", "<= 90"}},
    {"PlaceInAnotherCountry",
     [](SmallCountry& country) {
         // One cell off is let pass, so the grid needs a third column of Bland.
         country.replace("grid.csv", "columns=3", "columns=4")
             .replace("grid.csv", "1,0,Aland", "0,3,Bland,,,0,1,2\n1,0,Aland")
             .replace("places.csv", "Alpha,town,Aland,South,S1,10.5,0.5",
                      "Alpha,town,Aland,South,S1,10.5,3.5");
     },
     {"places.csv:2:", "'lat'", "lies in Bland"}},
    {"UnknownCountryOfPlace",
     replacing("places.csv", "foreign_town,Bland", "foreign_town,Blnd"),
     {"places.csv:4:", "'country'", "Did you mean 'Bland'?"}},
    {"UnknownKindOfPlace",
     replacing("places.csv", "Alpha,town", "Alpha,twn"),
     {"places.csv:2:", "'kind'", "town"}},
    {"PlaceTwice",
     replacing("places.csv", "beta,Beta", "alpha,Beta"),
     {"places.csv:3:", "duplicate 'alpha'"}},
    {"PlaceWithSpaces",
     replacing("places.csv", "beta,Beta", "be ta,Beta"),
     {"places.csv:3:", "'id'"}},
    {"CampThatClosesFirst",
     replacing("places.csv", "2012-03-01", "2012-01-01"),
     {"places.csv:5:", "'closes'", "2012-02-01"}},
    {"DateOfAnotherAge",
     replacing("places.csv", "2012-02-01", "0212-02-01"),
     {"places.csv:5:", "'opens'"}},
    {"RouteToNowhere",
     replacing("routes.csv", "alpha,gamma", "alpha,gama"),
     {"routes.csv:3:", "'b'", "Did you mean 'gamma'?"}},
    {"RouteToItself",
     replacing("routes.csv", "alpha,gamma", "alpha,alpha"),
     {"routes.csv:3:", "'b'", "ends where it begins"}},
    {"RouteTwice",
     replacing("routes.csv", "alpha,gamma,240,track,1", "beta,alpha,120,track,0"),
     {"routes.csv:3:", "duplicate 'alpha to beta'"}},
    {"RouteTooShort",
     replacing("routes.csv", "alpha,beta,120", "alpha,beta,100"),
     {"routes.csv:2:", "'km'", "great circle"}},
    {"RouteOverNoBorder",
     replacing("routes.csv", "120,road,0", "120,road,1"),
     {"routes.csv:2:", "'crosses_border'"}},
    {"ClosureOfNoRoute",
     replacing("closures.csv", "route,beta,alpha", "route,beta,gamma"),
     {"closures.csv:3:", "no route joins"}},
    {"ClosureThatEndsFirst",
     replacing("closures.csv", "2012-01-19", "2012-01-09"),
     {"closures.csv:2:", "'ends'", "before the start"}},
    {"NoRouteAtHome",
     [](SmallCountry& country) {
         country.add("routes.csv", "a,b,km,kind,crosses_border\ngamma,delta,115,track,0\n")
             .add("closures.csv", "id,kind,a,b,starts,ends\n");
     },
     {"routes.csv", "Aland"}},
};
INSTANTIATE_TEST_SUITE_P(Map, BrokenInput, ::testing::ValuesIn(maps),
                         [](auto const& test) { return test.param.name; });

std::vector<Broken> const histories{
    {"ActorTwice",
     replacing("actors.csv", "REBELS,", "STATE,"),
     {"actors.csv:3:", "duplicate 'STATE'"}},
    {"UnknownBase",
     replacing("actors.csv", "alpha:3;beta", "alpha:3;betta"),
     {"actors.csv:2:", "'base_places'", "Did you mean 'beta'?"}},
    {"BaseTwice",
     replacing("actors.csv", "alpha:3;beta", "alpha:3;alpha"),
     {"actors.csv:2:", "'base_places'", "twice"}},
    {"WeightOfNothing",
     replacing("actors.csv", "alpha:3;beta", "alpha:0;beta"),
     {"actors.csv:2:", "'base_places'", "> 0"}},
    {"FightersWithoutBase",
     replacing("actors.csv", "epsilon,300", ",300"),
     {"actors.csv:3:", "'base_places'"}},
    {"StrengthBelowItsLow",
     replacing("actors.csv", "1000,500,2000", "100,500,2000"),
     {"actors.csv:2:", "'strength_low'"}},
    {"RestraintAboveOne",
     replacing("actors.csv", "0.6,1,", "1.6,1,"),
     {"actors.csv:2:", "'restraint'", "<= 1"}},
    {"UnknownParent",
     replacing("actors.csv", "2011-06-01,,,,", "2011-06-01,,STAT,,"),
     {"actors.csv:3:", "'parent'", "Did you mean 'STATE'?"}},
    {"ForceOfNobody",
     replacing("forces.csv", "STATE,", "STATES,"),
     {"forces.csv:3:", "'actor'", "Did you mean 'STATE'?"}},
    {"ForceTwiceOnADay",
     replacing("forces.csv", "UN,2012-04-01", "UN,2012-02-01"),
     {"forces.csv:4:", "duplicate 'UN on 2012-02-01'"}},
    {"NegativeForce", replacing("forces.csv", "900", "-900"), {"forces.csv:3:", "'strength'"}},
    {"EventTwice",
     replacing("timeline.csv", "attack-2", "attack"),
     {"timeline.csv:4:", "duplicate 'attack'"}},
    {"UnknownEffect",
     replacing("timeline.csv", "hostile", "hostle"),
     {"timeline.csv:2:", "'effect'", "hostile"}},
    {"EffectWithoutActor",
     replacing("timeline.csv", "hostile,REBELS,", "hostile,,"),
     {"timeline.csv:2:", "'effect'", "needs"}},
    {"UnknownRegion",
     replacing("timeline.csv", "region:South", "region:Sout"),
     {"timeline.csv:4:", "'place'", "Did you mean 'South'?"}},
    {"EventThatEndsFirst",
     replacing("timeline.csv", "2012-01-09", "2012-01-04"),
     {"timeline.csv:3:", "'end_date'", "2012-01-05"}},
    {"EventInAnotherAge",
     replacing("timeline.csv", "2012-06-01", "2212-06-01"),
     {"timeline.csv:7:", "'date'", "2100"}},
    {"FigureOutOfOrder",
     replacing("figures.csv", "90,100,110", "190,100,110"),
     {"figures.csv:2:", "'low'"}},
    {"TargetWithoutNumber",
     replacing("figures.csv", "90,100,110", ",,"),
     {"figures.csv:2:", "'use'"}},
    {"FigureOfNowhere",
     replacing("figures.csv", "at_least,,Aland", "at_least,,Alnd"),
     {"figures.csv:2:", "'country'", "Did you mean 'Aland'?"}},
    {"FigureOfAnUnknownRegion",
     replacing("figures.csv",
               "R-2012,refugees,,refugees,2012-06-30,2012-06-30,,40,,persons,Somebody,"
               "S2,check,unhcr,,,all,beta",
               "I-2012,idps,,idps,2012-06-30,2012-06-30,,40,,persons,Somebody,S2,check,cmp,,,Aland,"
               "region:North;Soth"),
     {"figures.csv:3:", "'place'", "Did you mean 'South'?"}},
    {"FigureOfRegionsOfRefugees",
     replacing("figures.csv", "all,beta", "all,region:North"),
     {"figures.csv:3:", "'place'", "only IDPs"}},
    {"FigureOfNoRegion",
     replacing(
         "figures.csv",
         "refugees,,refugees,2012-06-30,2012-06-30,,40,,persons,Somebody,S2,"
         "check,unhcr,,,all,beta",
         "idps,,idps,2012-06-30,2012-06-30,,40,,persons,Somebody,S2,check,cmp,,,Aland,region:"),
     {"figures.csv:3:", "'place'", "region:NAME"}},
    {"ListOfAnUnknownPlace",
     lists("gama,2012-05-01,20,10,\n"),
     {"registrations.csv:2:", "'place'", "Did you mean 'gamma'?"}},
    {"ListOfPeopleAtHome",
     lists("beta,2012-05-01,20,10,\n"),
     {"registrations.csv:2:", "'place'", "simulated country"}},
    {"ListOfAnUnknownCountry",
     lists("country:Blant,2012-05-01,20,10,\n"),
     {"registrations.csv:2:", "'place'", "Did you mean 'Bland'?"}},
    {"ListOfTheSimulatedCountry",
     lists("country:Aland,2012-05-01,20,10,\n"),
     {"registrations.csv:2:", "'place'", "simulated country"}},
    {"ListBeforeOfNobody",
     lists("gamma,2012-05-01,0,10,\n"),
     {"registrations.csv:2:", "'counted_before'", "> 0"}},
    {"ListAfterOfNobody",
     lists("gamma,2012-05-01,20,-1,\n"),
     {"registrations.csv:2:", "'counted_after'", "> 0"}},
    {"ListWithoutDate", lists("gamma,,20,10,\n"), {"registrations.csv:2:", "'verified_on'"}},
    {"ListsOutOfOrder",
     lists("gamma,2012-05-01,20,10,\ndelta,2012-04-01,20,10,\ngamma,2012-05-01,9,8,\n"),
     {"registrations.csv:4:", "'verified_on'", "2012-05-01", "Sort"}},
    {"ListWithoutItsColumns",
     [](SmallCountry& country) {
         country.add("registrations.csv", "place,verified_on,before\n")
             .replace("small.toml", "[world]", "[world]\nregistrations = \"registrations.csv\"");
     },
     {"registrations.csv:1:", "counted_before"}},
    {"SharesThatDoNotSumToOne",
     replacing("communities.csv", "0.75", "0.70"),
     {"communities.csv:3:", "'share'", "'South'", "0.95"}},
    {"RegionWithoutShares",
     replacing("communities.csv", "North,songhai,1,\n", ""),
     {"communities.csv:3:", "'North'", "no shares"}},
    {"UnknownCommunity",
     replacing("communities.csv", "songhai", "songhay"),
     {"communities.csv:4:", "'community'", "Did you mean 'songhai'?"}},
    {"ShareTwice",
     replacing("communities.csv", "bambara,0.75", "tuareg,0.75"),
     {"communities.csv:3:", "duplicate"}},
};
INSTANTIATE_TEST_SUITE_P(History, BrokenInput, ::testing::ValuesIn(histories),
                         [](auto const& test) { return test.param.name; });

}  // namespace
}  // namespace models
