#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/flee/events.hpp"
#include "models/flee/network.hpp"
#include "models/flee/settings.hpp"
#include "sim/base/calendar.hpp"
#include "sim/io/provenance.hpp"

/// \file models/flee/instance.hpp
/// A Flee instance, read and checked.

namespace models::flee {

/// Whether the stated capacities of camps count. They are maxima of the series that a run is
/// compared with, so a fair score leaves them out.
enum class Capacities { stated, none };

/// What the user may change in an instance.
struct InstanceOptions {
    std::optional<std::int64_t> hasten = {};  ///< People that an agent stands for; else as stated.
    Capacities capacities = Capacities::stated;
};

/// Documented counts, in agents.
struct Counts {
    std::vector<std::int32_t> camps;     ///< Shape (days, camps).
    std::vector<std::int32_t> arrivals;  ///< Newly displaced each day; shape (days).
    std::vector<std::int32_t> debt;      ///< Fall of the counts not yet made up for; shape (days).
    std::vector<std::int32_t> registered;  ///< Sum of all changes of the counts; shape (days).
};

/// Everything that a run needs.
struct Instance {
    std::filesystem::path folder;
    Settings settings;
    sim::Date start;
    std::uint32_t days = 0;
    Places places;
    Links links;
    std::vector<ConflictChange> conflicts;
    std::vector<ClosureChange> closures;
    std::vector<std::uint32_t> camps;     ///< Places that are camps, in the order of the file.
    std::vector<double> stated_capacity;  ///< Of each camp, used or not [agents]; 0: none stated.
    Counts counts;
    std::vector<std::string> warnings;   ///< One a thing that has no effect here.
    std::vector<sim::InputFile> inputs;  ///< Every file that was read.

    /// Documented count of a camp. \pre day < days and camp < camps.size()
    [[nodiscard]] std::int32_t documented(std::uint32_t day, std::size_t camp) const noexcept {
        return counts.camps[day * camps.size() + camp];
    }
};

/// Read an instance: `simsetting.yml`, `input_csv/` and `source_data/`.
/// \throws InputError with file and line if anything in it is wrong.
[[nodiscard]] Instance load_instance(std::filesystem::path const& folder,
                                     InstanceOptions const& options = {});

}  // namespace models::flee
