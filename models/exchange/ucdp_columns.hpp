#pragma once

#include <array>
#include <string_view>

/// \file models/exchange/ucdp_columns.hpp
/// The columns of UCDP's Georeferenced Event Dataset (UCDP GED Codebook, ucdp.uu.se).

namespace models {

/// Their names, in their order.
[[nodiscard]] std::array<std::string_view, 49> const& ucdp_columns() noexcept;

}  // namespace models
