#include "models/ensemble/ensemble_file.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "models/recorders/recording.hpp"
#include "sim/base/check.hpp"
#include "sim/io/event_table.hpp"
#include "sim/io/version.hpp"

namespace models {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_rows = 4096;                    // of a block
constexpr std::size_t most_bytes = std::size_t{4} << 20U;  // of a block in memory

/// Rows of a block: a power of 2, so that chunks divide it; the same for every part of a sweep.
std::size_t block_of(std::size_t row_bytes) {
    std::size_t rows = most_rows;
    while (rows > 1 && rows * row_bytes > most_bytes) rows /= 2;
    return rows;
}

sim::FileDescription description(EnsembleSchema const& schema, sim::Provenance const& made) {
    return {.title = schema.title,
            .source = "azalai " + made.build.version,
            .history = made.this_run.started + " " + made.this_run.command_line};
}

sim::Attributes count(std::string long_name, std::string cell_methods = {}) {
    return {
        .units = "1", .long_name = std::move(long_name), .cell_methods = std::move(cell_methods)};
}

/// A count along months, with -1 for months that a scenario does not cover.
sim::Attributes monthly(std::string long_name) {
    return {.units = "1", .long_name = std::move(long_name), .fill_value = no_value};
}

template <class Value>
std::vector<std::int32_t> as_int32(Value const& values) {
    std::vector<std::int32_t> result;
    for (auto const value : values) result.push_back(static_cast<std::int32_t>(value));
    return result;
}

using Counts = sim::EventColumn<std::int32_t>;

}  // namespace

/// The groups of the file and their columns.
struct EnsembleWriter::Tables {
    /// Dimensions that several groups use.
    struct Axes {
        Axes(sim::ResultWriter& writer, EnsembleSchema const& schema)
            : scenario{writer.dimension("/scenario", schema.scenario_names.size())},
              side{vocabulary(writer, "/side", flags_of(side_names), "side")} {
            auto const& contents = schema.contents;
            if (contents.monthly || contents.reports) {
                std::vector<std::int32_t> month_starts;
                std::chrono::year_month_day const first{schema.first_month};
                auto const begin = first.year() / first.month();
                for (std::uint32_t i = 0; i < schema.months; ++i) {
                    auto const here = begin + std::chrono::months{i};
                    month_starts.push_back(static_cast<std::int32_t>(
                        sim::days_between(schema.first_month, sim::Date{here / 1})));
                }
                month = writer.coordinate(
                    "/month", month_starts,
                    {.units = day_units({.first_day = schema.first_month, .last = {}}),
                     .long_name = "first day of the month",
                     .standard_name = "time",
                     .more = {{"calendar", "proleptic_gregorian"}, {"axis", "T"}}});
                std::vector<std::string> const types(acled_event_type_names.begin(),
                                                     acled_event_type_names.end());
                type = vocabulary(writer, "/event_type", flags_of(types), "event type of ACLED");
            }
            if (contents.monthly) {
                kind = vocabulary(writer, "/kind", flags_of(event_kind_names), "event kind");
                country = vocabulary(writer, "/country", flags_of(schema.countries), "country");
            }
            if (contents.reports) {
                cercle =
                    vocabulary(writer, "/cercle", flags_of(schema.cercles), "second-level unit");
            }
        }
        sim::Dimension scenario, side, month{}, kind{}, type{}, country{}, cercle{};
    };

    Tables(sim::ResultWriter& writer, EnsembleSchema const& schema) : axes{writer, schema} {
        writer.write_text("/scenarios/name", {axes.scenario}, schema.scenario_names,
                          {.long_name = "name of the scenario; the first is the baseline"});
        writer.write_text("/scenarios/title", {axes.scenario}, schema.scenario_titles,
                          {.long_name = "what it is"});
        begin_runs(writer);
        begin_summary(writer);
        if (!schema.parameters.empty()) begin_parameters(writer, schema);
        if (schema.contents.monthly) begin_monthly(writer, schema);
        if (schema.contents.reports) begin_reports(writer, schema);
        if (schema.contents.figures) begin_figures(writer, schema);
    }

    void begin_runs(sim::ResultWriter& writer) {
        runs = writer.event_table("/runs", "run", most_rows);
        row = runs->column<std::int32_t>("row", {.long_name = "row of the manifest"});
        scenario =
            runs->column<std::int32_t>("scenario", {.long_name = "scenario: row in /scenarios"});
        point = runs->column<std::int32_t>("point", {.long_name = "row of the design"});
        draw = runs->column<std::int32_t>("draw", {.long_name = "row of the table of draws"});
        seed = runs->column<std::uint64_t>("seed", count("seed of the run"));
        matrix = runs->column<std::int32_t>(
            "matrix", {.long_name = "matrix of a Saltelli design: 0 A, 1 B, 2 + i: A with column i "
                                    "of B; missing: another design",
                       .fill_value = no_value});
    }

