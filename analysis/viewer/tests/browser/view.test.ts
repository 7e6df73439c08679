/** Looking at a run of Mali, 2012 to 2016: one page for all tests, each from a view that it sets itself. */

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { choose, drawnPixels, ground, openPage, path, startBrowser, wordsOnMap, type Opened } from "./page";

const start = "date=2013-01-20&ground=control&layers=events,displaced,places,regions&events=clash,civilians,air,explosive,place&deaths=0&speed=30";

let browser: Browser;
let opened: Opened;
let page: Page;
let tests = 0;

beforeAll(async () => {
  browser = await startBrowser();
  opened = await openPage(browser);
  page = opened.page;
  await choose(page, [path("mali.h5")]);
});

beforeEach(async () => {
  await page.evaluate((link) => (location.hash = link), `${start}&test=${++tests}`); // a new link each time
  await page.waitForFunction(() => document.querySelector(".panel h2")?.textContent === "20 Jan 2013");
  await ground(page, "control/");
});

afterAll(() => browser?.close());

const date = (): Promise<string> => page.locator(".panel h2").innerText();

test("shows the run, from a disk, and asks no network and breaks no rule of its policy", async () => {
  expect(await page.locator(".pane-head h1").innerText()).toContain("Mali");
  expect(await page.locator(".chart canvas").count()).toBe(4);
  expect(await page.locator(".legend").innerText()).toContain("Malian Armed Forces");
  expect(await drawnPixels(page, 0)).toBeGreaterThan(100_000);
  expect((await wordsOnMap(page)).join(" ")).toContain("Timbuktu");
  expect(opened.errors).toEqual([]);
  expect(opened.requests).toEqual([]);
});

test("plays and pauses", async () => {
  await page.keyboard.press("]");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector(".panel h2")!.textContent! !== "20 Jan 2013");
  await ground(page, "control/"); // of a later week
  await page.keyboard.press("Space");
  const stopped = await date();
  await page.waitForTimeout(300);
  expect(await date()).toBe(stopped);
  expect(Date.parse(stopped)).toBeGreaterThan(Date.parse("20 Jan 2013"));
});

test("obeys keys", async () => {
  const after = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    return date();
  };
  expect(await after("ArrowRight")).toBe("21 Jan 2013");
  expect(await after("Shift+ArrowRight")).toBe("20 Feb 2013");
  expect(await after("Shift+ArrowLeft")).toBe("21 Jan 2013");
  expect(await after("Home")).toBe("17 Jan 2012");
  expect(await after("End")).toBe("31 Dec 2016");
  await page.keyboard.press("?");
  expect(await page.locator("dialog.help").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog.help").isVisible()).toBe(false);
  await page.keyboard.press("Home");
  await page.keyboard.press("n"); // the next event with ten deaths or more
  expect(await page.locator(".events li").first().innerText()).toMatch(/\d\d deaths/);
});

test("moves to a date that is typed, slid to or clicked in a chart", async () => {
  await page.locator("input[type=date]").fill("2014-05-21");
  await page.locator("input[type=date]").dispatchEvent("change");
  expect(await date()).toBe("21 May 2014");
  const slider = page.locator("input[type=range]");
  await slider.evaluate((node: HTMLInputElement) => {
    node.value = node.max;
    node.dispatchEvent(new Event("input"));
  });
  expect(await date()).toBe("31 Dec 2016");
  await page.locator(".chart .u-over").nth(1).click({ position: { x: 100, y: 40 } });
  expect(await date()).not.toBe("31 Dec 2016");
});

test("filters layers, kinds of events and deaths", async () => {
  const all = await drawnPixels(page, 1);
  await page.keyboard.press("1");
  const withoutEvents = await drawnPixels(page, 1);
  expect(withoutEvents).toBeLessThan(all);
  await page.keyboard.press("1");
  await page.locator("select[aria-label='Deaths at least']").selectOption("20");
  expect(await drawnPixels(page, 1)).toBeLessThan(all);
  const checked = page.locator(".groups input:checked");
  while ((await checked.count()) > 0) await checked.first().uncheck();
  expect(await drawnPixels(page, 1)).toBe(withoutEvents);
  expect(await page.locator(".events").innerText()).toContain("None with these filters");
  await page.keyboard.press("2");
  await page.keyboard.press("5");
  expect(await drawnPixels(page, 1)).toBe(0);
  await page.keyboard.press("3"); // arrivals and departures
  expect((await wordsOnMap(page)).join()).toMatch(/displaced people in 30 days/);
  await page.keyboard.press("3");
  await page.keyboard.press("4"); // units are read now
  await page.waitForFunction(() => {
    const drawn = document.querySelectorAll<HTMLCanvasElement>(".map canvas")[1]!;
    return drawn.getContext("2d")!.getImageData(0, 0, drawn.width, drawn.height).data.some((value) => value > 0);
  });
  expect((await wordsOnMap(page)).join()).toMatch(/unit of \d+ fighters/);
});

test("colours the ground by each field of the file", async () => {
  for (const field of ["displaced", "deaths", "events", "services", "grievance"]) {
    await page.keyboard.press("g");
    await ground(page, `${field}/`);
    expect(await page.locator(".legend").innerText()).toContain("Ground as mapped on");
  }
});

test("opens the same view again from its link", async () => {
  for (const key of ["Shift+ArrowRight", "g", "4", "+", "d"]) await page.keyboard.press(key);
  await page.waitForFunction(() => /ground=displaced.*units.*zoom=1.50.*centre=/.test(location.hash));
  const link = await page.evaluate(() => location.hash.slice(1));
  const again = (await openPage(browser, link)).page;
  await choose(again, [path("mali.h5")]);
  await ground(again, "displaced/");
  expect(await again.locator(".panel h2").innerText()).toBe("19 Feb 2013");
  expect(await again.locator("select[title^=Next]").inputValue()).toBe("displaced");
  expect(await again.locator("input[name=units]").isChecked()).toBe(true);
  await again.keyboard.press("ArrowRight");
  await again.keyboard.press("ArrowLeft");
  await again.waitForFunction((wanted) => location.hash.slice(1) === wanted, link);
  await again.close();
});

test("fits a narrow window", async () => {
  await page.setViewportSize({ width: 700, height: 600 });
  await page.waitForFunction(() => document.querySelector(".map")!.clientWidth < 700);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(700);
  const hidden = await page.locator(".transport").evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(hidden).toBe(0);
  expect(await page.locator(".map").evaluate((node) => node.clientHeight)).toBeGreaterThan(150);
  await page.setViewportSize({ width: 1366, height: 768 });
});
