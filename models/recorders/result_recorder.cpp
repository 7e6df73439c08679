#include "models/recorders/result_recorder.hpp"

#include <optional>

#include "models/checkpoint/world_archive.hpp"
#include "models/recorders/actors_recorder.hpp"
#include "models/recorders/agreements_recorder.hpp"
#include "models/recorders/cells_recorder.hpp"
#include "models/recorders/displaced_recorder.hpp"
#include "models/recorders/dyads_recorder.hpp"
#include "models/recorders/events_recorder.hpp"
#include "models/recorders/places_recorder.hpp"
#include "models/recorders/politics_recorder.hpp"
#include "models/recorders/reports_recorder.hpp"
#include "models/recorders/totals_recorder.hpp"
#include "models/recorders/units_recorder.hpp"

namespace models {

struct ResultRecorder::Groups {
    Groups(sim::ResultWriter& writer, World const& world, OutputParams const& output,
           Period const& period, Registrations const& registrations)
        : totals(writer, world, period),
          displaced(writer, world, period, registrations),
          actors(writer, world, period, output.actors_every_days),
          dyads(writer, world, period),
          politics(writer, period) {
        if (output.places_every_days > 0) {
            places.emplace(writer, world, period, output.places_every_days, registrations);
        }
        if (output.cells_every_days > 0) {
            cells.emplace(writer, world, period, output.cells_every_days);
        }
        if (output.units_every_days > 0) units.emplace(writer, period, output.units_every_days);
        if (output.events) events.emplace(writer, world, period);
        if (output.reports) reports.emplace(writer, world, period);
        if (output.agreements) agreements.emplace(writer, period);
    }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(totals, displaced, dyads, politics);
        if (cells) archive(*cells);
    }

    TotalsRecorder totals;
    DisplacedRecorder displaced;
    ActorsRecorder actors;
    DyadsRecorder dyads;
    PoliticsRecorder politics;
    std::optional<PlacesRecorder> places;
    std::optional<CellsRecorder> cells;
    std::optional<UnitsRecorder> units;
    std::optional<EventsRecorder> events;
    std::optional<ReportsRecorder> reports;
    std::optional<AgreementsRecorder> agreements;
};

ResultRecorder::ResultRecorder(sim::ResultWriter& writer, World const& world,
                               OutputParams const& output, Period const& period,
                               Registrations const& registrations)
    : writer_(&writer),
      groups_(std::make_unique<Groups>(writer, world, output, period, registrations)) {}

ResultRecorder::~ResultRecorder() = default;

void ResultRecorder::observe(World const& world) {
    groups_->totals.observe(world);
    groups_->displaced.observe(world);
    groups_->actors.observe(world);
    groups_->dyads.observe(world);
    groups_->politics.observe(world);
    if (groups_->places) groups_->places->observe(world);
    if (groups_->cells) groups_->cells->observe(world);
    if (groups_->units) groups_->units->observe(world);
    if (groups_->events) groups_->events->observe(world);
    if (groups_->reports) groups_->reports->observe(world);
    if ((world.today.value + 1) % flush_every_days == 0) writer_->flush();
}

std::string ResultRecorder::state() const {
    return bytes_of(*groups_);
}

void ResultRecorder::restore(std::string const& state) {
    from_bytes(state, *groups_);
}

void ResultRecorder::finish(World const& world) {
    if (groups_->agreements) groups_->agreements->finish(world);
}

}  // namespace models
