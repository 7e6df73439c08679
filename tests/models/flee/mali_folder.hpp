#pragma once

#include <cstdlib>
#include <filesystem>

/// \file tests/models/flee/mali_folder.hpp
/// Where the Flee instance of Mali 2012 is; the repository does not hold it.

namespace models::flee {

/// Below $AZALAI_DATA, or beside the project. It need not be there.
inline std::filesystem::path mali_folder() {
    auto const* data = std::getenv("AZALAI_DATA");
    std::filesystem::path const beside{AZALAI_SOURCE_DIR "/../shared/data"};
    return (data != nullptr ? std::filesystem::path{data} : beside) / "flee-mali2012";
}

}  // namespace models::flee
