// Take the two pictures of the README, and measure the time to the first picture and the frames while
// playing. Chromium draws in software here, so a desktop with a graphics card is faster.
//
//   node scripts/screenshots.mjs PAGE.html RUN.h5 OTHER.h5|ENSEMBLE.h5
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [page, run, other] = process.argv.slice(2).map((path) => resolve(path));
const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
const patience = 280_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  timeout: patience,
});

// Open the page at a link with files, and wait for the map of the ground.
async function shown(link, files) {
  const tab = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  tab.setDefaultTimeout(patience);
  await tab.goto(`file://${page}#${link}`, { waitUntil: "commit" });
  await tab.waitForSelector("header", { state: "attached" });
  const before = Date.now();
  await tab.setInputFiles("input[type=file]", files);
  await tab.waitForSelector(".map canvas");
  const seconds = (Date.now() - before) / 1000;
  await tab.waitForTimeout(3000);
  return { tab, seconds };
}

// Frames per second over five seconds of play.
async function framesWhilePlaying(tab) {
  await tab.keyboard.press("Space");
  const frames = await tab.evaluate(
    () =>
      new Promise((done) => {
        const start = performance.now();
        let count = 0;
        const frame = (now) => (++count, now - start < 5000 ? requestAnimationFrame(frame) : done(count / ((now - start) / 1000)));
        requestAnimationFrame(frame);
      }),
  );
  await tab.keyboard.press("Space");
  return frames;
}

const first = await shown("date=2013-01-25", [run]);
await first.tab.screenshot({ path: `${folder}one-run.png`, timeout: patience });
console.log(`first picture after ${first.seconds.toFixed(2)} s`);
console.log(`${(await framesWhilePlaying(first.tab)).toFixed(1)} frames/s while playing`);
await first.tab.close();
const second = await shown("date=2014-06-10", [run, other]);
await second.tab.screenshot({ path: `${folder}side-by-side.png`, timeout: patience });
await browser.close();