    void begin_summary(sim::ResultWriter& writer) {
        summary = writer.event_table("/summary", "run", most_rows);
        auto const column = [&](char const* name, char const* long_name) {
            return summary->column<std::int32_t>(name, count(long_name));
        };
        days = column("days", "days simulated");
        deaths = summary->column<std::int32_t>("deaths", count("deaths"), {axes.side});
        wounded = column("wounded", "wounded, all sides");
        events = column("violent_events", "violent events");
        peak_refugees = column("peak_refugees", "most refugees at the end of a day");
        final_refugees = column("final_refugees", "refugees at the end");
        peak_idps = column("peak_idps", "most internally displaced people at the end of a day");
        final_idps = column("final_idps", "internally displaced people at the end");
        agreements = column("agreements", "agreements that began, one for each pair of parties");
        in_force = column("agreements_in_force", "of these, in force at the end");
        kept_days = column("agreement_days", "days for which agreements were kept, summed");
    }

    void begin_parameters(sim::ResultWriter& writer, EnsembleSchema const& schema) {
        auto const parameter = writer.dimension("/parameters/parameter", schema.parameters.size());
        writer.write_text("/parameters/key", {parameter}, schema.parameters,
                          {.long_name = "setting of the scenario"});
        parameters =
            writer.event_table("/parameters", "run", block_of(8 * schema.parameters.size()));
        value = parameters->column<double>(
            "value", {.units = "1", .long_name = "value, in the unit of the setting"}, {parameter});
    }

    void begin_monthly(sim::ResultWriter& writer, EnsembleSchema const& schema) {
        auto const row_bytes = 4 * schema.months * event_kind_count;
        months = writer.event_table("/monthly", "run", block_of(row_bytes));
        month_deaths = months->column<std::int32_t>("deaths", monthly("deaths of the month"),
                                                    {axes.month, axes.side});
        month_events = months->column<std::int32_t>("events", monthly("events of the month"),
                                                    {axes.month, axes.kind});
        acled_events = months->column<std::int32_t>(
            "acled_events", monthly("events that ACLED's coders write down"),
            {axes.month, axes.type});
        acled_deaths = months->column<std::int32_t>(
            "acled_deaths", monthly("deaths that they write down"), {axes.month, axes.type});
        refugees = months->column<std::int32_t>(
            "refugees", monthly("refugees at the end of the month, by country of asylum"),
            {axes.month, axes.country});
        idps = months->column<std::int32_t>(
            "idps", monthly("internally displaced people at the end of the month"), {axes.month});
        kept = months->column<std::int32_t>(
            "agreements", monthly("agreements in force at the end of the month"), {axes.month});
    }

    void begin_reports(sim::ResultWriter& writer, EnsembleSchema const& schema) {
        auto const row_bytes = 4 * schema.months * schema.cercles.size() * acled_type_count;
        reports = writer.event_table("/reports", "run", block_of(row_bytes));
        std::vector const shape{axes.month, axes.cercle, axes.type};
        reported_events = reports->column<std::int32_t>(
            "events", monthly("events that ACLED's coders write down"), shape);
        reported_deaths =
            reports->column<std::int32_t>("deaths", monthly("deaths that they write down"), shape);
    }

    void begin_figures(sim::ResultWriter& writer, EnsembleSchema const& schema) {
        auto const figure = writer.dimension("/figures/figure", schema.figures.size());
        std::vector<std::string> ids;
        std::vector<double> low, high;
        for (auto const& one : schema.figures) {
            ids.push_back(one.id);
            low.push_back(one.low);
            high.push_back(one.high);
        }
        writer.write_text("/figures/id", {figure}, ids, {.long_name = "name of the figure"});
        writer.write("/figures/low", {figure}, low,
                     {.units = "1", .long_name = "low end of what is documented"});
        writer.write("/figures/high", {figure}, high,
                     {.units = "1",
                      .long_name = "high end; missing: known to be at least the low end",
                      .fill_value = missing});
        figures = writer.event_table("/figures", "run", block_of(8 * ids.size()));
        simulated = figures->column<double>(
            "simulated",
            {.units = "1",
             .long_name = "what the run gave for it; missing: it does not give it",
             .fill_value = missing},
            {figure});
    }

    Axes axes;
    std::optional<sim::EventTable> runs, summary, parameters, months, reports, figures;
    Counts row, scenario, point, draw, matrix;
    sim::EventColumn<std::uint64_t> seed;
    Counts days, deaths, wounded, events, peak_refugees, final_refugees, peak_idps, final_idps,
        agreements, in_force, kept_days;
    sim::EventColumn<double> value, simulated;
    Counts month_deaths, month_events, acled_events, acled_deaths, refugees, idps, kept;
    Counts reported_events, reported_deaths;
};

namespace {

/// A field along months, filled for the months of one scenario.
class MonthField {
  public:
    MonthField(EnsembleSchema const& schema, std::size_t width)
        : width_{width}, values_(schema.months * width, no_value) {}

