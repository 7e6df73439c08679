/** Makes the result files of the tests with the program itself, once for all tests. */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { File as H5File, ready } from "h5wasm/node";
import type { TestProject } from "vitest/node";

/** A name that a page must show as text. */
export const hostile = '<img src=x onerror="document.title=`gone`">';

const root = fileURLToPath(new URL("../../..", import.meta.url));

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with results of the small country: run.h5, other.h5 (another seed), hostile.h5 (a name that is
     *  markup), ensemble.h5 and exported.html; run.h5 spoilt: damaged.h5 (a byte changed), flipped.h5 (the same
     *  without a seal), short.h5, incomplete.h5, filtered.h5 and repacked.h5 (another filter); and mali.h5. */
    files: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  await ready;
  const folder = mkdtempSync(join(tmpdir(), "azalai-viewer-"));
  makeFiles(folder);
  project.provide("files", folder);
  return () => rmSync(folder, { recursive: true });
}

/** The program that makes the files. */
export function program(): string {
  const places = [process.env["AZALAI"], join(root, "build/dev/azalai"), join(root, "build/release/azalai")];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (!found) throw new Error("azalai is not built. Build it, or name it in AZALAI.");
  return found;
}

function makeFiles(folder: string): void {
  const azalai = (...words: string[]): unknown => execFileSync(program(), words, { cwd: folder, stdio: "pipe" });
  cpSync(join(root, "tests/app/small-country"), join(folder, "small"), { recursive: true });
  azalai("run", "small/small.toml", "-o", "run.h5", "--seed", "1");
  azalai("run", "small/small.toml", "-o", "other.h5", "--seed", "2");
  const design = 'name = "small"\ntitle = "Small sweep"\nscenarios = ["small/small.toml"]\nseeds = 4\n';
  writeFileSync(join(folder, "design.toml"), design);
  azalai("sweep", "design.toml", "-o", "sweep");
  cpSync(join(folder, "sweep/ensemble.h5"), join(folder, "ensemble.h5"));

  const places = join(folder, "small/places.csv");
  writeFileSync(places, readFileSync(places, "utf8").replace("alpha,Alpha,", `alpha,"${hostile.replaceAll('"', '""')}",`));
  azalai("run", "small/small.toml", "-o", "hostile.h5", "--seed", "1");
  azalai("run", join(root, "configs/mali/mali-2012-2016.toml"), "-o", "mali.h5", "--seed", "1");

  const bytes = readFileSync(join(folder, "run.h5"));
  const damaged = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  damaged[middle] = damaged[middle]! ^ 0xff;
  writeFileSync(join(folder, "damaged.h5"), damaged);
  writeFileSync(join(folder, "short.h5"), bytes.subarray(0, middle));
  writeFileSync(join(folder, "incomplete.h5"), bytes);
  makeIncomplete(join(folder, "incomplete.h5"));
  makeFiltered(join(folder, "filtered.h5"));
  python(flip, join(folder, "run.h5"), join(folder, "flipped.h5"));
  python(repack, join(folder, "run.h5"), join(folder, "repacked.h5"));
  const page = join(root, "build/viewer/viewer.html");
  if (existsSync(page)) {
    execFileSync(program(), ["view", "run.h5", "--export", "exported.html"], { cwd: folder, env: { ...process.env, AZALAI_VIEWER: page } });
  }
}

function python(code: string, ...words: string[]): void {
  execFileSync(join(root, "scripts/python"), ["-c", code, ...words]);
}

// One byte of the deaths, in a file whose seal is gone, so that only their checksum tells.
const flip = `
import sys, h5py
at = h5py.File(sys.argv[1])["totals/deaths"].id.get_chunk_info(0).byte_offset
whole = bytearray(open(sys.argv[1], "rb").read()[:-82])
whole[at + 20] ^= 0xFF
open(sys.argv[2], "wb").write(whole)
`;

// One dataset as another program might store it.
const repack = `
import shutil, sys, h5py
shutil.copy(sys.argv[1], sys.argv[2])
with h5py.File(sys.argv[2], "a") as file:
    old = file["cells/control"]
    values, fill = old[:], old.attrs["_FillValue"]
    del file["cells/control"]
    file.create_dataset("cells/control", data=values, compression="lzf").attrs["_FillValue"] = fill
`;

// A dataset `x` with LZF, a filter of h5py's own, which neither the program nor the page has.
function makeFiltered(path: string): void {
  const code = "import sys, h5py; h5py.File(sys.argv[1], 'w').create_dataset('x', data=range(64), compression='lzf')";
  python(code, path);
}

// What a stopped run leaves: no seal, which any change cuts off, and the attribute `complete` is 0.
function makeIncomplete(path: string): void {
  const file = new H5File(path, "a");
  file.delete_attribute("complete");
  file.create_attribute("complete", new Int32Array([0]));
  file.close();
}
