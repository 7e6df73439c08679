#include <cstddef>
#include <cstdint>

#include "sim/base/check.hpp"
#include "sim/io/provenance.hpp"
#include "sim/io/result_reader.hpp"
#include "tests/fuzz/scratch_folder.hpp"

// Whatever the bytes of an HDF5 file, everything in it is read or refused by InputError. HDF5
// itself is the system's, without instruments: faults inside it are seen only if they crash.

namespace {

template <class Read>
void attempt(Read const& read) {
    try {
        static_cast<void>(read());
    } catch (sim::InputError const&) {
    }
}

void read_numbers(sim::ResultReader const& reader, sim::DatasetDescription const& dataset) {
    if (dataset.type == "float32") attempt([&] { return reader.read<float>(dataset.path); });
    if (dataset.type == "uint32") attempt([&] { return reader.read<std::uint32_t>(dataset.path); });
    attempt([&] { return reader.read<double>(dataset.path); });
    attempt([&] { return reader.read<std::int64_t>(dataset.path); });
}

void read_all(sim::ResultReader const& reader) {
    attempt([&] { return sim::read_provenance(reader); });
    attempt([&] { return reader.is_complete(); });
    for (auto const& dataset : reader.datasets()) {
        read_numbers(reader, dataset);
        attempt([&] { return reader.read_text(dataset.path); });
        attempt([&] { return reader.first_day(dataset.path); });
        attempt([&] { return reader.flags(dataset.path); });
        attempt([&] { return reader.fill_value(dataset.path); });
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    static fuzz::ScratchFolder const folder;
    auto const path = folder / "fuzz.h5";
    fuzz::write(path, bytes, size);
    attempt([&] {
        sim::ResultReader const reader{path, {"azalai-sample", 2, 1}};
        read_all(reader);
        return 0;
    });
    return 0;
}
