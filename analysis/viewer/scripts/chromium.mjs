// Debian's Chromium, as tests, pictures and measurements start it.
import { chromium } from "playwright-core";

/** Longest time that one step may take on a busy machine [ms]. */
export const patience = 60_000;

/** Start it without a graphics card and without asking anyone for anything. `CHROMIUM` names another one. */
export function startChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
    ],
    timeout: patience,
  });
}

/** Open the built page from the disk and wait until it can take files.
 *  link: what stands after `#`; size: of the window. */
export async function openViewer(browser, page, link = "", size = { width: 1366, height: 768 }) {
  const tab = await browser.newPage({ viewport: size });
  tab.setDefaultTimeout(patience);
  await tab.goto(`file://${page}#${link}`, { waitUntil: "commit" });
  await tab.waitForSelector("header", { state: "attached" });
  return tab;
}
