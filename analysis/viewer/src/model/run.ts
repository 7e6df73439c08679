/** What the page knows of one run. Dates are days since 1970-01-01; rows of other tables count from 0. */

import type { Numbers } from "../reader/hdf5";
import type { Seal } from "../reader/seal";

/** Where a file comes from. All texts are from the file and may be anything. */
export interface About {
  fileName: string;
  fileType: string;
  version: string;
  title: string;
  comment: string;
  program: string;
  commit: string;
  seed: string;
  seal: Seal;
}

export interface Totals {
  day: Int32Array;
  sides: string[];
  /** Deaths of the day, (day, side). */
  deaths: Numbers;
  idps: Numbers;
  refugees: Numbers;
  /** People who left home, and who came home, on the day. */
  departures: Numbers;
  returns: Numbers;
  kinds: string[];
  /** Events of the day, (day, kind). */
  events: Numbers;
}

export interface Actors {
  key: string[];
  name: string[];
  className: string[];
  /** Days of `area`; none without the series. */
  day: Int32Array;
  /** Area that each actor controls, (day, actor) [km2]. */
  area: Numbers;
}

export interface Places {
  name: string[];
  kind: string[];
  country: string[];
  lat: Numbers;
  lon: Numbers;
  capacity: Numbers;
  day: Int32Array;
  /** (day, place): who holds it, and displaced people there. */
  holder: Numbers;
  settled: Numbers;
  registered: Numbers;
  waiting: Numbers;
}

export interface Events {
  day: Int32Array;
  kind: Numbers;
  kinds: Map<number, string>;
  lat: Numbers;
  lon: Numbers;
  /** Row of the actor, or -1 for none. */
  attacker: Numbers;
  target: Numbers;
  place: Numbers;
  deaths: Numbers;
  deathsCivilian: Numbers;
}

export interface Units {
  day: Int32Array;
  actor: Numbers;
  lat: Numbers;
  lon: Numbers;
  fighters: Numbers;
  posture: Numbers;
  postures: Map<number, string>;
}

/** The grid: fixed fields, and the days for which there are maps. Values of a map come on demand. */
export interface Cells {
  lat: Numbers;
  lon: Numbers;
  country: Numbers;
  countries: Map<number, string>;
  region: Numbers;
  regions: Map<number, string>;
  cercle: Numbers;
  cercles: Map<number, string>;
  population: Numbers;
  day: Int32Array;
  /** Names of the fields along time, as in /cells. */
  fields: string[];
}

export interface Run {
  type: "run";
  about: About;
  firstDay: number;
  lastDay: number;
  totals: Totals;
  actors: Actors | null;
  places: Places | null;
  events: Events | null;
  /** Whether the file has positions of units; they are read when they are shown. */
  hasUnits: boolean;
  cells: Cells | null;
}

/** What the page knows of the runs of a sweep. */
export interface Ensemble {
  type: "ensemble";
  about: About;
  firstDay: number;
  lastDay: number;
  runs: number;
  scenarios: string[];
  /** Row of the scenario of each run. */
  scenarioOfRun: Numbers;
  /** First day of each month. */
  month: Int32Array;
  /** (run, month), NaN where a scenario has no such month. */
  deaths: Float64Array;
  idps: Float64Array;
  refugees: Float64Array;
  events: Float64Array;
  cercles: string[];
  /** Deaths that observers write down, (run, month, cercle); null if the file leaves them out. */
  reported: Float64Array | null;
}

export type Contents = Run | Ensemble;

/** Values of one field of the grid on one map, (row from the south, column from the west). */
export interface CellMap {
  values: Numbers;
  fill: number | undefined;
}
