/** A run from its file: all but the maps, which are read one by one. */

import type { About, Actors, CellMap, Cells, Events, Places, Run, Totals, Units } from "../model/run";
import { FileError } from "./file_error";
import type { Numbers, ResultFile } from "./hdf5";

/** Fields of the grid that can be shown, in this order. */
const knownFields = ["control", "displaced", "deaths", "events", "services", "grievance"];

/** Read what the page keeps of a run; positions of units, which are many, wait until they are shown. */
export function readRun(file: ResultFile, about: About): Run {
  const totals = readTotals(file);
  if (totals.day.length === 0) throw new FileError("The file holds no day. Make it again.");
  const cells = file.has("cells/country") ? readCells(file) : null;
  return {
    type: "run",
    about,
    firstDay: totals.day[0]!,
    lastDay: totals.day[totals.day.length - 1]!,
    totals,
    actors: file.has("actors/name") ? readActors(file) : null,
    places: file.has("places/settled") ? readPlaces(file) : null,
    events: file.has("events/day") ? readEvents(file) : null,
    hasUnits: file.has("units/day"),
    cells,
  };
}

/** Read one field of the grid. \p step counts along /cells/time. */
export function readMap(file: ResultFile, field: string, step: number): CellMap {
  const path = `cells/${field}`;
  return { values: file.numbers(path, [step, step + 1]), fill: file.fillValue(path) };
}

/** Days since 1970-01-01 of a column of days. */
export function days(file: ResultFile, path: string): Int32Array {
  const first = file.firstDay(path);
  return Int32Array.from(file.numbers(path), (day) => day + first);
}

/** The words of an enumeration, one for each row of a dataset. */
function words(file: ResultFile, path: string): string[] {
  const flags = file.flags(path);
  return Array.from(file.numbers(path), (value) => flags.get(value) ?? String(value));
}

function readTotals(file: ResultFile): Totals {
  return {
    day: days(file, "totals/time"),
    sides: words(file, "totals/side"),
    deaths: file.numbers("totals/deaths"),
    idps: file.numbers("totals/idps"),
    refugees: file.numbers("totals/refugees"),
    departures: file.numbers("totals/departures"),
    returns: summed(file.numbers("totals/idps_returned"), file.numbers("totals/refugees_returned")),
    kinds: words(file, "totals/kind"),
    events: file.numbers("totals/events"),
  };
}

function summed(a: Numbers, b: Numbers): Int32Array<ArrayBuffer> {
  return Int32Array.from(a, (value, i) => value + b[i]!);
}

function readActors(file: ResultFile): Actors {
  const moves = file.has("actors/area");
  return {
    key: file.texts("actors/key"),
    name: file.texts("actors/name"),
    className: words(file, "actors/class"),
    day: moves ? days(file, "actors/time") : new Int32Array(0),
    area: moves ? file.numbers("actors/area") : new Float32Array(0),
  };
}

function readPlaces(file: ResultFile): Places {
  const settled = file.numbers("places/settled");
  const registered = file.has("places/registered") ? file.numbers("places/registered") : settled;
  return {
    name: file.texts("places/name"),
    kind: words(file, "places/kind"),
    country: words(file, "places/country"),
    lat: file.numbers("places/lat"),
    lon: file.numbers("places/lon"),
    capacity: file.numbers("places/capacity"),
    day: days(file, "places/time"),
    holder: file.numbers("places/holder"),
    settled,
    registered,
    waiting: file.numbers("places/waiting"),
  };
}

function readEvents(file: ResultFile): Events {
  return {
    day: days(file, "events/day"),
    kind: file.numbers("events/kind"),
    kinds: file.flags("events/kind"),
    lat: file.numbers("events/lat"),
    lon: file.numbers("events/lon"),
    attacker: file.numbers("events/attacker"),
    target: file.numbers("events/target"),
    place: file.numbers("events/place"),
    deaths: file.numbers("events/deaths"),
    deathsCivilian: file.numbers("events/deaths_civilian"),
  };
}

/** Read where the units were on every day that the file has. */
export function readUnits(file: ResultFile): Units {
  return {
    day: days(file, "units/day"),
    actor: file.numbers("units/actor"),
    lat: file.numbers("units/lat"),
    lon: file.numbers("units/lon"),
    fighters: file.numbers("units/fighters"),
    posture: file.numbers("units/posture"),
    postures: file.flags("units/posture"),
  };
}

function readCells(file: ResultFile): Cells {
  const moves = file.has("cells/time");
  const fields = knownFields.filter((field) => moves && file.has(`cells/${field}`));
  return {
    lat: file.numbers("cells/lat"),
    lon: file.numbers("cells/lon"),
    country: file.numbers("cells/country"),
    countries: file.flags("cells/country"),
    region: file.numbers("cells/region"),
    regions: file.flags("cells/region"),
    cercle: file.numbers("cells/cercle"),
    cercles: file.flags("cells/cercle"),
    population: file.numbers("cells/population"),
    day: moves ? days(file, "cells/time") : new Int32Array(0),
    fields: fields.includes("control") && file.has("cells/dominant_actor")
      ? fields
      : fields.filter((field) => field !== "control"),
  };
}
