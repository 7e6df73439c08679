#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"

// Whatever the bytes, the reader of scenario files either throws InputError or gives a tree whose
// canonical text reads back as the same text. The first line is an override, the rest a file.

namespace {

/// Call a getter that may find the value wrong.
template <class Read>
void attempt(Read const& read) {
    try {
        static_cast<void>(read());
    } catch (sim::InputError const&) {
    }
}

void read_all(sim::TomlTable const& table) {
    for (auto const& key : table.keys()) {
        attempt([&] { return table.number(key, {.minimum = 0.0, .unit = "1/day"}); });
        attempt([&] { return table.integer(key, {.minimum = 1}); });
        attempt([&] { return table.boolean(key); });
        attempt([&] { return table.text(key); });
        attempt([&] { return table.date(key); });
        attempt([&] { return table.path(key); });
        attempt([&] { return table.numbers(key); });
        attempt([&] { return table.texts(key); });
        attempt([&] { return table.choice(key, {"clash", "mine"}); });
        attempt([&] { return read_all(table.table(key)), 0; });
        attempt([&] {
            for (auto const& element : table.tables(key)) read_all(element);
            return 0;
        });
    }
}

void round_trip(sim::TomlFile const& file) {
    auto const text = file.resolved_text();
    if (text.find_first_not_of(" \n") == std::string::npos) return;  // nothing is not a file
    if (text.find("extends") != std::string::npos) return;  // a key set by override is not a layer
    if (sim::TomlFile::parse(text, "again").resolved_text() != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string_view const input{reinterpret_cast<char const*>(bytes), size};
    auto const end = input.find('\n');
    if (end == std::string_view::npos) return 0;
    try {
        auto file = sim::TomlFile::parse(input.substr(end + 1), "fuzz.toml");
        round_trip(file);
        attempt([&] { return file.root().finish(), 0; });
        attempt([&] { return file.apply_override(input.substr(0, end)), 0; });
        round_trip(file);
        read_all(file.root());
        attempt([&] { return file.root().finish(), 0; });
    } catch (sim::InputError const&) {
    }
    return 0;
}
