import { describe, expect, test } from "vitest";
import { borderLines } from "../../src/map/borders";
import { classPixels, controlPixels } from "../../src/map/field_image";
import { Frame } from "../../src/map/frame";
import { placeLabels, type Label } from "../../src/map/labels";
import { fieldClasses } from "../../src/map/palette";
import { firstOfMonth, isoDate, lastOfMonth, longDate, newYears, parseIsoDate } from "../../src/model/calendar";
import { eventGroups, groupOf } from "../../src/model/event_groups";
import { fromLink, toLink } from "../../src/model/link";
import { countUpTo, lastUpTo, quantile } from "../../src/model/search";
import { firstView, ViewStore } from "../../src/model/view";
import type { Ensemble } from "../../src/model/run";
import { sharesOfRuns } from "../../src/series/ensemble_view";
import { monthly } from "../../src/series/lines";

describe("dates", () => {
  const day = Date.UTC(2012, 1, 29) / 86_400_000;
  test("there and back", () => {
    expect(isoDate(day)).toBe("2012-02-29");
    expect(parseIsoDate("2012-02-29")).toBe(day);
    expect(longDate(day + 0.9)).toBe("29 Feb 2012");
    expect(parseIsoDate("29.2.2012")).toBeUndefined();
  });
  test("months and years", () => {
    expect(isoDate(firstOfMonth(day))).toBe("2012-02-01");
    expect(isoDate(lastOfMonth(day))).toBe("2012-02-29");
    expect(newYears(day, day + 800).map(isoDate)).toEqual(["2013-01-01", "2014-01-01"]);
    expect(monthly([day, day + 1, day + 2], [1, 10, 100]).value).toEqual([1, 110]);
  });
});

describe("search", () => {
  test("in sorted columns", () => {
    const column = [2, 2, 5, 9];
    expect([1, 2, 4, 5, 10].map((limit) => countUpTo(column, limit))).toEqual([0, 2, 2, 3, 4]);
    expect(lastUpTo(column, 1)).toBe(-1);
  });
  test("quantiles leave out what is missing", () => {
    expect(quantile([4, NaN, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([NaN], 0.5)).toBeNaN();
  });
});

describe("links", () => {
  test("open the same view again", () => {
    const store = new ViewStore(firstView(15_000));
    store.toggle("layers", "units");
    store.toggle("groups", "protest");
    store.change({ field: "deaths", speed: 60, leastDeaths: 5, zoom: 3.5, centre: [-1.25, 16.5], day: 15_400 });
    expect({ ...firstView(0), ...fromLink(`#${toLink(store.view)}`) }).toEqual(store.view);
  });
  test("say nothing where they are wrong", () => {
    expect(fromLink("#date=soon&ground=moon&zoom=900&centre=1,2&speed=31&deaths=-1&layers=moons")).toEqual({
      layers: new Set(),
    });
  });
});

describe("the map", () => {
  test("is to scale, and enlarges around its centre", () => {
    const frame = new Frame([0, 0, 10, 10], 400, 400, 2, [4, 6]);
    expect([frame.x(4), frame.y(6)]).toEqual([200, 200]);
    expect(frame.scaleY).toBe(80);
    expect(frame.lon(frame.x(7))).toBeCloseTo(7);
    expect(frame.lat(frame.y(3))).toBeCloseTo(3);
  });
  test("has a border only between two known units", () => {
    //  2 2 -1    two borders meet nothing else: one line from edge to edge
    //  1 1 -1
    const lines = borderLines(Int16Array.of(1, 1, -1, 2, 2, -1), 3);
    expect(lines).toHaveLength(1);
    expect(lines[0]![0]).toEqual([0, 1]);
    expect(lines[0]!.at(-1)).toEqual([2, 1]);
    expect(borderLines(Int16Array.of(1, 1, 1, 1), 2)).toEqual([]);
  });
  test("joins three borders where three units meet", () => {
    const lines = borderLines(Int16Array.of(1, 2, 3, 3), 2);
    expect(lines).toHaveLength(3);
    const ends = lines.flatMap((line) => [String(line[0]), String(line.at(-1))]);
    expect(ends.filter((end) => end === "1,1")).toHaveLength(3);
  });
  test("shows north up and nothing where nothing is", () => {
    const map = { values: Int32Array.of(0, 10, 30_000, -1), fill: -1 };
    const pixels = classPixels(map, 2, fieldClasses.displaced!);
    const alpha = [3, 7, 11, 15].map((i) => pixels[i]);
    expect(alpha[3]).toBeGreaterThan(0); // 10 people, south-east: below and right
    expect(alpha[0]).toBeGreaterThan(0); // 30,000 people, north-west
    expect([alpha[1], alpha[2]]).toEqual([0, 0]);
  });
  test("shows control the stronger the larger the share", () => {
    const actor = { values: Int16Array.of(0, 0, -1), fill: -1 };
    const share = { values: Float32Array.of(0.2, 1, 0), fill: -1 };
    const pixels = controlPixels(actor, share, 3, ["#3f7fbf"]);
    expect(pixels[3]!).toBeLessThan(pixels[7]!);
    expect(pixels[11]).toBe(0);
  });
  test("puts no name over another", () => {
    const label = (text: string, x: number, weight: number): Label => ({
      text,
      x,
      y: 50,
      width: 40,
      height: 12,
      weight,
      centred: false,
    });
    const placed = placeLabels([label("minor", 101, 1), label("major", 100, 2)], 400, 100);
    expect(placed[0]!.label.text).toBe("major");
    const [a, b] = placed;
    const apart = !b || a!.x + 40 <= b.x || b.x + 40 <= a!.x || Math.abs(a!.y - b.y) >= 12;
    expect(apart).toBe(true);
    expect(placeLabels([label("outside", 500, 1)], 400, 100)).toEqual([]);
    expect(placeLabels([label("a", 50, 1), label("b", 250, 2)], 400, 100, 1)).toHaveLength(1);
  });
});

test("every kind of event has one group, and what is unknown the last", () => {
  const kinds = eventGroups.flatMap((group) => group.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(eventGroups[groupOf("air strike")]!.id).toBe("air");
  expect(groupOf("<b>new</b>")).toBe(eventGroups.length - 1);
});

test("an ensemble's map is the share of runs with a death, of one scenario", () => {
  const file = { runs: 3, scenarioOfRun: Int32Array.of(0, 1, 0), cercles: ["A", "B"], month: Int32Array.of(0) } as unknown as Ensemble;
  file.reported = Float64Array.of(2, 0, 5, 5, 0, NaN); // (run, month, cercle)
  expect(sharesOfRuns(file, 0, 0)).toEqual([50, 0]);
  expect(sharesOfRuns(file, 1, 0)).toEqual([100, 100]);
  expect(sharesOfRuns({ ...file, reported: null }, 0, 0)).toEqual([]);
});
