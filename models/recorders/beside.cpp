#include "models/recorders/beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace models {

std::optional<DocumentedRange> stated(Figures const& figures) {
    std::optional<DocumentedRange> all;
    for (auto const* figure : figures) {
        for (auto const& value : {figure->low, figure->central, figure->high}) {
            if (!value) continue;
            if (!all) all = DocumentedRange{*value, *value};
            all->low = std::min(all->low, *value);
            all->high = std::max(*all->high, *value);
        }
    }
    return all;
}

std::string beside(double value, Figures const& figures, double unit) {
    auto const whole = [unit](double number) { return std::llround(number / unit); };
    auto const range = stated(figures);
    if (!range) return fmt::format("{}", whole(value));
    if (whole(range->low) == whole(*range->high)) {
        return fmt::format("{} ({})", whole(value), whole(range->low));
    }
    return fmt::format("{} ({}-{})", whole(value), whole(range->low), whole(*range->high));
}

bool is_target(DocumentedFigure const& figure, FigureQuantity quantity) noexcept {
    return figure.use == FigureUse::target && figure.quantity == quantity;
}

}  // namespace models
