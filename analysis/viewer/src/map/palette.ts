/** Colours that the colour-blind can tell apart (Okabe and Ito, 2008) and classes of numbers. */

import type { Contents } from "../model/run";
import type { Field } from "../model/view";

export type Rgb = readonly [number, number, number];

export const ink = "#22262b";
export const displacedColour = "#6a2c91";
export const arrivalColour = "#6a2c91";
export const departureColour = "#00705a";

/** The two files beside each other. */
export const fileColours = ["#22262b", "#d55e00"] as const;

const stateColour = "#3f7fbf";
const foreignColour = "#56b4e9";
const restColour = "#9aa0a6";
const armedColours = ["#e69f00", "#009e73", "#d55e00", "#cc79a7", "#e3d52b", "#7a5c2e"];

/** Colours of actors by their key, the same in every open file: the state blue, forces from abroad light
 *  blue, the armed groups that held most land a colour each, the others grey. */
export function actorColours(files: readonly Contents[]): Map<string, string> {
  const colours = new Map<string, string>();
  const held = new Map<string, number>();
  for (const file of files) {
    if (file.type !== "run" || !file.actors) continue;
    const { key, className, area } = file.actors;
    key.forEach((one, i) => {
      const kind = className[i]!;
      if (kind === "state") colours.set(one, stateColour);
      else if (kind === "external" || kind === "peacekeeper") colours.set(one, foreignColour);
      else held.set(one, held.get(one) ?? 0);
    });
    for (let row = 0; row < area.length; ++row) {
      const one = key[row % key.length]!;
      if (held.has(one)) held.set(one, held.get(one)! + area[row]!);
    }
  }
  const most = [...held].sort((a, b) => b[1] - a[1]);
  most.forEach(([key, area], i) => colours.set(key, area > 0 ? (armedColours[i] ?? restColour) : restColour));
  return colours;
}

/** The actors with a colour of their own are told apart in the legend, the others are one line. */
export const sharedColour = restColour;

/** Classes of a field: a value belongs to the last class whose lower end it reaches. */
export interface Classes {
  title: string;
  from: readonly number[];
  colours: readonly string[];
  labels: readonly string[];
}

const purples = ["#efe6f5", "#d8bfe6", "#b98ad1", "#924fb5", "#5e1f83"];
const reds = ["#fbe3d6", "#f6bb98", "#e8845c", "#c94a35", "#8e1a2b"];
const greys = ["#e9ebe4", "#cfd5c5", "#a9b59b", "#7c8d70", "#4f6148"];
const blues = ["#8a4b08", "#c98a3d", "#e6d3ae", "#a9c9dd", "#3f7fbf"];

/** How the fields that are numbers are coloured. */
export const fieldClasses: Partial<Record<Field, Classes>> = {
  displaced: {
    title: "People away from home, in the cell",
    from: [10, 100, 1000, 5000, 20000],
    colours: purples,
    labels: ["10", "100", "1,000", "5,000", "20,000 or more"],
  },
  deaths: {
    title: "Deaths since the map before",
    from: [1, 3, 10, 30, 100],
    colours: reds,
    labels: ["1", "3", "10", "30", "100 or more"],
  },
  events: {
    title: "Events since the map before",
    from: [1, 2, 4, 8, 16],
    colours: reds,
    labels: ["1", "2", "4", "8", "16 or more"],
  },
  services: {
    title: "What the state does for people (1: as in peace)",
    from: [0, 0.2, 0.4, 0.6, 0.8],
    colours: blues,
    labels: ["0", "0.2", "0.4", "0.6", "0.8 to 1"],
  },
  grievance: {
    title: "Recent harm held against the state [events]",
    from: [0.05, 0.2, 0.5, 1, 2],
    colours: reds,
    labels: ["0.05", "0.2", "0.5", "1", "2 or more"],
  },
  population: {
    title: "Residents on the first day, in the cell",
    from: [1, 500, 2000, 10000, 50000],
    colours: greys,
    labels: ["1", "500", "2,000", "10,000", "50,000 or more"],
  },
};

/** Of an ensemble: in how many of its runs something happens. */
export const shareClasses: Classes = {
  title: "Share of runs with a reported death in the cercle in the month [%]",
  from: [1, 20, 40, 60, 80],
  colours: reds,
  labels: ["1", "20", "40", "60", "80 to 100"],
};

export function rgb(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
