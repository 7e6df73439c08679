#include "benchmarks/engine/plain_walkers.hpp"

namespace bench {
namespace {

// A coordinate moved by 0, 1 or 2 less 1, around a periodic axis.
std::uint32_t moved(std::uint32_t from, std::uint32_t step, std::uint32_t size) noexcept {
    std::uint32_t const to = from + step;  // one too many
    if (to == 0) return size - 1;
    return to > size ? 0 : to - 1;
}

}  // namespace

PlainWalker::PlainWalker(PlainField& field)
    : field_{field},
      row_{below(field.random, field.rows)},
      column_{below(field.random, field.columns)} {}

void PlainWalker::step() {
    auto const eighth = static_cast<std::uint32_t>(field_.random() >> 29);
    std::uint32_t const cell = eighth < 4 ? eighth : eighth + 1;  // of 9, without the centre
    row_ = moved(row_, cell / 3, field_.rows);
    column_ = moved(column_, cell % 3, field_.columns);
}

PlainWalkers::PlainWalkers(WalkersSpec const& spec, sim::Seed seed)
    : field_{std::make_unique<PlainField>(PlainField{
          spec.rows, spec.columns, std::mt19937{static_cast<std::uint32_t>(seed.value)}})} {
    walkers_.reserve(spec.walkers);
    for (std::uint32_t i = 0; i < spec.walkers; ++i) {
        walkers_.push_back(std::make_unique<PlainWalker>(*field_));
    }
}

}  // namespace bench
