/** Keys of the page. The help panel lists them. */

import { countUpTo } from "../model/search";
import type { Run } from "../model/run";
import { fields, layers, speeds, type ViewStore } from "../model/view";
import type { Player } from "./player";

/** Events that N and P go to have at least so many deaths. */
const grave = 10;

/** What keys act on. */
export interface Controls {
  store: ViewStore;
  player: Player;
  run: Run | undefined;
  span: readonly [number, number];
  openFile: () => void;
  copyLink: () => void;
}

/** Act on a key. @returns Whether it was one of ours. */
export function actOnKey(event: KeyboardEvent, controls: Controls): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { store, player, span } = controls;
  const days = event.shiftKey ? 30 : 1;
  const acts: Record<string, () => void> = {
    " ": () => player.toggle(),
    ArrowLeft: () => player.step(-days),
    ArrowRight: () => player.step(days),
    Home: () => player.go(span[0]),
    End: () => player.go(span[1]),
    "[": () => changeSpeed(store, -1),
    "]": () => changeSpeed(store, 1),
    n: () => goToEvent(controls, 1),
    p: () => goToEvent(controls, -1),
    g: () => nextGround(controls),
    "+": () => zoomBy(store, 1.5),
    "=": () => zoomBy(store, 1.5),
    "-": () => zoomBy(store, 1 / 1.5),
    "0": () => store.change({ zoom: 1, centre: null }),
    w: () => move(controls, 0, 1),
    s: () => move(controls, 0, -1),
    a: () => move(controls, -1, 0),
    d: () => move(controls, 1, 0),
    l: controls.copyLink,
    o: controls.openFile,
  };
  layers.forEach((layer, i) => (acts[String(i + 1)] = () => store.toggle("layers", layer)));
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  act?.();
  return act !== undefined;
}

function changeSpeed(store: ViewStore, by: number): void {
  const now = speeds.findIndex((speed) => speed >= store.view.speed);
  store.change({ speed: speeds[Math.min(speeds.length - 1, Math.max(0, now + by))]! });
}

function nextGround({ store, run }: Controls): void {
  const known = fields.filter((field) => field === "none" || field === "population" || run?.cells?.fields.includes(field));
  store.change({ field: known[(known.indexOf(store.view.field) + 1) % known.length]! });
}

// The next day with a grave event, or the one before.
function goToEvent({ run, store, player }: Controls, direction: 1 | -1): void {
  const events = run?.events;
  if (!events) return;
  const today = Math.floor(store.view.day);
  let row = direction > 0 ? countUpTo(events.day, today) : countUpTo(events.day, today - 1) - 1;
  while (row >= 0 && row < events.day.length && events.deaths[row]! < grave) row += direction;
  const day = events.day[row];
  if (day !== undefined) player.go(day);
}

function zoomBy(store: ViewStore, factor: number): void {
  const zoom = Math.min(40, Math.max(1, store.view.zoom * factor));
  store.change(zoom === 1 ? { zoom, centre: null } : { zoom, centre: store.view.centre });
}

function move({ store, run }: Controls, east: number, north: number): void {
  const cells = run?.cells;
  if (!cells) return;
  const [west, south] = [cells.lon[0]!, cells.lat[0]!];
  const [farEast, farNorth] = [cells.lon[cells.lon.length - 1]!, cells.lat[cells.lat.length - 1]!];
  const [lon, lat] = store.view.centre ?? [(west + farEast) / 2, (south + farNorth) / 2];
  const step = (farNorth - south) / 8 / store.view.zoom;
  const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  store.change({ centre: [within(lon + east * step, west, farEast), within(lat + north * step, south, farNorth)] });
}
