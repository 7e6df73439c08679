#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// \file sim/io/attributes.hpp
/// What a dataset says about itself (CF-1.8), and how it lies in the file.

namespace sim {

/// One value of an enumeration and the word that explains it.
struct Flag {
    std::int64_t value = 0;
    std::string meaning = {};  ///< One word: letters, digits and `_-.+@`.
};

/// Attributes of a variable. An empty one is not written.
struct Attributes {
    std::string units = {};          ///< UDUNITS text; "1" for a number without unit.
    std::string long_name = {};      ///< For people, at the label of an axis.
    std::string standard_name = {};  ///< Only names in the CF standard name table.
    std::string comment = {};
    std::string source = {};
    std::string cell_methods = {};          ///< For example "time: sum".
    std::optional<double> fill_value = {};  ///< Stands for "no value"; must fit the type.
    std::vector<Flag> flags = {};           ///< Enumerations: flag_values and flag_meanings.
    std::vector<std::pair<std::string, std::string>> more = {};  ///< Any other text attribute.
};

/// How a variable lies in the file. The defaults suit nearly all.
struct Storage {
    std::vector<std::size_t> chunk = {};  ///< Shape of a chunk; empty: chosen from the shape.
    int deflate = 1;                      ///< 0 (none) to 9 (slow).
    bool shuffle = true;                  ///< Group bytes by significance; helps deflate.
    bool fletcher32 = true;               ///< Checksum of each chunk, checked by every reader.
};

}  // namespace sim
