#include "models/app/viewer_page.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/check.hpp"

namespace models {

namespace {

// Where the list of files goes; viewer.html has it once.
constexpr std::string_view place_of_files = "<!--azalai:files-->";

std::string read_whole(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) throw sim::IoError(path.string() + ": cannot be read.");
    return bytes;
}

std::string base64(std::string const& bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // and a NUL
    auto const* from = reinterpret_cast<unsigned char const*>(bytes.data());
    auto* to = reinterpret_cast<unsigned char*>(text.data());
    int const length = EVP_EncodeBlock(to, from, static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

// Names of files may hold anything; in a page no `<` of theirs may begin a tag.
std::string page_with_list(std::string const& page, nlohmann::json const& list) {
    using Json = nlohmann::json;
    std::string text;
    for (char const c : list.dump(-1, ' ', true, Json::error_handler_t::replace)) {
        if (c == '<') {
            text += "\\u003c";
        } else {
            text += c;
        }
    }
    auto const place = page.find(place_of_files);
    SIM_EXPECTS(place != std::string::npos);
    return page.substr(0, place) + R"(<script type="application/json" id="azalai-files">)" + text +
           "</script>" + page.substr(place + place_of_files.size());
}

}  // namespace

std::filesystem::path find_viewer_page() {
    if (char const* named = std::getenv("AZALAI_VIEWER")) return named;
    std::error_code ignored;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    auto const parent = program.parent_path();
    std::array const places{parent / "share/azalai/viewer.html", parent / "viewer/viewer.html"};
    for (auto const& place : places) {
        if (std::filesystem::is_regular_file(place, ignored)) return place;
    }
    throw sim::InputError(
        fmt::format("The page of the viewer is not built (neither {} nor {} is there). Run "
                    "scripts/build-viewer "
                    "in the source tree, or name the page in AZALAI_VIEWER.",
                    places[0].string(), places[1].string()));
}

std::string read_viewer_page(std::filesystem::path const& path) {
    std::error_code ignored;
    sim::require(
        std::filesystem::is_regular_file(path, ignored),
        path.string() + ": there is no such file. Run scripts/build-viewer to make the page.");
    auto page = read_whole(path);
    sim::require(page.find(place_of_files) != std::string::npos,
                 path.string() + ": is not the page of the viewer. Run scripts/build-viewer.");
    return page;
}

std::string page_that_fetches(std::string const& page,
                              std::vector<std::filesystem::path> const& files) {
    auto list = nlohmann::json::array();
    for (std::size_t i = 0; i < files.size(); ++i) {
        list.push_back(
            {{"name", files[i].filename().string()}, {"href", fmt::format("file/{}", i)}});
    }
    return page_with_list(page, list);
}

std::string page_with_files(std::string const& page,
                            std::vector<std::filesystem::path> const& files) {
    std::uintmax_t size = 0;
    for (auto const& file : files) size += std::filesystem::file_size(file);
    sim::require(
        size <= largest_in_page,
        fmt::format("{}: too large for one page ({} bytes; at most {} fit). Use azalai view "
                    "without --export.",
                    files.front().string(), size, largest_in_page));
    auto list = nlohmann::json::array();
    for (auto const& file : files) {
        list.push_back({{"name", file.filename().string()}, {"base64", base64(read_whole(file))}});
    }
    return page_with_list(page, list);
}

}  // namespace models
