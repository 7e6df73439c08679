#include "models/flee/instance.hpp"

#include <algorithm>
#include <set>

#include "models/flee/series.hpp"
#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"

namespace models::flee {

namespace {

namespace fs = std::filesystem;

// Notes each file whose content matters.
class Inputs {
  public:
    explicit Inputs(Instance& instance) : instance_(instance) {}

    fs::path operator()(fs::path const& relative) {
        auto path = instance_.folder / relative;
        if (fs::is_regular_file(path) && seen_.insert(relative.string()).second) {
            instance_.inputs.push_back({relative.generic_string(), sim::sha256_of_file(path)});
        }
        return path;
    }

  private:
    Instance& instance_;
    std::set<std::string> seen_;
};

void read_period(fs::path const& path, Instance& instance) {
    auto const rows = load_csv(path);
    bool has_start = false;
    for (auto const& row : rows) {
        if (row.cell(0) == "StartDate") {
            instance.start = row.date(1, "StartDate");
            has_start = true;
        } else if (row.cell(0) == "Length") {
            instance.days = static_cast<std::uint32_t>(
                row.integer(1, "Length", {.minimum = 1, .maximum = 36'525, .unit = "days"}));
        } else if (!row.is_comment()) {
            row.error(0, "key", "(must be StartDate or Length). Correct it.");
        }
    }
    sim::require(has_start && instance.days > 0,
                 path.string() + " needs a row StartDate and a row Length. Add them.");
}

// The series of every row of data_layout.csv, by the name in its first column.
std::map<std::string, Series, std::less<>> read_series(Inputs& inputs, Instance const& instance) {
    auto const layout = inputs("source_data/data_layout.csv");
    std::map<std::string, Series, std::less<>> series;
    for (auto const& row : without_comments(load_csv(layout))) {
        auto const& name = row.text(0, "name");
        if (series.contains(name)) row.error(0, "name", "(is there twice). Remove one row.");
        Series all;
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (i > 1 && row.cell(i).empty()) continue;
            auto const file = fs::path{"source_data"} / row.text(i, "file");
            if (!fs::is_regular_file(instance.folder / file)) {
                row.error(i, "file", "(no such file in source_data). Correct it.");
            }
            auto one = Series::load(inputs(file), instance.start, instance.settings.hasten);
            all = i == 1 ? std::move(one) : all.plus(one);
        }
        if (row.cells.size() < 2) row.error(1, "file", "(must not be empty). Name a file.");
        series.emplace(name, std::move(all));
    }
    return series;
}

void correct_registrations(fs::path const& path, sim::Date start,
                           std::map<std::string, Series, std::less<>>& series) {
    if (!fs::exists(path)) return;
    for (auto const& row : without_comments(load_csv(path))) {
        auto const found = series.find(row.text(0, "camp"));
        if (found == series.end()) {
            row.error(0, "camp", "(not in data_layout.csv). Correct it.");
        }
        found->second.correct(row, start);
    }
}

// How many are newly displaced each day: what the counts grow by, less earlier falls.
void count_arrivals(std::vector<std::int64_t> const& totals, bool insert_day0, Counts& counts) {
    std::int64_t debt = 0;
    for (std::size_t day = 0; day < totals.size(); ++day) {
        auto const growth = day == 0 ? totals[0] : totals[day] - totals[day - 1];
        auto const wanted = day == 0 && insert_day0 ? 0 : growth - debt;
        debt = std::max<std::int64_t>(0, -wanted);
        counts.arrivals.push_back(static_cast<std::int32_t>(std::max<std::int64_t>(0, wanted)));
        counts.debt.push_back(static_cast<std::int32_t>(debt));
        counts.registered.push_back(static_cast<std::int32_t>(totals[day]));
    }
}

void count(std::map<std::string, Series, std::less<>> const& series, Instance& instance) {
    auto const& rules = instance.settings.spawn;
    for (auto const camp : instance.camps) {
        sim::require(series.contains(instance.places.name[camp]),
                     (instance.folder / "source_data/data_layout.csv").string() + ": camp '" +
                         instance.places.name[camp] + "' is missing. Add a row for it.");
    }
    auto const on = [&rules](Series const& one, std::int64_t day) {
        return one.on(day) - (rules.empty_camps_on_day0 ? one.on(0) : 0);
    };
    sim::require(rules.sum_from_camps || series.contains("total"),
                 (instance.folder / "source_data/data_layout.csv").string() +
                     ": 'total' is missing. Add it, or set spawn_rules.sum_from_camps: True.");
    std::vector<std::int64_t> totals(instance.days, 0);
    for (std::uint32_t day = 0; day < instance.days; ++day) {
        for (auto const camp : instance.camps) {
            instance.counts.camps.push_back(
                on(series.find(instance.places.name[camp])->second, day));
        }
        for (auto const& [name, one] : series) {
            if ((name == "total") != rules.sum_from_camps) totals[day] += on(one, day);
        }
        sim::require(
            totals[day] <= 2'000'000'000,
            instance.folder.string() + " counts more than two billion people. Correct it.");
    }
    if (rules.mode == SpawnMode::data) {
        count_arrivals(totals, rules.insert_day0, instance.counts);
    } else {
        for (auto* column :
             {&instance.counts.arrivals, &instance.counts.debt, &instance.counts.registered}) {
            column->assign(instance.days, 0);
        }
    }
}

}  // namespace

Instance load_instance(fs::path const& folder, InstanceOptions const& options) {
    sim::require(fs::is_directory(folder),
                 folder.string() + ": no such folder. Name the folder of a Flee instance.");
    Instance instance;
    instance.folder = folder;
    Inputs inputs{instance};
    instance.settings = load_settings(inputs("simsetting.yml"));
    if (options.hasten) instance.settings.hasten = *options.hasten;
    auto& warnings = instance.warnings;
    warnings = instance.settings.warnings;
    read_period(inputs("input_csv/sim_period.csv"), instance);
    instance.places = load_places(inputs("input_csv/locations.csv"), instance.settings, warnings);
    PlaceNames const names{instance.places};
    instance.links = load_links(inputs("input_csv/routes.csv"), names, instance.settings, warnings);
    instance.closures = load_closures(inputs("input_csv/closures.csv"), instance.places,
                                      instance.links, names, warnings);
    instance.conflicts = load_conflicts(inputs("input_csv/conflicts.csv"), names, instance.days);
    for (std::uint32_t place = 0; place < instance.places.size(); ++place) {
        if (!is_camp(instance.places.kind[place])) continue;
        instance.camps.push_back(place);
        instance.stated_capacity.push_back(instance.places.capacity[place]);
    }
    if (options.capacities == Capacities::none) {
        for (auto const camp : instance.camps) {
            instance.places.capacity[camp] = instance.places.capacity_per_day[camp] = 0.0;
        }
    }
    if (fs::exists(folder / "location_changes.csv")) {
        warnings.push_back((folder / "location_changes.csv").string() +
                           " is not supported and has no effect.");
    }
    auto series = read_series(inputs, instance);
    correct_registrations(inputs("input_csv/registration_corrections.csv"), instance.start, series);
    count(series, instance);
    return instance;
}

}  // namespace models::flee
