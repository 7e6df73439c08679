#pragma once

#include <omp.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

#include "sim/base/check.hpp"

/// \file sim/parallel/threads.hpp
/// Loops over rows and sums whose result does not depend on the number of threads.

namespace sim {

/// Threads that the loops below use from now on, when called from the calling thread.
///
/// The number is OpenMP's own (initially that of the machine, or OMP_NUM_THREADS).
[[nodiscard]] inline int threads() noexcept {
    return omp_get_max_threads();
}

/// Set threads(). Changes the speed, never the results. \pre count >= 1
inline void set_threads(int count) {
    SIM_EXPECTS(count >= 1);
    omp_set_num_threads(count);
}

/// What a parallel loop may call for each row: nothing can be thrown out of it.
template <class Function>
concept RowFunction = std::is_nothrow_invocable_v<Function&, std::uint32_t>;

/// A RowFunction that gives a number for each row.
template <class Function>
concept RowTerm =
    RowFunction<Function> && std::convertible_to < std::invoke_result_t<Function&, std::uint32_t>,
double > ;

/// Call \p f(row) for every row from 0 to \p n - 1, in parallel.
///
/// \param f  noexcept; may read anything that no row writes, and writes only what belongs to its
///           row. Shared by all threads.
/// \param least_rows  With fewer rows the calling thread does them all: where a row takes little,
///                    waiting for the other threads, which may be busy elsewhere, takes longer.
template <RowFunction Function>
void for_rows(std::uint32_t n, Function&& f, std::uint32_t least_rows = 2) noexcept {
#pragma omp parallel for schedule(static) default(none) shared(n, f) if (n >= least_rows)
    for (std::uint32_t row = 0; row < n; ++row) f(row);
}

/// Rows whose terms parallel_sum() adds one after another before it adds these partial sums.
inline constexpr std::uint32_t sum_block = 1024;

/// Sum of \p f(row) over one block of rows, in row order: a part of parallel_sum().
template <RowTerm Function>
[[nodiscard]] double block_sum(std::uint32_t block, std::uint32_t n, Function& f) noexcept {
    std::uint32_t const begin = block * sum_block;
    std::uint32_t const rows = std::min(sum_block, n - begin);
    double sum = 0.0;
    for (std::uint32_t i = 0; i < rows; ++i) sum += static_cast<double>(f(begin + i));
    return sum;
}

/// Sum of \p f(row) over the rows from 0 to \p n - 1, the same bits for any number of threads.
///
/// Terms are added in row order within blocks of sum_block rows, and blocks in order. Needs no
/// memory.
template <RowTerm Function>
[[nodiscard]] double parallel_sum(std::uint32_t n, Function&& f) noexcept {
    constexpr std::uint32_t group = 256;  // blocks per parallel region
    std::array<double, group> partial{};
    double total = 0.0;
    std::uint32_t const blocks = n / sum_block + (n % sum_block > 0 ? 1 : 0);
    for (std::uint32_t first = 0; first < blocks; first += group) {
        std::uint32_t const here = std::min(group, blocks - first);
#pragma omp parallel for schedule(static) default(none) shared(n, f, partial, first, here)
        for (std::uint32_t block = 0; block < here; ++block) {
            partial[block] = block_sum(first + block, n, f);
        }
        for (std::uint32_t block = 0; block < here; ++block) total += partial[block];
    }
    return total;
}

/// Sum of \p values, the same bits for any number of threads. \pre values.size() < 2^32
[[nodiscard]] inline double ordered_sum(std::span<double const> values) {
    SIM_EXPECTS(values.size() <= 0xffff'ffffU);
    return parallel_sum(static_cast<std::uint32_t>(values.size()),
                        [values](std::uint32_t row) noexcept { return values[row]; });
}

}  // namespace sim
