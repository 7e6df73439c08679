#include "models/flee/out_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/config/range.hpp"

namespace models::flee {

namespace {

void append_quoted(std::string& to, std::string const& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) {
        to += text;
        return;
    }
    to += '"';
    for (char const c : text) {
        if (c == '"') to += c;
        to += c;
    }
    to += '"';
}

// |simulated / documented - 1|, 0 where nobody is documented.
double relative_error(double simulated, double documented) {
    return documented > 0.0 ? std::abs(simulated / documented - 1.0) : 0.0;
}

std::string header(Instance const& instance) {
    std::string text = "Day,Date";
    for (auto const camp : instance.camps) {
        for (auto const* what : {" sim", " data", " error"}) {
            text += ',';
            append_quoted(text, instance.places.name[camp] + what);
        }
    }
    return text +
           ",Total error,refugees in camps (UNHCR),total refugees (simulation),raw UNHCR refugee "
           "count,refugees in camps (simulation),refugee_debt\n";
}

}  // namespace

std::string out_csv(Instance const& instance, Run const& run) {
    auto text = header(instance);
    auto out = std::back_inserter(text);
    auto const simulated = run.counts(instance);
    CampCounts const documented{instance.counts.camps, instance.camps.size()};
    for (std::uint32_t day = 0; day < instance.days; ++day) {
        fmt::format_to(out, "{},{}", day, sim::to_string(instance.start + std::chrono::days{day}));
        double difference = 0.0;
        for (std::size_t camp = 0; camp < instance.camps.size(); ++camp) {
            double const given = simulated.at(day, camp);
            double const known = documented.at(day, camp);
            difference += std::abs(given - known);
            fmt::format_to(out, ",{},{},{}", given, known,
                           sim::shortest_text(relative_error(given, known)));
        }
        auto const registered = instance.counts.registered[day];
        double const total_error = difference / std::max(1.0, static_cast<double>(registered));
        fmt::format_to(out, ",{},{},{},{},{},{}\n", sim::shortest_text(total_error),
                       documented.total(day), run.agents[day], registered, simulated.total(day),
                       instance.counts.debt[day]);
    }
    return text;
}

}  // namespace models::flee