    template <class Values>
    void put(std::size_t month, Values const& values) {
        SIM_EXPECTS(values.size() == width_);
        for (std::size_t i = 0; i < width_; ++i) {
            values_.at(month * width_ + i) = static_cast<std::int32_t>(values[i]);
        }
    }

    [[nodiscard]] std::vector<std::int32_t>& values() noexcept { return values_; }

  private:
    std::size_t width_;
    std::vector<std::int32_t> values_;
};

}  // namespace

EnsembleWriter::EnsembleWriter(std::filesystem::path const& path, sim::Overwrite overwrite,
                               EnsembleSchema const& schema, sim::Provenance const& made)
    : writer_{path, overwrite, ensemble_identity(), description(schema, made)}, schema_{schema} {
    sim::write_provenance(writer_, made);
    tables_ = std::make_unique<Tables>(writer_, schema_);
}

EnsembleWriter::~EnsembleWriter() = default;

void EnsembleWriter::put(EnsembleRow const& row, RunSummary const& run, ScenarioAxes const& axes) {
    auto& to = *tables_;
    auto const number = [](auto value) { return static_cast<std::int32_t>(value); };
    to.runs->put(to.row, number(row.number));
    to.runs->put(to.scenario, number(row.made.scenario));
    to.runs->put(to.point, number(row.made.point));
    to.runs->put(to.draw, number(row.made.draw));
    to.runs->put(to.seed, row.made.seed);
    to.runs->put(to.matrix, row.matrix);
    to.runs->end_row();
    to.summary->put(to.days, number(run.days));
    to.summary->put(to.deaths, std::span<std::int32_t const>{as_int32(run.deaths)});
    to.summary->put(to.wounded, number(run.wounded));
    to.summary->put(to.events, number(run.violent_events));
    to.summary->put(to.peak_refugees, number(run.peak_refugees));
    to.summary->put(to.final_refugees, number(run.final_refugees));
    to.summary->put(to.peak_idps, number(run.peak_idps));
    to.summary->put(to.final_idps, number(run.final_idps));
    to.summary->put(to.agreements, number(run.agreements));
    to.summary->put(to.in_force, number(run.agreements_in_force));
    to.summary->put(to.kept_days, number(run.agreement_days));
    to.summary->end_row();
    if (to.parameters) {
        to.parameters->put(to.value, std::span<double const>{row.parameters});
        to.parameters->end_row();
    }
    if (to.months) {
        MonthField deaths{schema_, side_count}, events{schema_, event_kind_count};
        MonthField acled_events{schema_, acled_type_count}, acled_deaths{schema_, acled_type_count};
        MonthField refugees{schema_, schema_.countries.size()}, idps{schema_, 1}, kept{schema_, 1};
        for (std::size_t i = 0; i < run.months.size(); ++i) {
            auto const& month = run.months[i];
            auto const at = axes.month_offset + i;
            deaths.put(at, month.deaths);
            events.put(at, month.events);
            acled_events.put(at, month.acled_events);
            acled_deaths.put(at, month.acled_deaths);
            refugees.put(at, month.refugees);
            idps.put(at, std::array{month.idps});
            kept.put(at, std::array{month.agreements});
        }
        auto const put = [&](Counts column, MonthField& field) {
            to.months->put(column, std::span<std::int32_t const>{field.values()});
        };
        put(to.month_deaths, deaths);
        put(to.month_events, events);
        put(to.acled_events, acled_events);
        put(to.acled_deaths, acled_deaths);
        put(to.refugees, refugees);
        put(to.idps, idps);
        put(to.kept, kept);
        to.months->end_row();
    }
    if (to.reports) {
        auto const width = schema_.cercles.size() * acled_type_count;
        MonthField events{schema_, width}, deaths{schema_, width};
        std::vector<std::int32_t> const none(width, 0);
        for (std::size_t i = 0; i < run.months.size(); ++i) {
            events.put(axes.month_offset + i, none);
            deaths.put(axes.month_offset + i, none);
        }
        for (auto const& one : run.reports) {
            auto const at =
                (axes.month_offset + one.month) * width + one.cercle * acled_type_count + one.type;
            events.values().at(at) = number(one.events);
            deaths.values().at(at) = number(one.deaths);
        }
        to.reports->put(to.reported_events, std::span<std::int32_t const>{events.values()});
        to.reports->put(to.reported_deaths, std::span<std::int32_t const>{deaths.values()});
        to.reports->end_row();
    }
    if (to.figures) {
        std::vector<double> values(schema_.figures.size(), missing);
        SIM_EXPECTS(run.figures.size() == axes.figures.size());
        for (std::size_t i = 0; i < run.figures.size(); ++i) {
            values.at(axes.figures[i]) = run.figures[i];
        }
        to.figures->put(to.simulated, std::span<double const>{values});
        to.figures->end_row();
    }
}

void EnsembleWriter::append(sim::ResultReader const& part) {
    writer_.take_rows(part);
}

void EnsembleWriter::commit() {
    writer_.commit();
}

}  // namespace models
