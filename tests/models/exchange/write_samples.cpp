#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "models/exchange/acled_writer.hpp"
#include "models/exchange/ucdp_writer.hpp"
#include "models/exchange/views_writer.hpp"
#include "tests/models/exchange/testing.hpp"

// Writes a table of each format into a folder, for programs that know nothing of us.

namespace {

void write_all(std::filesystem::path const& folder) {
    auto const sink_to = [](std::ofstream& file) {
        return models::TextSink{[&file](std::string_view text) { file << text; }};
    };
    std::vector const acled{models::testing::hostile_acled(1), models::testing::hostile_acled(2)};
    std::vector const ucdp{models::testing::hostile_ucdp(1), models::testing::hostile_ucdp(2)};
    for (auto const codes : {models::AcledCodes::text, models::AcledCodes::number}) {
        bool const is_text = codes == models::AcledCodes::text;
        std::ofstream file{folder / (is_text ? "acled.csv" : "acled-number.csv")};
        models::write_acled(acled, codes, sink_to(file));
    }
    std::ofstream ged{folder / "ged.csv"};
    models::write_ucdp(ucdp, sink_to(ged));
    models::ViewsFrame const frame{
        .unit = models::ViewsUnit::country, .units = {432}, .first_month = 385, .last_month = 387};
    std::vector const outcomes{models::ViewsOutcome::ged_os};
    std::vector const draws{models::count_views(frame, outcomes, ucdp, {}),
                            models::count_views(frame, outcomes, {}, {})};
    std::ofstream views{folder / "views.csv"};
    models::write_views(frame, outcomes, draws, sink_to(views));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        write_all(argv[1]);
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 74;
    }
    return 0;
}
