/** Kinds of events as the page groups them: one mark and one switch for each group. */

export type Shape = "circle" | "diamond" | "triangle" | "square" | "ring" | "cross";

export interface EventGroup {
  id: string;
  label: string;
  kinds: string[];
  shape: Shape;
  colour: string;
  /** Whether it is shown until the user says otherwise. */
  shown: boolean;
}

/** In the order of the legend. The last one takes every kind that no other names. */
export const eventGroups: readonly EventGroup[] = [
  { id: "clash", label: "Armed clash", kinds: ["armed clash"], shape: "circle", colour: "#22262b", shown: true },
  {
    id: "explosive",
    label: "Explosives, shelling",
    kinds: ["remote explosive", "shelling", "suicide bomb", "complex attack"],
    shape: "diamond",
    colour: "#8a4b08",
    shown: true,
  },
  { id: "air", label: "Air strike", kinds: ["air strike"], shape: "triangle", colour: "#005a83", shown: true },
  {
    id: "civilians",
    label: "Violence against civilians",
    kinds: ["attack on civilians", "communal attack", "execution", "abduction", "hostage siege"],
    shape: "square",
    colour: "#b0123b",
    shown: true,
  },
  {
    id: "place",
    label: "Place changes hands",
    kinds: ["place taken", "handover"],
    shape: "ring",
    colour: "#22262b",
    shown: true,
  },
  {
    id: "protest",
    label: "Protest",
    kinds: ["protest", "protest repressed"],
    shape: "cross",
    colour: "#5b6770",
    shown: false,
  },
  { id: "other", label: "Device found, other", kinds: [], shape: "cross", colour: "#8a4b08", shown: false },
];

/** Row of the group of a kind, by the word that the file uses. */
export function groupOf(kind: string): number {
  const found = eventGroups.findIndex((group) => group.kinds.includes(kind));
  return found >= 0 ? found : eventGroups.length - 1;
}
