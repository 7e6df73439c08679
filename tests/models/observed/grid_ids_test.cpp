#include "models/observed/grid_ids.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/config/csv_table.hpp"

namespace models {
namespace {

TEST(PrioGrid, NumbersCellsFromTheSouthWest) {
    EXPECT_EQ(priogrid_gid({.lat = -89.75, .lon = -179.75}), 1);
    EXPECT_EQ(priogrid_gid({.lat = -89.75, .lon = 179.75}), 720);
    EXPECT_EQ(priogrid_gid({.lat = -89.25, .lon = -179.75}), 721);
    EXPECT_EQ(priogrid_gid({.lat = 89.75, .lon = 179.75}), 259200);
}

TEST(PrioGrid, GivesAnEdgeToTheCellNorthOrEast) {
    EXPECT_EQ(priogrid_gid({.lat = 24.5, .lon = -6.5}), priogrid_gid({.lat = 24.75, .lon = -6.25}));
    EXPECT_EQ(priogrid_gid({.lat = 90.0, .lon = 180.0}),
              priogrid_gid({.lat = 89.75, .lon = -179.75}));
}

TEST(PrioGrid, KnowsTwoCellsOfMali) {
    // Ids and centres of the half-degree table of Mali's population.
    EXPECT_EQ(priogrid_gid({.lat = 24.75, .lon = -6.75}), 165227);
    EXPECT_EQ(priogrid_centre(165228), (sim::GeoPoint{.lat = 24.75, .lon = -6.25}));
}

TEST(PrioGrid, AgreesWithEveryCellOfMali) {
    std::filesystem::path const table =
        AZALAI_SOURCE_DIR "/../shared/data/population/mali_grid05_gpw2020.csv";
    if (!std::filesystem::exists(table)) GTEST_SKIP() << table << " is absent";
    auto const cells =
        sim::CsvTable::load(table, {"priogrid_gid", "lon", "lat"},
                            {"frac_in_mali", "gpw_density_2020", "cell_km2", "pop2020_in_mali"});
    int count = 0;
    for (auto const& row : cells.rows()) {
        auto const gid = static_cast<std::int32_t>(row.integer("priogrid_gid"));
        sim::GeoPoint const centre{.lat = row.number("lat"), .lon = row.number("lon")};
        EXPECT_EQ(priogrid_gid(centre), gid);
        EXPECT_EQ(priogrid_centre(gid), centre);
        ++count;
    }
    EXPECT_GT(count, 300);
}

TEST(ViewsMonth, CountsFromJanuary1980) {
    EXPECT_EQ(views_month_id(sim::make_date(1980, 1, 1)), 1);
    EXPECT_EQ(views_month_id(sim::make_date(1980, 12, 31)), 12);
    // VIEWS' documentation: 409 is January 2014, 445 January 2017.
    EXPECT_EQ(views_month_id(sim::make_date(2014, 1, 15)), 409);
    EXPECT_EQ(views_month_id(sim::make_date(2017, 1, 31)), 445);
    EXPECT_EQ(views_month_start(445), sim::make_date(2017, 1, 1));
}

}  // namespace
}  // namespace models
