// Measure how soon the first picture of a run is there, and what a frame costs while it plays.
//
//   node scripts/measure.mjs PAGE.html RUN.h5
//
// Chromium draws in software here. Wall times depend on what else the machine does, so the time on the
// processor is printed beside them: of the page's own thread, which script and layout run in, of the
// whole process of the page with the reader's thread, and of the process that puts the pictures together.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { openViewer, startChromium } from "./chromium.mjs";

const [page, run] = process.argv.slice(2).map((path) => resolve(path));
const repetitions = 3;
const seconds = 5; // of play

// Milliseconds that threads of a process have spent on the processor.
const onProcessor = (path) => Number(readFileSync(`${path}/schedstat`, "utf8").split(" ")[0]) / 1e6;
const threads = (pid) => readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);

async function processes(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const of = (type) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
  await session.detach();
  return { renderers: of("renderer"), pictures: of("GPU") };
}

// What has been spent so far [ms]: the page's own thread, its process, and the pictures.
function spent({ renderers, pictures }) {
  const sum = (pids) => pids.flatMap(threads).reduce((total, path) => total + onProcessor(path), 0);
  const page = renderers.sort((a, b) => sum([b]) - sum([a]))[0]; // the browser keeps empty ones ready
  return { own: onProcessor(`/proc/${page}/task/${page}`), page: sum([page]), pictures: sum(pictures) };
}

const less = (a, b) => Object.fromEntries(Object.keys(a).map((key) => [key, a[key] - b[key]]));
const words = ({ own, page: all, pictures }, by = 1) =>
  `on the processor: page's thread ${(own / by).toFixed(1)} ms, page and reader ${(all / by).toFixed(1)} ms, pictures ${(pictures / by).toFixed(1)} ms`;

async function firstPicture() {
  const browser = await startChromium();
  const begin = Date.now();
  const tab = await openViewer(browser, page);
  const opened = Date.now();
  await tab.setInputFiles("input[type=file]", [run]);
  await tab.waitForFunction(() => document.querySelector(".map")?.dataset.ground?.startsWith("control/"));
  const seen = Date.now();
  const cost = spent(await processes(browser));
  console.log(`first picture: ${seen - begin} ms (page ${opened - begin} ms, file ${seen - opened} ms); ${words(cost)}`);
  return { browser, tab };
}

// Frames over some seconds of play, all layers on.
async function play(tab, browser, speed) {
  await tab.evaluate((wanted) => (location.hash = wanted), `date=2012-03-01&speed=${speed}&layers=events,displaced,flows,units,places,regions`);
  await tab.waitForTimeout(1500);
  const before = spent(await processes(browser));
  const { frames, wall } = await tab.evaluate(async (length) => {
    const next = () => new Promise((done) => requestAnimationFrame(done));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: " " }));
    const start = await next();
    let [count, now] = [0, start];
    for (; now - start < 1000 * length; ++count) now = await next();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: " " }));
    return { frames: count, wall: (now - start) / 1000 };
  }, seconds);
  const cost = less(spent(await processes(browser)), before);
  console.log(`play at ${speed} days/s: ${(frames / wall).toFixed(1)} frames/s; per frame ${words(cost, frames)}`);
}

console.log(`${run.split("/").at(-1)}: ${(statSync(run).size / 1e6).toFixed(1)} MB; page ${(statSync(page).size / 1e6).toFixed(1)} MB`);
console.log(`${cpus().length} x ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}, map at 1366 x 768`);
for (let i = 1; i <= repetitions; ++i) {
  const { browser, tab } = await firstPicture();
  if (i === repetitions) for (const speed of [30, 120]) await play(tab, browser, speed);
  await browser.close();
}
console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
