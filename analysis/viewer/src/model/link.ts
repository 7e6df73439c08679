/** A view as the part of an address after `#`, and back. */

import { isoDate, parseIsoDate } from "./calendar";
import { eventGroups } from "./event_groups";
import { fields, layers, speeds, type Field, type Layer, type View } from "./view";

/** `date=2013-01-10&ground=control&layers=events,places&...` */
export function toLink(view: View): string {
  const parts: [string, string][] = [
    ["date", isoDate(view.day)],
    ["ground", view.field],
    ["layers", layers.filter((layer) => view.layers.has(layer)).join(",")],
    ["events", eventGroups.filter(({ id }) => view.groups.has(id)).map(({ id }) => id).join(",")],
    ["deaths", String(view.leastDeaths)],
    ["speed", String(view.speed)],
  ];
  if (view.centre) {
    parts.push(["zoom", view.zoom.toFixed(2)]);
    parts.push(["centre", view.centre.map((value) => value.toFixed(3)).join(",")]);
  }
  return parts.map(([key, value]) => `${key}=${value}`).join("&");
}

/** What a link says of a view. What it does not say, or says wrongly, is left out. */
export function fromLink(link: string): Partial<View> {
  const said = new URLSearchParams(link.replace(/^#/, ""));
  const view: Partial<View> = {};
  const day = parseIsoDate(said.get("date") ?? "");
  if (day !== undefined) view.day = day;
  const field = said.get("ground") as Field | null;
  if (field && fields.includes(field)) view.field = field;
  const shown = members(said.get("layers"));
  if (shown) view.layers = new Set(layers.filter((layer: Layer) => shown.includes(layer)));
  const groups = members(said.get("events"));
  if (groups) view.groups = new Set(eventGroups.map(({ id }) => id).filter((id) => groups.includes(id)));
  const deaths = Number(said.get("deaths") ?? NaN);
  if (Number.isInteger(deaths) && deaths >= 0) view.leastDeaths = deaths;
  const speed = Number(said.get("speed"));
  if (speeds.some((known) => known === speed)) view.speed = speed;
  const zoom = Number(said.get("zoom"));
  const [lon = NaN, lat = NaN] = (said.get("centre") ?? "").split(",").map(Number);
  if (zoom >= 1 && zoom <= 40 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
    view.zoom = zoom;
    view.centre = [lon, lat];
  }
  return view;
}

function members(text: string | null): string[] | undefined {
  return text === null ? undefined : text.split(",");
}
