#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <span>
#include <string>

#include "models/checkpoint/run_checkpoint.hpp"
#include "models/checkpoint/world_archive.hpp"
#include "models/recorders/result_format.hpp"
#include "models/recorders/result_recorder.hpp"
#include "models/scenario/first_world.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_writer.hpp"
#include "tests/fuzz/scratch_folder.hpp"

// Whatever a checkpoint holds, it is read or refused. An input is what is done to a good one of the
// small country, so that seeds stay good when the state changes: the first byte chooses the file
// itself or one of the three states in it, and every six more bytes are an edit of it.

namespace {

using models::RunCheckpoint;

/// Apply edits: four bytes of place, one of what to do, one of value.
void edit(std::string& bytes, std::span<std::uint8_t const> edits) {
    for (; edits.size() >= 6 && !bytes.empty(); edits = edits.subspan(6)) {
        std::size_t place = 0;
        for (int i = 3; i >= 0; --i) place = place << 8U | edits[static_cast<std::size_t>(i)];
        place %= bytes.size();
        auto const value = static_cast<char>(edits[5]);
        std::size_t const count = std::min<std::size_t>(edits[5], bytes.size() - place);
        switch (edits[4] % 5) {
            case 0:
                bytes[place] = value;
                break;
            case 1:
                bytes[place] = static_cast<char>(bytes[place] ^ value);
                break;
            case 2:
                bytes.insert(place, count, '\0');
                break;
            case 3:
                bytes.erase(place, count);
                break;
            default:
                bytes.resize(place);
        }
    }
}

class Checkpoint {
  public:
    Checkpoint() {
        state_.days_done = 3;
        state_.world = models::world_bytes(world_);
        state_.history = models::bytes_of(models::RunHistory{world_});
        state_.recorder = recorder_.state();
        state_.rows = "rows";
        models::write_checkpoint(result_, key_, state_);
        file_ = fuzz::content(models::checkpoint_of(result_));
        file_.resize(file_.rfind("azalai sealed v1"));  // a hostile one may be sealed anew
        check();
    }

    void read_with(std::uint8_t part, std::span<std::uint8_t const> edits) {
        switch (part % 4) {
            case 0:
                read_file(edits);
                break;
            case 1: {
                auto world = world_;
                take(
                    state_.world, edits, [&](auto const& it) { restore_world(world, it); },
                    [&] { return models::world_bytes(world); });
                break;
            }
            case 2: {
                models::RunHistory history{world_};
                take(
                    state_.history, edits, [&](auto const& it) { from_bytes(it, history); },
                    [&] { return models::bytes_of(history); });
                break;
            }
            default:
                take(
                    state_.recorder, edits, [&](auto const& it) { recorder_.restore(it); },
                    [&] { return recorder_.state(); });
        }
    }

  private:
    /// A harness whose own file and states are refused would test nothing.
    void check() {
        for (std::uint8_t part = 0; part < 4; ++part) read_with(part, {});
        auto const again = models::read_checkpoint(result_, key_);
        if (!again || again->world != state_.world || again->rows != "rows") std::abort();
    }

    /// What is taken is what is given: nothing is left over or made up.
    template <class Take, class Give>
    static void take(std::string bytes, std::span<std::uint8_t const> edits, Take const& take,
                     Give const& give) {
        edit(bytes, edits);
        try {
            take(bytes);
        } catch (std::exception const&) {
            if (edits.empty()) std::abort();
            return;
        }
        if (give() != bytes) std::abort();
    }

    void read_file(std::span<std::uint8_t const> edits) {
        auto bytes = file_;
        edit(bytes, edits);
        fuzz::write(models::checkpoint_of(result_),
                    reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
        try {
            static_cast<void>(models::read_checkpoint(result_, key_));
        } catch (sim::InputError const&) {
            if (edits.empty()) std::abort();
        }
    }

    fuzz::ScratchFolder folder_;
    fuzz::fs::path result_ = folder_ / "run.h5";
    models::Scenario scenario_ =
        models::load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
    models::World world_ = models::make_world(scenario_, sim::Seed{1});
    sim::ResultWriter writer_{
        folder_ / "recorded.h5", sim::Overwrite::no, models::result_identity(), {}};
    models::ResultRecorder recorder_{writer_,
                                     world_,
                                     scenario_.output,
                                     {.first_day = scenario_.first_day, .last = sim::Day{9}},
                                     scenario_.registrations};
    models::RunKey key_{.made = {.program = "azalai", .seed = 1}, .days = 10};
    RunCheckpoint state_;
    std::string file_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    static Checkpoint checkpoint;
    if (size >= 1) checkpoint.read_with(bytes[0], {bytes + 1, size - 1});
    return 0;
}
