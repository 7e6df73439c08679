/** The built page in Debian's Chromium. */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

const built = fileURLToPath(new URL("../../../../build/viewer/viewer.html", import.meta.url));

/** Longest time that one step of the page may take on a busy machine [ms]. */
const patience = 90_000;

export async function startBrowser(): Promise<Browser> {
  if (!existsSync(built)) throw new Error("The page is not built. Run scripts/build-viewer.");
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
    timeout: patience,
  });
}

/** A page, and everything it complained of or asked the network for. */
export interface Opened {
  page: Page;
  errors: string[];
  requests: string[];
}

/** Open the page from the disk. @param link What stands after `#`. */
export async function openPage(browser: Browser, link = ""): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(`file://${built}#${link}`, { waitUntil: "commit" });
  await page.waitForSelector("header", { state: "attached" });
  return { page, errors, requests };
}

/** Choose files, and wait until they are shown or refused. */
export async function choose(page: Page, files: string[]): Promise<void> {
  const before = await page.locator(".message").count();
  await page.setInputFiles("input[type=file]", files);
  await page.waitForFunction(
    ([panes, messages]) =>
      document.querySelectorAll(".pane").length >= panes! ||
      document.querySelectorAll(".message").length > messages!,
    [files.length, before],
  );
}

/** How many pixels of the marks of a map are not empty. */
export function markedPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>(".map canvas")[1]!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let marked = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) ++marked;
    return marked;
  });
}
