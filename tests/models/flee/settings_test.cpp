#include "models/flee/settings.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"

namespace models::flee {
namespace {

std::string failure(std::string const& text) {
    try {
        static_cast<void>(parse_settings(text, "s.yml"));
    } catch (sim::InputError const& error) {
        return error.what();
    }
    return "";
}

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(FleeSettings, DefaultsAreThoseOfFlee) {
    auto const settings = parse_settings("move_rules:\n", "s.yml");
    EXPECT_EQ(settings.move.max_move_speed, 360.0);
    EXPECT_NEAR(settings.move.conflict_weight, 0.316, 0.001);
    EXPECT_EQ(settings.move.capacity_buffer, 0.9);
    EXPECT_EQ(settings.spawn.decay_interval, 30.0);
    EXPECT_TRUE(settings.spawn.insert_day0);
    EXPECT_EQ(settings.hasten, 1);
    EXPECT_TRUE(settings.warnings.empty());
}

TEST(FleeSettings, ReadsValues) {
    auto const settings = parse_settings(
        "spawn_rules:\n  take_from_population: True\n  conflict_spawn_decay: [1.0, 0.5]\n"
        "  conflict_driven_spawning:\n    spawn_mode: pop_ratio\n"
        "move_rules:\n  camp_weight: 5\n  awareness_level: -2\n"
        "optimisations:\n  hasten: 10 \n",
        "s.yml");
    EXPECT_TRUE(settings.spawn.take_from_population);
    EXPECT_EQ(settings.spawn.decay, (std::vector<double>{1.0, 0.5}));
    EXPECT_EQ(settings.spawn.mode, SpawnMode::pop_ratio);
    EXPECT_EQ(settings.spawn.displaced_per_conflict_day, 0.01);
    EXPECT_EQ(settings.move.camp_weight, 5.0);
    EXPECT_EQ(settings.move.awareness_level, 1U);
    EXPECT_EQ(settings.hasten, 10);
}

TEST(FleeSettings, OldRulesSetFourValues) {
    auto const settings = parse_settings(
        "move_rules: {use_v1_rules: True, max_move_speed: 99, avoid_short_stints: True}", "s.yml");
    EXPECT_EQ(settings.move.max_move_speed, 200.0);
    EXPECT_EQ(settings.move.camp_weight, 2.0);
    EXPECT_EQ(settings.move.conflict_weight, 0.25);
    EXPECT_FALSE(settings.move.avoid_short_stints);
}

TEST(FleeSettings, NamesEachKeyThatHasNoEffectOnce) {
    auto const settings = parse_settings(
        "log_levels:\n  agent: 1\n  camp: 0\n  granularity: location\n"
        "move_rules:\n  fixed_routes: True\n  harvest_months: []\n  BoysTakeRisk: False\n"
        "  flood_rules: {max_flood_level: 4}\n",
        "s.yml");
    ASSERT_EQ(settings.warnings.size(), 3U);
    EXPECT_TRUE(has(settings.warnings[0], "s.yml:2: log_levels.agent = 1"));
    EXPECT_TRUE(has(settings.warnings[1], "s.yml:6: move_rules.fixed_routes = True"));
    EXPECT_TRUE(has(settings.warnings[2], "s.yml:9: move_rules.flood_rules"));
}

TEST(FleeSettings, RefusesUnknownKeysAndNamesTheNearest) {
    auto const message = failure("move_rules:\n  camp_wieght: 5\n");
    EXPECT_TRUE(has(message, "s.yml:2: move_rules.camp_wieght (no such key)")) << message;
    EXPECT_TRUE(has(message, "'camp_weight'")) << message;
    EXPECT_TRUE(has(failure("mov_rules:\n  camp_weight: 5\n"), "'move_rules'"));
    EXPECT_TRUE(has(failure("x: 1\n"), "s.yml:1: x (no such key)"));
}

TEST(FleeSettings, RefusesWrongValuesWithLineAndKey) {
    for (auto const* text :
         {"a: 1\nmove_rules:\n  camp_movechance: 1.5\n", "a: 1\nmove_rules:\n  softening: .nan\n",
          "a: 1\nmove_rules:\n  max_move_speed: 0\n", "a: 1\nmove_rules:\n  start_on_foot: 7\n",
          "a: 1\nmove_rules:\n  awareness_level: deep\n",
          "a: 1\nspawn_rules:\n  conflict_spawn_decay: 3\n",
          "a: 1\nspawn_rules:\n  conflict_spawn_decay: [a]\n",
          "a: 1\noptimisations:\n  hasten: 0\n", "a: 1\noptimisations:\n  hasten: 2.5\n",
          "a: 1\nmove_rules:\n  camp_weight: [1, 2]\n"}) {
        EXPECT_TRUE(has(failure(text), "s.yml:3: ")) << text << failure(text);
    }
    EXPECT_TRUE(has(failure("move_rules: 3\n"), "s.yml:1: move_rules = 3"));
    EXPECT_TRUE(has(failure("move_rules:\n  softening: 1\n  softening: 2\n"), "twice"));
    EXPECT_TRUE(has(failure("a: [1\n"), "s.yml:2: not valid YAML"));
    EXPECT_TRUE(has(failure("just words\n"), "s.yml:1"));
    EXPECT_TRUE(has(failure("[1, 2]: 3\n"), "s.yml:1"));
    EXPECT_NE(failure("a: &a [*a]\n"), "");
}

TEST(FleeSettings, DeepNestingIsRefusedNotFollowed) {
    EXPECT_NE(failure(std::string(100'000, '[')), "");
    EXPECT_NE(failure(std::string(100'000, '{')), "");
}

}  // namespace
}  // namespace models::flee
