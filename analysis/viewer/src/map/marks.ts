/** What stands on the map on one day: marks with their place, size and words. */

import type { Events, Places, Run, Units } from "../model/run";
import { longDate } from "../model/calendar";
import { eventGroups, groupOf, type Shape } from "../model/event_groups";
import { count } from "../model/numbers";
import { countUpTo, lastUpTo } from "../model/search";
import { eventMemory, type View } from "../model/view";
import type { Frame } from "./frame";
import { arrivalColour, departureColour, displacedColour, ink, sharedColour } from "./palette";

export type MarkShape = Shape | "up" | "down";

export interface Mark {
  x: number;
  y: number;
  /** Half its width [px]. */
  radius: number;
  shape: MarkShape;
  fill: string | null;
  line: string | null;
  alpha: number;
  /** What it is, for the pointer; from the file, so text only. */
  words: () => string[];
}

/** Days over which arrivals and departures are counted. */
export const flowDays = 30;

/** Smaller changes have no mark [people]. */
const leastFlow = 100;

/** By how much they stand above the place, whose own mark stays to be seen [px]. */
const flowOffset = 9;

/** Degrees by which events of one cell stand apart, at most; a cell of the Mali grid has 0.1. */
const spread = 0.035;

/** Colours of actors by their row. */
export type Colours = readonly string[];

/** All marks of a day, those below first. @param units None while they are read. */
export function marksOf(run: Run, units: Units | null, view: View, frame: Frame, colours: Colours): Mark[] {
  const marks: Mark[] = [];
  const { layers } = view;
  if (run.places && layers.has("displaced")) marks.push(...displacedMarks(run.places, view, frame));
  if (run.places && layers.has("places")) marks.push(...placeMarks(run, run.places, view, frame, colours));
  if (units && layers.has("units")) marks.push(...unitMarks(run, units, view, frame, colours));
  if (run.events && layers.has("events")) marks.push(...eventMarks(run, run.events, view, frame));
  if (run.places && layers.has("flows")) marks.push(...flowMarks(run.places, view, frame));
  return marks.filter(({ x, y }) => x > -50 && y > -50 && x < frame.width + 50 && y < frame.height + 50);
}

/** Name of an actor, "" for none. */
export function actorName(run: Run, row: number): string {
  return row < 0 ? "" : (run.actors?.name[row] ?? `actor ${row}`);
}

/** Radius of a circle whose area is as the people it stands for [px]. */
export function peopleRadius(people: number, zoom: number): number {
  return 0.052 * zoom ** 0.4 * Math.sqrt(people);
}

/** Radius of the mark of an event, its area growing with the deaths [px]. */
export function deathsRadius(deaths: number): number {
  return Math.min(26, 3.6 + 1.6 * Math.sqrt(deaths));
}

/** Rows of the events that are shown on a day: not older than the memory, and as the filters say. */
export function shownEvents(events: Events, view: View): number[] {
  const day = Math.floor(view.day);
  const end = countUpTo(events.day, day);
  const shown = new Map([...events.kinds].map(([kind, word]) => [kind, view.groups.has(eventGroups[groupOf(word)]!.id)]));
  const rows: number[] = [];
  for (let row = countUpTo(events.day, day - eventMemory); row < end; ++row) {
    if (events.deaths[row]! >= view.leastDeaths && shown.get(events.kind[row]!)) rows.push(row);
  }
  return rows;
}

/** What an event is, in words. */
export function eventWords(run: Run, events: Events, row: number): string[] {
  const kind = events.kinds.get(events.kind[row]!) ?? "event";
  const attacker = actorName(run, events.attacker[row]!);
  const target = actorName(run, events.target[row]!);
  const deaths = events.deaths[row]!;
  const civilians = events.deathsCivilian[row]!;
  const place = run.places?.name[events.place[row]!];
  return [
    `${kind}${place === undefined ? "" : `, ${place}`}`,
    [attacker, target].filter((name) => name !== "").join(" \u2192 "),
    `${longDate(events.day[row]!)}: ${deaths === 1 ? "1 death" : `${count(deaths)} deaths`}${
      civilians > 0 ? `, of them ${count(civilians)} civilians` : ""
    }`,
  ].filter((line) => line !== "");
}

function eventMarks(run: Run, events: Events, view: View, frame: Frame): Mark[] {
  const rows = shownEvents(events, view);
  const marks = rows.map((row): Mark => {
    const group = eventGroups[groupOf(events.kinds.get(events.kind[row]!) ?? "")]!;
    const age = (Math.floor(view.day) - events.day[row]!) / eventMemory;
    const [east, north] = apart(row);
    const hollow = group.shape === "ring" || group.shape === "cross";
    return {
      x: frame.x(events.lon[row]! + east),
      y: frame.y(events.lat[row]! + north),
      radius: group.shape === "ring" ? 7 : deathsRadius(events.deaths[row]!),
      shape: group.shape,
      fill: hollow ? null : group.colour,
      line: hollow ? group.colour : "#ffffff",
      alpha: 0.92 * Math.max(0.12, 1 - age),
      words: () => eventWords(run, events, row),
    };
  });
  return marks.sort((a, b) => b.radius - a.radius);
}

