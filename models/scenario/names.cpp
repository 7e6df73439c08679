#include "models/scenario/names.hpp"

#include "sim/base/check.hpp"
#include "sim/config/nearest.hpp"

namespace models {

NameIndex::NameIndex(std::string kind, std::span<std::string const> names)
    : kind_(std::move(kind)), names_(names.begin(), names.end()) {
    for (std::uint32_t row = 0; row < names_.size(); ++row) {
        bool const is_new = rows_.emplace(names_[row], row).second;
        SIM_EXPECTS(is_new);
        static_cast<void>(is_new);
    }
}

std::optional<std::uint32_t> NameIndex::find(std::string_view name) const {
    auto const found = rows_.find(name);
    if (found == rows_.end()) return std::nullopt;
    return found->second;
}

std::string NameIndex::remark(std::string_view name) const {
    auto const meant = sim::nearest(name, names_);
    return "(no such " + kind_ + "). " +
           (meant ? "Did you mean '" + *meant + "'?" : "Use the name of one that is listed.");
}

}  // namespace models
