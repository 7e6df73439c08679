/** What the user is looking at, and who wants to know when it changes. */

import { eventGroups } from "./event_groups";

/** Layers over the ground, in the order of their keys 1, 2, ... */
export const layers = ["events", "displaced", "flows", "units", "places", "regions"] as const;
export type Layer = (typeof layers)[number];

/** What colours the ground; a field of the grid, the residents, or nothing. */
export const fields = [
  "control",
  "displaced",
  "deaths",
  "events",
  "services",
  "grievance",
  "population",
  "none",
] as const;
export type Field = (typeof fields)[number];

/** Speeds of play [days per second]. */
export const speeds = [7, 15, 30, 60, 120, 240] as const;

/** How long an event stays on the map, fading [days]. */
export const eventMemory = 30;

export interface View {
  /** Days since 1970-01-01; with a fraction while playing. */
  day: number;
  speed: number;
  field: Field;
  layers: ReadonlySet<Layer>;
  /** Groups of events that are shown, by their id. */
  groups: ReadonlySet<string>;
  /** Events with fewer deaths are not shown. */
  leastDeaths: number;
  /** How many times the map is enlarged, and the place in its middle; none: all of it. */
  zoom: number;
  centre: readonly [number, number] | null;
}

export function firstView(day: number): View {
  return {
    day,
    speed: 30,
    field: "control",
    layers: new Set<Layer>(["events", "displaced", "places", "regions"]),
    groups: new Set(eventGroups.filter((group) => group.shown).map((group) => group.id)),
    leastDeaths: 0,
    zoom: 1,
    centre: null,
  };
}

/** Holds the view and tells everyone who listens what changed. */
export class ViewStore {
  private readonly listeners: ((view: View, change: Partial<View>) => void)[] = [];

  constructor(public view: View) {}

  listen(listener: (view: View, change: Partial<View>) => void): void {
    this.listeners.push(listener);
  }

  change(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener(this.view, change);
  }

  /** Turn a member of a set on or off. */
  toggle<Key extends "layers" | "groups">(key: Key, member: string): void {
    const next = new Set<string>(this.view[key]);
    if (!next.delete(member)) next.add(member);
    this.change({ [key]: next } as Partial<View>);
  }
}
