#pragma once

#include <cstdint>
#include <vector>

#include "models/world/ids.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/hostage_store.hpp
/// People who were abducted for ransom, and what became of it.

namespace models {

/// Hostages, one row for each abduction; shape (abductions). Rows are only appended.
///
/// Who is abducted is counted neither among the civilian dead nor away from home.
struct HostageStore {
    std::vector<ActorId> captor;        ///< Who holds them.
    std::vector<std::uint16_t> people;  ///< How many they are [people], >= 1.
    std::vector<double> ransom;         ///< What will be paid for each [USD], >= 0; 0 = nothing.
    std::vector<sim::Day> due;          ///< The day on which they come free.
    std::vector<std::uint8_t> held;     ///< 1 until then.

    [[nodiscard]] std::size_t size() const noexcept { return captor.size(); }

    void add(ActorId by, std::uint16_t count, double usd, sim::Day free_on) {
        captor.push_back(by);
        people.push_back(count);
        ransom.push_back(usd);
        due.push_back(free_on);
        held.push_back(1);
    }
};

}  // namespace models
