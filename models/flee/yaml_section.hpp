#pragma once

#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/range.hpp"

/// \file models/flee/yaml_section.hpp
/// Typed reading of one section of a YAML file. Only for the sources of models/flee.

namespace models::flee {

/// One mapping. A getter makes its key known and gives the fallback if the file leaves it out;
/// finish() refuses the keys that nobody asked for. All throw InputError with file, line and key.
class YamlSection {
  public:
    /// \param path  Of the section, for messages: `move_rules`; empty for the file.
    /// \throws InputError if \p node is no mapping (nothing at all is an empty one) or has a key
    ///         twice.
    YamlSection(YAML::Node node, std::string file, std::string path);

    [[nodiscard]] double number(std::string const& key, double fallback, sim::Range const& range);
    [[nodiscard]] std::int64_t integer(std::string const& key, std::int64_t fallback,
                                       sim::IntegerRange const& range);
    [[nodiscard]] bool boolean(std::string const& key, bool fallback);
    [[nodiscard]] std::string text(std::string const& key, std::string const& fallback);
    [[nodiscard]] std::vector<double> numbers(std::string const& key, sim::Range const& range);

    /// A section inside this one; empty if there is none.
    [[nodiscard]] YamlSection section(std::string const& key);

    [[nodiscard]] bool has(std::string const& key) const;

    /// A key that Flee knows and this program does not act on.
    /// \return A warning, if its value is another than the one that switches it off.
    [[nodiscard]] std::optional<std::string> unsupported(std::string const& key,
                                                         std::string_view off);

    /// A key that changes no result, in Flee or here.
    void ignore(std::string const& key);

    /// \throws InputError if a key is left that nobody asked for, naming the nearest known one.
    void finish() const;

    /// Report a fault of a value. \throws InputError always.
    [[noreturn]] void error(std::string const& key, std::string const& remark) const;

  private:
    [[nodiscard]] YAML::Node find(std::string const& key);
    [[nodiscard]] std::string where(YAML::Node const& node, std::string const& key) const;
    [[nodiscard]] std::optional<double> to_number(YAML::Node const& node) const;

    YAML::Node node_;
    std::string file_;
    std::string path_;
    std::vector<std::string> known_;
};

}  // namespace models::flee
