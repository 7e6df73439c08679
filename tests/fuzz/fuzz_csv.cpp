#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/config/csv_writer.hpp"

// Whatever the bytes, the reader of tables either throws InputError or gives rows that the writer
// writes such that they read back the same.

namespace {

/// Call a getter that may find the cell wrong.
template <class Read>
void attempt(Read const& read) {
    try {
        static_cast<void>(read());
    } catch (sim::InputError const&) {
    }
}

void read_all(sim::CsvRow const& row) {
    for (auto const* column : {"a", "b", "c"}) {
        attempt([&] { return row.number(column, {.minimum = 0.0}); });
        attempt([&] { return row.integer_if(column, {.minimum = 1}); });
        attempt([&] { return row.date(column); });
        attempt([&] { return row.boolean(column); });
        attempt([&] { return row.text(column); });
        attempt([&] { return row.choice(column, {"clash", "mine"}); });
    }
}

sim::CsvTable parse(std::string text) {
    return sim::CsvTable::parse(std::move(text), "fuzz.csv", {"a"}, {"b", "c"});
}

std::string written(sim::CsvTable const& table) {
    sim::CsvWriter writer{{"a", "b", "c"}};
    for (auto const& row : table.rows()) {
        writer.row({row.text_if("a").value_or(""), row.text_if("b").value_or(""),
                    row.text_if("c").value_or("")});
    }
    return writer.text();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    try {
        auto const table = parse({reinterpret_cast<char const*>(bytes), size});
        for (auto const& row : table.rows()) read_all(row);
        auto const text = written(table);
        if (written(parse(text)) != text) std::abort();
    } catch (sim::InputError const&) {
    }
    return 0;
}
