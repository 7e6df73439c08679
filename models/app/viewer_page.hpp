#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// \file models/app/viewer_page.hpp
/// The page of analysis/viewer, one HTML file, and how it is told which results to show.

namespace models {

/// Largest results that are put into a page, together [bytes]. Base64 makes them a third larger,
/// and a browser holds them in memory several times.
inline constexpr std::uintmax_t largest_in_page = 20'000'000;

/// Where the built page is: $AZALAI_VIEWER, or `share/azalai/viewer.html` of an installation, or
/// `build/viewer/viewer.html` of a source tree, both seen from the program.
/// \throws InputError that says how to build the page if there is none.
[[nodiscard]] std::filesystem::path find_viewer_page();

/// Read the page. \throws InputError if it is no page of the viewer.
[[nodiscard]] std::string read_viewer_page(std::filesystem::path const& path);

/// The page with a list of files to fetch: `file/0`, `file/1`, ... beside the page.
[[nodiscard]] std::string page_that_fetches(std::string const& page,
                                            std::vector<std::filesystem::path> const& files);

/// The page with the files in it.
/// \throws InputError if they are larger than `largest_in_page`. \throws IoError if one is not
/// read.
[[nodiscard]] std::string page_with_files(std::string const& page,
                                          std::vector<std::filesystem::path> const& files);

}  // namespace models
