/** The built page in Debian's Chromium, and what tests do with it. */

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { openViewer, patience, startChromium } from "../../scripts/chromium.mjs";

export const built = fileURLToPath(new URL("../../../../build/viewer/viewer.html", import.meta.url));

/** Where a file of make_files.ts is. */
export const path = (name: string): string => join(inject("files"), name);

export async function startBrowser(): Promise<Browser> {
  if (!existsSync(built)) throw new Error("The page is not built. Run scripts/build-viewer.");
  return startChromium();
}

/** A page, and everything it complained of or asked the network for. */
export interface Opened {
  page: Page;
  errors: string[];
  requests: string[];
}

/** Open the page from the disk. @param link What stands after `#`. */
export async function openPage(browser: Browser, link = ""): Promise<Opened> {
  return watched(await openViewer(browser, built, link));
}

/** Note what goes wrong in a page from now on. */
export function watched(page: Page): Opened {
  page.setDefaultTimeout(patience);
  const opened: Opened = { page, errors: [], requests: [] };
  page.on("pageerror", (error) => opened.errors.push(error.message));
  page.on("console", (message) => {
    // HDF5 itself writes what it could not read; the page says it in its own words.
    if (message.type() === "error" && !message.location().url.startsWith("blob:")) opened.errors.push(message.text());
  });
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url())) opened.requests.push(request.url());
  });
  return opened;
}

/** Choose files, and wait until they are shown or refused. */
export async function choose(page: Page, files: string[]): Promise<void> {
  await shownAfter(page, files.length, () => page.setInputFiles("input[type=file]", files));
}

/** Drop a file on the page, as a file manager does. */
export async function drop(page: Page, file: string): Promise<void> {
  const bytes = readFileSync(file).toString("base64");
  await shownAfter(page, 1, () =>
    page.evaluate(
      ([name, text]) => {
        const content = Uint8Array.from(atob(text!), (character) => character.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], name!));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [basename(file), bytes],
    ),
  );
}

async function shownAfter(page: Page, files: number, act: () => Promise<void>): Promise<void> {
  const before = await page.locator(".message").count();
  await act();
  await page.waitForFunction(
    ([panes, messages]) =>
      document.querySelectorAll(".pane").length >= panes! || document.querySelectorAll(".message").length > messages!,
    [files, before],
  );
}

/** Wait until a map of the ground is drawn. @param key Field and step, or only the field. */
export async function ground(page: Page, key: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector<HTMLElement>(".map")?.dataset["ground"]?.startsWith(wanted), key);
}

/** How many pixels are not empty of the ground (0), the marks (1) or the names (2) of the first map. */
export function drawnPixels(page: Page, canvas: 0 | 1 | 2): Promise<number> {
  return page.evaluate((number) => {
    const drawn = document.querySelectorAll<HTMLCanvasElement>(".map canvas")[number]!;
    const { data } = drawn.getContext("2d")!.getImageData(0, 0, drawn.width, drawn.height);
    let pixels = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) ++pixels;
    return pixels;
  }, canvas);
}

/** What the pointer finds on the first map: the words of every place of a grid over it. */
export function wordsOnMap(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const map = document.querySelector<HTMLElement>(".map")!;
    const box = map.getBoundingClientRect();
    const found = new Set<string>();
    for (let x = 2; x < box.width; x += 5) {
      for (let y = 2; y < box.height; y += 5) {
        map.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + x, clientY: box.top + y }));
        const tooltip = document.querySelector<HTMLElement>(".tooltip")!;
        if (!tooltip.hidden) found.add(tooltip.textContent ?? "");
      }
    }
    return [...found];
  });
}
