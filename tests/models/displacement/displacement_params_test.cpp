#include "models/displacement/displacement_params.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"

namespace models {
namespace {

/// The example of the page that describes the parameters.
std::string example() {
    std::ifstream const page{AZALAI_SOURCE_DIR "/models/displacement/README.md"};
    std::ostringstream buffer;
    buffer << page.rdbuf();
    std::string const text = buffer.str();
    std::string const fence = "```toml\n";
    std::size_t const begin = text.find(fence) + fence.size();
    return text.substr(begin, text.find("```", begin) - begin);
}

DisplacementParams read(std::string const& text) {
    auto const root = sim::TomlFile::parse(text, "example.toml").root();
    auto const params = read_displacement_params(root.table("displacement"));
    root.finish();
    return params;
}

/// The example with one piece of text replaced.
std::string example_with(std::string const& old_text, std::string const& new_text) {
    std::string text = example();
    std::size_t const at = text.find(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    return text.replace(at, old_text.size(), new_text);
}

/// The example with another value of the first key of a name: the page's own values are renewed
/// whenever the scenario's change.
std::string example_where(std::string const& key, std::string const& value) {
    std::string text = example();
    std::size_t const at = text.find("\n" + key + " = ");
    EXPECT_NE(at, std::string::npos) << key;
    std::size_t const begin = at + key.size() + 4;
    return text.replace(begin, text.find_first_of(" \n", begin) - begin, value);
}

}  // namespace

TEST(ReadDisplacementParams, ReadsTheExampleOfThePage) {
    EXPECT_EQ(read(example_where("rate_takeover", "0.0035")).flight.rate_takeover, 0.0035);
    EXPECT_EQ(read(example_where("refugee", "0.0007")).return_home.refugee, 0.0007);
    DisplacementParams const params = read(example());
    auto const tuareg = static_cast<std::size_t>(Community::tuareg);
    EXPECT_EQ(params.flight.exposure[tuareg].armed_group, 1.2);
    EXPECT_EQ(params.flight.exposure[tuareg].otherwise, 3.0);
    EXPECT_EQ(params.travel.patience_days, 14U);
    EXPECT_EQ(params.destination.tries, 50U);
    bool has_kin = false;
    for (KinFactor const& kin : params.destination.kin) {
        has_kin |=
            kin.community == Community::songhai && kin.name == "Burkina Faso" && kin.factor == 0.4;
    }
    EXPECT_TRUE(has_kin);
}

TEST(ReadDisplacementParams, RefusesWhatIsOutOfRangeUnknownOrMissing) {
    EXPECT_THROW(read(example_where("rate_threat", "-1")), sim::InputError);
    EXPECT_THROW(read(example_with("\nmax_rate = ", "\nmax_rat = ")), sim::InputError);
    EXPECT_THROW(read(example_with("\nthreat_half = ", "\n# ")), sim::InputError);
    EXPECT_THROW(read(example_where("walk_km_per_day", "0")), sim::InputError);
    EXPECT_THROW(read(example_where("displaced_again", "0.997")), sim::InputError);
    EXPECT_THROW(read(example_where("tries", "0")), sim::InputError);
    EXPECT_THROW(read(example_with("dogon   = { Mauritania", "martian = { Mauritania")),
                 sim::InputError);
}

}  // namespace models
