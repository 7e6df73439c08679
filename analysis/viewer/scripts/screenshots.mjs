// Take the pictures of the README: a run, two runs, an ensemble beside a run.
//
//   node scripts/screenshots.mjs PAGE.html RUN.h5 OTHER.h5 ENSEMBLE.h5
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";
import { openViewer, startChromium } from "./chromium.mjs";

const [page, run, other, ensemble] = process.argv.slice(2).map((path) => resolve(path));
const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
const size = { width: 1366, height: 820 };

const pictures = [
  ["one-run", [run], "date=2013-01-25&layers=events,displaced,places,regions"],
  ["two-runs", [run, other], "date=2013-05-10&layers=displaced,places,regions"],
  ["ensemble", [run, ensemble], "date=2013-01-25&layers=events,displaced,places,regions"],
];

// Less than half of the bytes; the colours of the legends stay.
function fewerColours(picture) {
  const code = "import sys; from PIL import Image; Image.open(sys.argv[1]).convert('RGB').quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(sys.argv[1], optimize=True)";
  execFileSync(fileURLToPath(new URL("../../../scripts/python", import.meta.url)), ["-c", code, picture]);
}

const browser = await startChromium();
for (const [name, files, link] of pictures) {
  const tab = await openViewer(browser, page, link, size);
  await tab.setInputFiles("input[type=file]", files);
  await tab.waitForFunction(
    (count) => document.querySelectorAll(".map[data-ground], .ensemble").length === count,
    files.length,
  );
  await tab.waitForTimeout(1500); // names and charts follow
  await tab.screenshot({ path: `${folder}${name}.png` });
  fewerColours(`${folder}${name}.png`);
  await tab.close();
}
await browser.close();
