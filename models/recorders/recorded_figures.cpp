#include "models/recorders/recorded_figures.hpp"

#include <cmath>
#include <limits>

#include "sim/base/check.hpp"
#include "sim/io/event_table.hpp"

namespace models {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// The columns of the group, while it is written.
struct Columns {
    Columns(sim::EventTable& table, Period const& period)
        : id{table.text_column("id", {.long_name = "name of the figure"})},
          quantity{byte(table, "quantity", "what it counts", figure_quantity_names)},
          side{byte(table, "side", "whom it is about", side_words)},
          category{table.text_column("category", {.long_name = "kind of figure"})},
          start{table.column<std::int32_t>("start", day_attributes(period, "first day covered"))},
          end{table.column<std::int32_t>("end", day_attributes(period, "last day covered"))},
          low{number(table, "low", "low end of what is documented")},
          high{number(table, "high", "high end; missing: known to be at least the low end")},
          use{byte(table, "use", "what it is good for", figure_use_names)},
          observer{
              table.text_column("observer", {.long_name = "whose way of counting it follows"})},
          bound{byte(table, "bound", "how it bounds the truth", bound_words)},
          source{table.text_column("source", {.long_name = "who counted"})},
          where{table.text_column("where", {.long_name = "country, and place or regions in it"})},
          counted_as{
              byte(table, "counted_as", "how the simulated number was counted", counted_as_names)},
          simulated{number(table, "simulated",
                           "what the run gave for it; missing: it does not give it")} {}

    // Vocabularies with a word for what the table leaves empty.
    static constexpr std::array<std::string_view, 6> side_words{
        "not_applicable", "all", "state", "civilian", "militant", "peacekeeper"};
    static constexpr std::array<std::string_view, 4> bound_words{"two_sided", "at_least", "at_most",
                                                                 "about"};

    static sim::EventColumn<std::int8_t> byte(sim::EventTable& table, std::string const& name,
                                              std::string const& long_name,
                                              std::span<std::string_view const> words) {
        return table.column<std::int8_t>(name, {.long_name = long_name, .flags = flags_of(words)});
    }
    static sim::EventColumn<double> number(sim::EventTable& table, std::string const& name,
                                           std::string const& long_name) {
        return table.column<double>(name,
                                    {.units = "1", .long_name = long_name, .fill_value = missing});
    }

    sim::EventTextColumn id;
    sim::EventColumn<std::int8_t> quantity, side;
    sim::EventTextColumn category;
    sim::EventColumn<std::int32_t> start, end;
    sim::EventColumn<double> low, high;
    sim::EventColumn<std::int8_t> use;
    sim::EventTextColumn observer;
    sim::EventColumn<std::int8_t> bound;
    sim::EventTextColumn source, where;
    sim::EventColumn<std::int8_t> counted_as;
    sim::EventColumn<double> simulated;
};

// A value of an enumeration, checked: a damaged file may hold any.
template <class Enum>
Enum checked(sim::ResultReader const& reader, std::int8_t value, std::size_t words) {
    sim::require(value >= 0 && static_cast<std::size_t>(value) < words,
                 reader.path() +
                     ": /figures has a value that no word stands for. The file is "
                     "damaged; make it anew.");
    return static_cast<Enum>(value);
}

constexpr char const* facts_name = "stylised_facts";

std::string where_of(DocumentedFigure const& figure, Geography const& map) {
    auto where = figure.country;
    if (figure.place != no_place) where += "/" + map.places.key[figure.place.row];
    for (auto const region : figure.regions) where += "/" + map.regions[region.row];
    return where;
}

std::optional<double> number_if(double value) {
    return std::isnan(value) ? std::nullopt : std::optional{value};
}

}  // namespace

void record_figures(sim::ResultWriter& writer, Period const& period,
                    std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome,
                    std::filesystem::path const& facts) {
    auto table = writer.event_table("/figures", "figure", 64);
    Columns const columns{table, period};
    auto const day = [&period](sim::Date date) {
        return static_cast<std::int32_t>(sim::days_between(period.first_day, date));
    };
    for (auto const& figure : figures) {
        if (!is_compared(figure)) continue;
        auto const range = range_of(figure);
        table.put(columns.id, figure.id);
        table.put(columns.quantity, static_cast<std::int8_t>(figure.quantity));
        table.put(columns.side, static_cast<std::int8_t>(figure.side));
        table.put(columns.category, figure.category);
        table.put(columns.start, day(figure.start));
        table.put(columns.end, day(figure.end));
        table.put(columns.low, range->low);
        table.put(columns.high, range->high.value_or(missing));
        table.put(columns.use, static_cast<std::int8_t>(figure.use));
        table.put(columns.observer, figure.observer);
        table.put(columns.bound, static_cast<std::int8_t>(figure.bound));
        table.put(columns.source, figure.source);
        table.put(columns.where, where_of(figure, outcome.history.map()));
        table.put(columns.counted_as, static_cast<std::int8_t>(counted_as(figure, outcome)));
        table.put(columns.simulated, simulated(figure, outcome).value_or(missing));
        table.end_row();
    }
    if (!facts.empty()) writer.set_attribute("/figures", facts_name, facts.generic_string());
}

std::filesystem::path recorded_facts(sim::ResultReader const& reader) {
    if (!reader.contains("/figures/id")) return {};
    return reader.attribute("/figures", facts_name);
}

std::vector<RecordedFigure> read_recorded_figures(sim::ResultReader const& reader) {
    if (!reader.contains("/figures/id")) return {};
    auto const first_day = reader.first_day("/figures/start");
    auto const text = [&](char const* name) {
        return reader.read_text("/figures/" + std::string{name});
    };
    auto const bytes = [&](char const* name) {
        return reader.read<std::int8_t>("/figures/" + std::string{name});
    };
    auto const days = [&](char const* name) {
        return reader.read<std::int32_t>("/figures/" + std::string{name});
    };
    auto const numbers = [&](char const* name) {
        return reader.read<double>("/figures/" + std::string{name});
    };
    auto const id = text("id"), category = text("category"), observer = text("observer"),
               source = text("source"), where = text("where");
    auto const quantity = bytes("quantity"), side = bytes("side"), use = bytes("use"),
               bound = bytes("bound"), way = bytes("counted_as");
    auto const start = days("start"), end = days("end");
    auto const low = numbers("low"), high = numbers("high"), value = numbers("simulated");
    std::vector<RecordedFigure> figures;
    for (std::size_t i = 0; i < id.size(); ++i) {
        figures.push_back(
            {.id = id[i],
             .quantity = checked<FigureQuantity>(reader, quantity[i], figure_quantity_names.size()),
             .side = checked<FigureSide>(reader, side[i], figure_side_names.size()),
             .category = category[i],
             .start = first_day + std::chrono::days{start[i]},
             .end = first_day + std::chrono::days{end[i]},
             .low = low[i],
             .high = number_if(high[i]),
             .use = checked<FigureUse>(reader, use[i], figure_use_names.size()),
             .observer = observer[i],
             .bound = checked<FigureBound>(reader, bound[i], figure_bound_names.size()),
             .source = source[i],
             .where = where[i],
             .counted_as = checked<CountedAs>(reader, way[i], counted_as_names.size()),
             .simulated = number_if(value[i])});
    }
    return figures;
}

}  // namespace models
