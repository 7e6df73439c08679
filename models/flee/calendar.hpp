#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// \file models/flee/calendar.hpp
/// Who is due on which day, in the order of their numbers.

namespace models::flee {

/// Agents by the day on which something happens to them. Only who is due costs anything.
class Calendar {
  public:
    /// \param days  Days of the run; later ones are forgotten.
    explicit Calendar(std::uint32_t days) : due_(days) {}

    /// Note an agent for a day. A day may have an agent twice; visit() shows it once.
    void add(std::uint32_t day, std::uint32_t agent) {
        if (day < due_.size()) due_[day].push_back(agent);
    }

    /// Call \p f(agent) for everybody who is due on a day, in order. \p f may add agents to later
    /// days. \param agents  All agents there are.
    template <class Function>
    void visit(std::uint32_t day, std::size_t agents, Function&& f) {
        marks_.resize(agents / 64 + 1, 0);
        for (auto const agent : due_[day]) marks_[agent / 64] |= std::uint64_t{1} << (agent % 64);
        std::vector<std::uint32_t>{}.swap(due_[day]);
        for (std::size_t word = 0; word < marks_.size(); ++word) {
            for (auto left = std::exchange(marks_[word], 0); left != 0; left &= left - 1) {
                f(static_cast<std::uint32_t>(word * 64) +
                  static_cast<std::uint32_t>(std::countr_zero(left)));
            }
        }
    }

  private:
    std::vector<std::vector<std::uint32_t>> due_;
    std::vector<std::uint64_t> marks_;  // scratch, all 0 between visits
};

}  // namespace models::flee
