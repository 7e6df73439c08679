#include "models/scenario/figure_table.hpp"

#include <algorithm>
#include <sstream>

#include "models/scenario/table_fields.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/unique_keys.hpp"

namespace models {
namespace {

constexpr std::string_view every_country = "all";
constexpr sim::Range figure_range{.minimum = 0.0, .maximum = 1e12};

/// A word that may be left out; the first of \p names stands for nothing.
template <class Word, std::size_t count>
Word word_if(sim::CsvRow const& row, char const* key,
             std::array<std::string_view, count> const& names) {
    if (!row.text_if(key)) return Word{0};
    auto const given = std::span{names}.subspan(1);
    return static_cast<Word>(row.choice(key, given) + 1);
}

void read_values(sim::CsvRow const& row, DocumentedFigure& figure) {
    figure.low = row.number_if("low", figure_range);
    figure.central = row.number_if("central", figure_range);
    figure.high = row.number_if("high", figure_range);
    auto const below = figure.central ? figure.central : figure.high;
    if (figure.low && below && *figure.low > *below) {
        row.error("low", "(is above central or high). Put the three in order.");
    }
    if (figure.central && figure.high && *figure.central > *figure.high) {
        row.error("central", "(is above high). Put the three in order.");
    }
    bool const is_empty = !figure.low && !figure.central && !figure.high;
    if (figure.use == FigureUse::target && is_empty) {
        row.error("use", "(has no number to compare with). Give low, central or high.");
    }
}

/// Read what a figure is about within its country: a place, `region:NAME;NAME`, or nothing.
void read_where(sim::CsvRow const& row, NameIndex const& places, NameIndex const& regions,
                DocumentedFigure& figure) {
    constexpr std::string_view prefix = "region:";
    auto const text = row.text_if("place").value_or("");
    if (!text.starts_with(prefix)) {
        if (auto const place = row_of_if(row, "place", places)) figure.place = PlaceId{*place};
        return;
    }
    if (figure.quantity != FigureQuantity::idps) {
        row.error("place", "(only IDPs are compared by region). Name a place or leave it empty.");
    }
    std::istringstream names{text.substr(prefix.size())};
    for (std::string name; std::getline(names, name, ';');) {
        auto const region = regions.find(name);
        if (!region) row.error("place", "names '" + name + "' " + regions.remark(name));
        if (std::ranges::find(figure.regions, RegionId{*region}) != figure.regions.end()) {
            row.error("place", "names '" + name + "' twice. Name it once.");
        }
        figure.regions.push_back(RegionId{*region});
    }
    if (figure.regions.empty()) row.error("place", "(names no region). Write region:NAME;NAME.");
}

DocumentedFigure read_figure(sim::CsvRow const& row, NameIndex const& countries,
                             NameIndex const& places, NameIndex const& regions) {
    DocumentedFigure figure;
    figure.id = identifier(row, "id");
    figure.quantity = static_cast<FigureQuantity>(row.choice("quantity", figure_quantity_names));
    figure.side = word_if<FigureSide>(row, "side", figure_side_names);
    figure.category = row.text("category");
    figure.start = sensible_date(row, "start");
    figure.end = last_day_if(row, "end", figure.start).value_or(figure.start);
    figure.use = static_cast<FigureUse>(row.choice("use", figure_use_names));
    figure.bound = word_if<FigureBound>(row, "one_sided", figure_bound_names);
    read_values(row, figure);
    figure.unit = row.text_if("unit").value_or("");
    figure.source = row.text("source");
    figure.source_document = row.text_if("source_document").value_or("");
    figure.observer = row.text("observer");
    figure.note = row.text_if("note").value_or("");
    figure.country = row.text("country");
    if (figure.country != every_country) static_cast<void>(row_of(row, "country", countries));
    read_where(row, places, regions, figure);
    return figure;
}

}  // namespace

std::vector<DocumentedFigure> read_figures(std::filesystem::path const& path, Geography const& map,
                                           NameIndex const& places) {
    auto const table =
        sim::CsvTable::load(path, {"id", "quantity", "side", "category", "start", "end", "low",
                                   "central", "high", "unit", "source", "source_document", "use",
                                   "observer", "one_sided", "note", "country", "place"});
    NameIndex const countries{"country in the grid", map.countries};
    NameIndex const regions{"region in the grid", map.regions};
    sim::UniqueKeys ids;
    std::vector<DocumentedFigure> figures;
    for (auto const& row : table.rows()) {
        ids.add(row, "id");
        figures.push_back(read_figure(row, countries, places, regions));
    }
    return figures;
}

}  // namespace models
