#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "sim/base/check.hpp"

/// \file tests/models/scenario/small_country.hpp
/// A scenario of six cells in a folder of its own, for tests to break.

namespace models::test {

/// The files of a small scenario: Aland with two regions, its neighbour Bland, three actors.
class SmallCountry {
  public:
    SmallCountry() {
        auto const* test = ::testing::UnitTest::GetInstance()->current_test_info();
        auto name = std::string{"azalai_"} + test->test_suite_name() + "_" + test->name();
        std::replace(name.begin(), name.end(), '/', '_');
        folder_ = std::filesystem::path{::testing::TempDir()} / name;
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    ~SmallCountry() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    SmallCountry(SmallCountry const&) = delete;
    SmallCountry& operator=(SmallCountry const&) = delete;

    /// Replace the first occurrence of a text in a file. Throws if it is not there.
    SmallCountry& replace(std::string const& file, std::string const& from, std::string const& to) {
        auto& text = files_.at(file);
        auto const at = text.find(from);
        if (at == std::string::npos) throw std::logic_error("no '" + from + "' in " + file);
        text.replace(at, from.size(), to);
        return *this;
    }

    SmallCountry& append(std::string const& file, std::string const& text) {
        files_.at(file) += text;
        return *this;
    }

    SmallCountry& remove(std::string const& file) {
        files_.erase(file);
        return *this;
    }

    /// Write a file besides those of the country.
    SmallCountry& add(std::string const& file, std::string const& text) {
        files_[file] = text;
        return *this;
    }

    [[nodiscard]] Scenario load(std::vector<std::string> const& overrides = {},
                                std::vector<std::string> const& edits = {},
                                std::string const& file = "small.toml") const {
        for (auto const& [name, text] : files_) {
            std::ofstream{folder_ / name, std::ios::binary} << text;
        }
        return load_scenario(folder_ / file, overrides, edits);
    }

    /// The message with which the scenario is refused; empty if it is not.
    [[nodiscard]] std::string refusal(std::vector<std::string> const& overrides = {},
                                      std::vector<std::string> const& edits = {}) const {
        try {
            static_cast<void>(load(overrides, edits));
        } catch (sim::InputError const& error) {
            return error.what();
        }
        return {};
    }

  private:
    std::filesystem::path folder_;
    std::map<std::string, std::string> files_{
        {"small.toml", R"([scenario]
name = "small"
title = "A small country"
country = "Aland"
first_day = 2012-01-01
last_day = 2012-12-31

[world]
grid = "grid.csv"
places = "places.csv"
routes = "routes.csv"
closures = "closures.csv"
actors = "actors.csv"
forces = "forces.csv"
timeline = "timeline.csv"
figures = "figures.csv"
communities = "communities.csv"
state_actor = "STATE"
household_size_mean = 5.0
nearby_km = 120.0
threat_memory_days = 30.0
takeover_memory_days = 60.0
momentum_memory_days = 10.0
grievance_memory_days = 28.0
revenge_memory_days = 10.0

[world.quality]
state = 0.5
external = 3.0
peacekeeper = 1.0
rebel = 1.0
rebel_coalition = 1.0
militia = 1.0
militia_coalition = 1.0
identity_militia = 1.0
other = 1.0

[output]
events = true
cells_every_days = 7
)"},
        {"grid.csv", R"(# Six cells
# grid: south=10 west=0 step=1 rows=3 columns=3
row,column,country,region,cercle,population,road_km,river_km
0,0,Aland,South,S1,1000,1,2
0,1,Aland,South,S1,2001,1,2
0,2,Bland,,,0,1,2
1,0,Aland,North,N1,300,1,2
1,1,Aland,North,N1,7,1,2
1,2,Bland,,,0,1,2
)"},
        {"places.csv",
         R"(id,name,kind,country,region,cercle,lat,lon,population_2012,capacity,opens,closes,note_source
alpha,Alpha,town,Aland,South,S1,10.5,0.5,900,,,,
beta,Beta,town,Aland,North,N1,11.5,0.5,200,,,,
gamma,Gamma,foreign_town,Bland,,,10.5,2.5,,,,,
delta,Delta,camp,Bland,,,11.5,2.5,,500,2012-02-01,2012-03-01,
epsilon,Epsilon,town,Aland,North,N1,11.4,1.5,,,,,
far,Far,foreign_town,Bland,,,11.5,6,,,,,
)"},
        {"routes.csv", R"(a,b,km,kind,crosses_border,note_source
alpha,beta,120,road,0,
alpha,gamma,240,track,1,
gamma,delta,115,track,0,
)"},
        {"closures.csv", R"(id,kind,a,b,starts,ends,note_source
border,country,Bland,Aland,2012-01-10,2012-01-19,
road,route,beta,alpha,2012-03-01,,
before,route,beta,alpha,2011-03-01,2011-12-31,
)"},
        {"actors.csv",
         R"(id,name,class,acled_inter_code,starts,ends,parent,merged_into,base_places,strength,strength_low,strength_high,restraint,has_aircraft,note_source
STATE,The army,state,1,2011-01-01,,,,alpha:3;beta,1000,500,2000,0.6,1,
REBELS,The rebels,rebel,2,2011-06-01,,,,epsilon,300,,,0.4,0,
UN,The peacekeepers,peacekeeper,8,2012-02-01,2012-10-31,,,alpha:1,50,,,0.9,0,
)"},
        {"forces.csv", R"(actor,date,strength,share_places,note_source
UN,2012-04-01,80,alpha:0.5;beta:0.5,
STATE,2012-01-01,900,alpha:1,
UN,2012-02-01,50,alpha:1,
)"},
        {"timeline.csv",
         R"(id,date,end_date,effect,actor,other,place,value,title,date_basis,note_source
war,2012-01-01,,hostile,REBELS,STATE,,,War,,
attack,2012-01-05,2012-01-09,offensive,REBELS,,beta,4,Beta is attacked,,
attack-2,2012-01-05,2012-01-09,offensive,REBELS,,region:South,4,The south is attacked,,
drought,2011-06-01,2012-03-31,food_stress,,,region:North,0.5,Drought,,
un-start,2012-02-01,,actor_start,UN,,alpha,,Peacekeepers come,,
truce,2012-06-01,,ceasefire,STATE,REBELS,,,Truce,,
)"},
        {"figures.csv",
         R"(id,quantity,side,category,start,end,low,central,high,unit,source,source_document,use,observer,one_sided,note,country,place
D-2012,deaths,all,annual,2012-01-01,2012-12-31,90,100,110,deaths,Somebody,S2,target,icg,at_least,,Aland,
R-2012,refugees,,refugees,2012-06-30,2012-06-30,,40,,persons,Somebody,S2,check,unhcr,,,all,beta
)"},
        {"communities.csv", R"(region,community,share,note_source
South,tuareg,0.25,
South,bambara,0.75,
North,songhai,1,
)"},
    };
};

}  // namespace models::test
