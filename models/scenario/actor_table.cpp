#include "models/scenario/actor_table.hpp"

#include "sim/config/csv_table.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {
namespace {

constexpr sim::Range fighters_range{.minimum = 0.0, .maximum = most_fighters, .unit = "fighters"};

void read_strength(sim::CsvRow const& row, ActorRow& actor) {
    actor.strength = row.number("strength", fighters_range);
    actor.strength_low = row.number_if("strength_low", fighters_range).value_or(actor.strength);
    actor.strength_high = row.number_if("strength_high", fighters_range).value_or(actor.strength);
    if (actor.strength_low > actor.strength) {
        row.error("strength_low", "(is above the strength). Correct one of them.");
    }
    if (actor.strength_high < actor.strength) {
        row.error("strength_high", "(is below the strength). Correct one of them.");
    }
}

ActorRow read_actor(sim::CsvRow const& row, NameIndex const& places) {
    ActorRow actor;
    actor.key = identifier(row, "id");
    actor.name = row.text("name");
    actor.actor_class = static_cast<ActorClass>(row.choice("class", actor_class_names));
    actor.acled_code =
        static_cast<std::uint8_t>(row.integer("acled_inter_code", {.minimum = 1, .maximum = 8}));
    actor.starts = sensible_date(row, "starts");
    actor.ends = last_day_if(row, "ends", actor.starts);
    actor.bases = place_weights(row, "base_places", places);
    read_strength(row, actor);
    if (actor.strength > 0.0 && actor.bases.empty()) {
        row.error("base_places", "(it has fighters, and no place for them). Name a place.");
    }
    actor.restraint = row.number("restraint", {.minimum = 0.0, .maximum = 1.0});
    if (row.text_if("family")) {
        actor.family = static_cast<Family>(row.choice("family", family_names));
    }
    if (row.text_if("community")) {
        actor.community = static_cast<Community>(row.choice("community", community_names));
    }
    actor.has_aircraft = row.integer("has_aircraft", {.minimum = 0, .maximum = 1}) == 1;
    return actor;
}

}  // namespace

std::vector<ActorRow> read_actors(std::filesystem::path const& path, NameIndex const& places) {
    auto const table = sim::CsvTable::load(
        path,
        {"id", "name", "class", "acled_inter_code", "starts", "ends", "parent", "merged_into",
         "base_places", "strength", "strength_low", "strength_high", "restraint", "has_aircraft"},
        {"note_source", "family", "community"});
    auto const rows = table.rows();
    sim::UniqueKeys ids;
    std::vector<ActorRow> actors;
    for (auto const& row : rows) {
        ids.add(row, "id");
        actors.push_back(read_actor(row, places));
    }
    auto const names = actor_index(actors);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (auto const parent = row_of_if(rows[i], "parent", names)) {
            actors[i].parent = ActorId{*parent};
        }
        if (auto const heir = row_of_if(rows[i], "merged_into", names)) {
            actors[i].merged_into = ActorId{*heir};
        }
    }
    return actors;
}

NameIndex actor_index(std::vector<ActorRow> const& actors) {
    std::vector<std::string> keys;
    for (auto const& actor : actors) keys.push_back(actor.key);
    return {"actor", keys};
}

}  // namespace models
