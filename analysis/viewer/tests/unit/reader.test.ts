import { readFileSync } from "node:fs";
import { join } from "node:path";
import { File as H5File, ready } from "h5wasm";
import { describe, expect, inject, test } from "vitest";
import type { Ensemble, Run } from "../../src/model/run";
import { rowSums } from "../../src/series/lines";
import { FileError } from "../../src/reader/file_error";
import { ResultFile } from "../../src/reader/hdf5";
import { Reader } from "../../src/reader/reader";
import { checkSeal } from "../../src/reader/seal";
import { hostile } from "../make_files";

const path = (name: string): string => join(inject("files"), name);

async function open(name: string): Promise<[Reader, number, Run | Ensemble]> {
  const reader = new Reader(inject("files"));
  const [number, contents] = await reader.open(name, new Blob([readFileSync(path(name))]));
  return [reader, number, contents];
}

describe("a run", () => {
  test("has a seal that fits, and says where it comes from", async () => {
    const [, , run] = await open("run.h5");
    expect(run.about.seal).toBe("intact");
    expect(run.about.title).toBe("A small country at war");
    expect(run.about.seed).toBe("1");
  });

  test("has a day for each row of its totals, and events in them", async () => {
    const run = (await open("run.h5"))[2] as Run;
    const days = run.totals.day.length;
    expect(run.lastDay - run.firstDay + 1).toBe(days);
    expect(run.totals.idps.length).toBe(days);
    const fromTotals = rowSums(run.totals.deaths, days).reduce((a, b) => a + b, 0);
    const fromEvents = Array.from(run.events!.deaths).reduce((a, b) => a + b, 0);
    expect(fromEvents).toBeGreaterThan(0);
    expect(fromTotals).toBeGreaterThanOrEqual(fromEvents);
    expect(run.events!.day[0]).toBeGreaterThanOrEqual(run.firstDay);
    expect(run.places!.name).toContain("Épsilon");
    expect(run.places!.settled.length).toBe(run.places!.day.length * run.places!.name.length);
    expect(run.actors!.className).toContain("state");
  });

  test("has maps of its grid, and refuses others", async () => {
    const [reader, number, contents] = await open("run.h5");
    const { cells } = contents as Run;
    const map = reader.map(number, "control", cells!.day.length - 1);
    expect(map.values.length).toBe(cells!.lat.length * cells!.lon.length);
    expect(map.fill).toBe(-1);
    expect(() => reader.map(number, "control", cells!.day.length)).toThrow(FileError);
    expect(() => reader.map(number, "nonsense", 0)).toThrow(/no cells\/nonsense/);
  });

  test("keeps names as they are written", async () => {
    const run = (await open("hostile.h5"))[2] as Run;
    expect(run.places!.name[0]).toBe(hostile);
  });
});

test("an ensemble has every run, month and cercle", async () => {
  const ensemble = (await open("ensemble.h5"))[2] as Ensemble;
  expect(ensemble.runs).toBe(4);
  expect(ensemble.deaths.length).toBe(4 * ensemble.month.length);
  expect(ensemble.reported!.length).toBe(4 * ensemble.month.length * ensemble.cercles.length);
  expect(ensemble.deaths.every((value) => value >= 0)).toBe(true);
});

describe("a file that cannot be trusted", () => {
  test.each([
    ["damaged.h5", /damaged: its bytes are not those that were written/],
    ["short.h5", /damaged or cut short/],
    ["incomplete.h5", /incomplete: it is what a stopped run left behind/],
    ["design.toml", /not an HDF5 file/],
  ])("%s is refused with its reason", async (name, reason) => {
    await expect(open(name)).rejects.toThrow(reason);
  });

  test("a file without a seal says so", async () => {
    const bytes = readFileSync(path("run.h5"));
    expect(await checkSeal(new Blob([bytes.subarray(0, -82)]))).toBe("missing");
    expect(await checkSeal(new Blob([bytes]))).toBe("intact");
  });

  test("a file of another program, of a newer format or with another filter is refused", async () => {
    await ready;
    const write = (name: string, fill: (file: H5File) => void): Blob => {
      const file = new H5File(path(name), "w");
      fill(file);
      file.close();
      return new Blob([readFileSync(path(name))]);
    };
    const other = write("other", (file) => file.create_dataset({ name: "x", data: [1, 2] }));
    await expect(new Reader(inject("files")).open("other", other)).rejects.toThrow(/no result of Azalai/);
    const newer = write("newer", (file) => {
      file.create_attribute("file_type", "azalai-result");
      file.create_attribute("format_version", new Int32Array([2, 0]));
      file.create_dataset({ name: "x", data: [1, 2] });
    });
    await expect(new Reader(inject("files")).open("newer", newer)).rejects.toThrow(/newer than this page reads/);
    const filtered = new H5File(path("filtered.h5"), "r");
    expect(filtered.get("x")).not.toBeNull();
    expect(() => new ResultFile(filtered).numbers("x")).toThrow(FileError);
  });
});
