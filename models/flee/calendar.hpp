#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "sim/base/bits.hpp"

/// \file models/flee/calendar.hpp
/// Who is due on which day, in the order of their numbers.

namespace models::flee {

/// Agents by the day on which something happens to them. Only who is due costs anything.
class Calendar {
  public:
    /// \param days  Days of the run; later ones are forgotten.
    explicit Calendar(std::uint32_t days) : page_of_day_(days, none) {}

    /// Note an agent for a day. A day may have an agent twice; take() has it once.
    void add(std::uint32_t day, std::uint32_t agent) {
        if (day >= page_of_day_.size()) return;
        auto page = page_of_day_[day];
        if (page == none || pages_[page].count == page_size) page = turn_page(day);
        auto& to = pages_[page];
        to.agents[to.count++] = agent;
    }

    /// Everybody who is due on a day, in order; forgotten with that. They stay valid until the next
    /// call, whoever is added meanwhile. \param agents  All agents there are.
    [[nodiscard]] std::span<std::uint32_t const> take(std::uint32_t day, std::size_t agents) {
        marks_.resize(sim::words_for(agents), 0);
        due_.clear();
        for (auto page = std::exchange(page_of_day_[day], none); page != none;) {
            auto& from = pages_[page];
            for (std::uint32_t i = 0; i < from.count; ++i) sim::set_bit(marks_, from.agents[i]);
            auto const next = std::exchange(from.before, std::exchange(free_, page));
            page = next;
        }
        sim::for_each_bit(marks_, [this](std::uint32_t agent) { due_.push_back(agent); });
        std::ranges::fill(marks_, 0);
        return due_;
    }

  private:
    static constexpr std::uint32_t none = 0xffff'ffffU;
    static constexpr std::uint32_t page_size = 62;

    // Some agents of a day. Pages are used again, so that a day's growth copies nothing.
    struct Page {
        std::uint32_t before = none;  // of that day, or of the free ones
        std::uint32_t count = 0;
        std::array<std::uint32_t, page_size> agents;
    };

    std::uint32_t turn_page(std::uint32_t day) {
        if (free_ == none) {
            free_ = static_cast<std::uint32_t>(pages_.size());
            pages_.emplace_back();
        }
        auto const page = free_;
        free_ = std::exchange(pages_[page].before, std::exchange(page_of_day_[day], page));
        pages_[page].count = 0;
        return page;
    }

    std::vector<Page> pages_;
    std::vector<std::uint32_t> page_of_day_;  // the one that is being filled, or none
    std::uint32_t free_ = none;
    std::vector<std::uint64_t> marks_;  // scratch, all 0 between calls
    std::vector<std::uint32_t> due_;    // scratch
};

}  // namespace models::flee
