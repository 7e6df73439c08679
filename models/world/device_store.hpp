#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/world/ids.hpp"
#include "sim/base/ids.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/device_store.hpp
/// Mines and explosive devices that lie in wait.

namespace models {

/// Live devices, one column per attribute, in the order in which they were laid; shape (devices).
/// A device that was struck or found, or that spoiled, is taken out and only counted.
struct DeviceStore {
    std::vector<std::uint32_t> number;  ///< Its number among all ever laid; addresses its draws.
    std::vector<sim::CellId> cell;      ///< Where it lies.
    std::vector<ActorId> actor;         ///< Who laid it.
    std::vector<sim::Day> laid;         ///< When.
    std::vector<sim::Day> expires;      ///< First day on which it is harmless.

    // Since the first day; laid = struck + found + expired + live.
    std::uint32_t all_laid = 0;     ///< Devices laid.
    std::uint32_t all_struck = 0;   ///< Devices that went off.
    std::uint32_t all_found = 0;    ///< Devices that were found and cleared.
    std::uint32_t all_expired = 0;  ///< Devices that spoiled.

    [[nodiscard]] std::size_t size() const noexcept { return number.size(); }

    /// Lay a device. \pre until > today.
    void lay(ActorId owner, sim::CellId in, sim::Day today, sim::Day until) {
        number.push_back(all_laid++);
        cell.push_back(in);
        actor.push_back(owner);
        laid.push_back(today);
        expires.push_back(until);
    }

    /// Keep the devices for which \p is_live(i) holds, in their order; it is asked once for each.
    template <class IsLive>
    void keep(IsLive&& is_live) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            if (!is_live(i)) continue;
            number[kept] = number[i];
            cell[kept] = cell[i];
            actor[kept] = actor[i];
            laid[kept] = laid[i];
            expires[kept] = expires[i];
            ++kept;
        }
        number.resize(kept);
        cell.resize(kept);
        actor.resize(kept);
        laid.resize(kept);
        expires.resize(kept);
    }
};

}  // namespace models
