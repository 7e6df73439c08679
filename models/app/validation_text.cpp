#include "models/app/validation_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace models {

namespace {

// Three digits, or two of a small number, or all of a large one.
std::string number_text(double value) {
    if (std::abs(value) >= 999.5) return fmt::format("{:.0f}", value);
    if (std::abs(value) < 0.1) return fmt::format("{:.2g}", value);
    return fmt::format("{:.3g}", value);
}

std::string number_text(std::optional<double> const& value) {
    return value ? number_text(*value) : "-";
}

std::string range_text(std::optional<double> const& low, std::optional<double> const& high) {
    if (low && high && *low == *high) return number_text(*low);
    if (low && high) return number_text(*low) + " to " + number_text(*high);
    if (low) return ">= " + number_text(*low);
    return high ? "<= " + number_text(*high) : "";
}

// A median, and its interval if there are several runs.
std::string spread_text(std::optional<Spread> const& spread) {
    if (!spread) return "-";
    if (spread->runs == 1) return number_text(spread->median);
    return fmt::format("{} [{}, {}]", number_text(spread->median), number_text(spread->low),
                       number_text(spread->high));
}

// The beginning of a text that is too long.
std::string cut(std::string_view text, std::size_t width) {
    if (text.size() <= width) return std::string{text};
    return std::string{text.substr(0, width - 1)} + "~";
}

std::string without_blanks_at_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string figure_line(std::string_view id, std::string_view observer, std::string_view range,
                        std::string_view simulated, std::string_view mark, std::string_view score,
                        std::string_view baseline) {
    return without_blanks_at_end(fmt::format("  {:<23} {:<9} {:<18} {:<24} {:<4} {:>6} {:>8}",
                                             cut(id, 23), cut(observer, 9), range, simulated, mark,
                                             score, baseline));
}

char const* mark_text(FigureScore const& score) {
    if (!score.is_in) return "OUT";
    return score.is_median_in ? "in" : "part";
}

std::string tally_text(FigureTally const& tally) {
    auto const all = tally.in + tally.out;
    auto text = fmt::format("{} of {} in, {} part, {} OUT; score {}", tally.medians_in, all,
                            tally.in - tally.medians_in, tally.out, number_text(tally.score));
    if (tally.compared == 0) return text;
    if (tally.compared < all) {
        text += fmt::format("; of {} with a baseline {}", tally.compared,
                            number_text(tally.compared_score));
    }
    return text + ", baseline " + number_text(tally.baseline_score);
}

std::string figures_text(Validation const& validation) {
    std::string text = figure_line("documented figures", "observer", "documented", "simulated", "",
                                   "score", "baseline");
    for (std::size_t quantity = 0; quantity < figure_quantity_names.size(); ++quantity) {
        std::string lines;
        for (std::size_t i = 0; i < validation.figures.size(); ++i) {
            auto const& figure = validation.figures[i];
            auto const& score = validation.scores[i];
            if (static_cast<std::size_t>(figure.quantity) != quantity || !score.simulated) continue;
            auto const& sample = validation.samples[i];
            lines += figure_line(figure.id, figure.observer, range_text(sample.low, sample.high),
                                 spread_text(score.simulated), mark_text(score),
                                 number_text(score.score), number_text(score.baseline_score));
        }
        if (lines.empty()) continue;
        text += fmt::format("{}: {}\n{}", figure_quantity_names[quantity],
                            tally_text(validation.quantity_tallies[quantity]), lines);
    }
    return text;
}

std::string fact_mark_text(FactMark mark, FactPeriod period) {
    if (mark == FactMark::not_computed) return "-";
    std::string const word = mark == FactMark::inside ? "in" : "OUT";
    if (period == FactPeriod::same) return word;
    return period == FactPeriod::partial ? word + "*" : "(" + word + ")";
}

std::string fact_line(Validation const& validation, std::string_view label, std::string_view range,
                      std::string_view simulated, std::string_view mark, std::string_view data) {
    return without_blanks_at_end(fmt::format("  {:<39} {:<18} {:<26} {:<5} {}", cut(label, 39),
                                             range, simulated, mark,
                                             validation.input.events.empty() ? "" : data));
}

std::string facts_text(Validation const& validation) {
    std::string text = fact_line(validation, "stylised facts", "target", "simulated", "", "data");
    std::string group;
    for (auto const& fact : validation.facts) {
        auto const* target = fact.target;
        if (target != nullptr && target->group != group) {
            group = target->group;
            text += group + "\n";
        }
        auto const data = fact.observed ? number_text(fact.observed->value) : std::string{"-"};
        text += fact_line(validation, target != nullptr ? target->label : fact.key,
                          target != nullptr ? range_text(target->low, target->high) : "",
                          spread_text(fact.simulated),
                          target != nullptr ? fact_mark_text(fact.mark, fact.period) : "", data);
    }
    return text;
}

std::string heading(Validation const& validation) {
    auto const runs = validation.input.files.size();
    auto text = fmt::format(
        "{}, {} to {}: {} {}.", validation.country, sim::to_string(validation.context.first_day),
        sim::to_string(validation.context.last_day), runs, runs == 1 ? "run" : "runs");
    text +=
        runs == 1
            ? "\nOne run has an interval of no width, and its scores say little. Give several.\n"
            : " Simulated: median [90 % interval].\n";
    if (!validation.input.events.empty()) {
        text += fmt::format("Data: {} of {} events of {} are in that country and period.\n",
                            validation.user_events.used, validation.user_events.read,
                            validation.input.events);
    }
    return text;
}

std::string figure_summary(FigureTally const& tally) {
    return fmt::format(
        "All documented figures:\n  {}.\n  {} more are not simulated. Scores are means; lower is "
        "better.\n",
        tally_text(tally), tally.not_simulated);
}

std::string fact_summary(Validation const& validation) {
    if (validation.input.facts.empty()) {
        return "Facts are not judged: give --facts TABLE.csv, such as "
               "configs/mali/stylised_facts.csv.\n";
    }
    auto const text_of = [&validation](FactPeriod period) {
        auto const tally = tally_of(validation.facts, period);
        return fmt::format("{} in, {} OUT, {} not computed", tally.inside, tally.outside,
                           tally.not_computed);
    };
    return fmt::format(
        "Stylised facts, data of the run's period: {}.\n"
        "* data of a period partly the same: {}.\n"
        "( ) data of another period, not judged: {}.\n",
        text_of(FactPeriod::same), text_of(FactPeriod::partial), text_of(FactPeriod::other));
}

}  // namespace

std::string validation_text(Validation const& validation) {
    return heading(validation) + "\n" + figures_text(validation) + "\n" + facts_text(validation) +
           "\n" + figure_summary(validation.figure_tally) + fact_summary(validation);
}

}  // namespace models