// Events know only their cell. Those of one cell stand around its centre, each always at the same place.
function apart(row: number): [number, number] {
  const angle = row * 2.399963;
  const reach = spread * Math.sqrt(((row * 0.618034) % 1) * 0.9 + 0.1);
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
}

function displacedMarks(places: Places, view: View, frame: Frame): Mark[] {
  const step = lastUpTo(places.day, view.day);
  const width = places.name.length;
  const marks: Mark[] = [];
  for (let place = 0; place < width && step >= 0; ++place) {
    const people = places.settled[step * width + place]!;
    if (people < 1) continue;
    const camp = places.kind[place] === "camp";
    marks.push({
      x: frame.x(places.lon[place]!),
      y: frame.y(places.lat[place]!),
      radius: Math.max(1.5, peopleRadius(people, frame.zoom)),
      shape: "circle",
      fill: `${displacedColour}${camp ? "70" : "38"}`,
      line: displacedColour,
      alpha: 1,
      words: () => placeWords(places, place, step),
    });
  }
  return marks.sort((a, b) => b.radius - a.radius);
}

function placeWords(places: Places, place: number, step: number): string[] {
  const at = step * places.name.length + place;
  const waiting = places.waiting[at]!;
  const registered = places.registered[at]!;
  const capacity = places.capacity[place]!;
  const lines = [
    `${places.name[place]} (${places.kind[place]}, ${places.country[place]})`,
    `${count(places.settled[at]!)} displaced people stay there`,
  ];
  if (registered !== places.settled[at]) lines.push(`${count(registered)} on the lists`);
  if (waiting > 0) lines.push(`${count(waiting)} held there, waiting`);
  if (capacity > 0) lines.push(`room for ${count(capacity)}`);
  return lines;
}

function placeMarks(run: Run, places: Places, view: View, frame: Frame, colours: Colours): Mark[] {
  const step = Math.max(0, lastUpTo(places.day, view.day));
  const width = places.name.length;
  const marks: Mark[] = [];
  for (let place = 0; place < width; ++place) {
    const kind = places.kind[place];
    if (kind === "base" && frame.zoom < 2) continue;
    const holder = places.holder[step * width + place] ?? -1;
    marks.push({
      x: frame.x(places.lon[place]!),
      y: frame.y(places.lat[place]!),
      radius: kind === "town" ? 3 : 2.4,
      shape: kind === "base" ? "square" : kind === "camp" ? "triangle" : "circle",
      fill: holder >= 0 ? (colours[holder] ?? sharedColour) : "#ffffff",
      line: ink,
      alpha: kind === "foreign town" ? 0.55 : 1,
      words: () => [
        ...placeWords(places, place, step),
        ...(holder >= 0 ? [`held by ${actorName(run, holder)}`] : []),
      ],
    });
  }
  return marks;
}

function flowMarks(places: Places, view: View, frame: Frame): Mark[] {
  const step = lastUpTo(places.day, view.day);
  if (step < 0) return [];
  const before = Math.max(0, lastUpTo(places.day, view.day - flowDays));
  const width = places.name.length;
  const marks: Mark[] = [];
  for (let place = 0; place < width; ++place) {
    const change = places.settled[step * width + place]! - places.settled[before * width + place]!;
    if (Math.abs(change) < leastFlow) continue;
    const more = change > 0;
    marks.push({
      x: frame.x(places.lon[place]!),
      y: frame.y(places.lat[place]!) - flowOffset,
      radius: Math.min(26, 3 + 0.12 * Math.sqrt(Math.abs(change))),
      shape: more ? "up" : "down",
      fill: more ? arrivalColour : departureColour,
      line: "#ffffff",
      alpha: 0.9,
      words: () => [
        `${places.name[place]} (${places.kind[place]}, ${places.country[place]})`,
        `${more ? "+" : "\u2212"}${count(Math.abs(change))} displaced people in ${flowDays} days`,
      ],
    });
  }
  return marks;
}

function unitMarks(run: Run, units: Units, view: View, frame: Frame, colours: Colours): Mark[] {
  const last = lastUpTo(units.day, view.day);
  if (last < 0) return [];
  const marks: Mark[] = [];
  for (let row = last; row >= 0 && units.day[row] === units.day[last]; --row) {
    marks.push({
      x: frame.x(units.lon[row]!),
      y: frame.y(units.lat[row]!),
      radius: Math.min(9, 2 + 0.16 * Math.sqrt(units.fighters[row]!)),
      shape: "square",
      fill: colours[units.actor[row]!] ?? sharedColour,
      line: ink,
      alpha: 0.9,
      words: () => [
        actorName(run, units.actor[row]!),
        `unit of ${count(units.fighters[row]!)} fighters, ${units.postures.get(units.posture[row]!) ?? ""}`,
        `position of ${longDate(units.day[row]!)}`,
      ],
    });
  }
  return marks;
}
