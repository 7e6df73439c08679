import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hostile } from "../make_files";
import { choose, markedPixels, openPage, startBrowser } from "./page";

const path = (name: string): string => join(inject("files"), name);
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser?.close());

test("shows a run from file:// without a network, plays, and obeys keys", async () => {
  const { page, errors, requests } = await openPage(browser);
  await choose(page, [path("run.h5")]);
  const date = page.locator(".panel h2");
  const first = await date.innerText();
  expect(await page.locator(".pane-head h1").innerText()).toBe("A small country at war");
  expect(await page.locator(".chart").count()).toBe(4);

  await page.keyboard.press("ArrowRight");
  const second = await date.innerText();
  expect(second).not.toBe(first);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await date.innerText()).toBe(second);
  await page.keyboard.press("Home");
  expect(await date.innerText()).toBe(first);

  await page.keyboard.press("Space");
  await page.waitForFunction((before) => document.querySelector(".panel h2")!.textContent !== before, first);
  await page.keyboard.press("Space");
  const stopped = await date.innerText();
  await page.waitForTimeout(500);
  expect(await date.innerText()).toBe(stopped);

  await page.keyboard.press("?");
  expect(await page.locator("dialog.help").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog.help").isVisible()).toBe(false);
  expect(errors).toEqual([]);
  expect(requests).toEqual([]);
});

test("filters layers and kinds of events", async () => {
  const { page, errors } = await openPage(browser);
  await choose(page, [path("run.h5")]);
  await page.keyboard.press("End");
  const all = await markedPixels(page);
  await page.keyboard.press("1");
  const withoutEvents = await markedPixels(page);
  expect(withoutEvents).toBeLessThan(all);
  await page.keyboard.press("1");
  for (const box of await page.locator(".groups input:checked").all()) await box.uncheck();
  expect(await markedPixels(page)).toBe(withoutEvents);
  expect(await page.locator(".events").innerText()).toContain("None with these filters");
  await page.keyboard.press("2");
  await page.keyboard.press("5");
  expect(await markedPixels(page)).toBe(0);
  expect(errors).toEqual([]);
});

test("opens the same view again from its link", async () => {
  const { page } = await openPage(browser);
  await choose(page, [path("run.h5")]);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("g");
  await page.keyboard.press("4");
  await page.keyboard.press("+");
  await page.waitForFunction(() => /ground=displaced.*zoom|ground=displaced/.test(location.hash));
  await page.keyboard.press("d");
  await page.waitForFunction(() => location.hash.includes("centre="));
  const link = await page.evaluate(() => location.hash.slice(1));
  const date = await page.locator(".panel h2").innerText();

  const again = await openPage(browser, link);
  await choose(again.page, [path("run.h5")]);
  expect(await again.page.locator(".panel h2").innerText()).toBe(date);
  expect(await again.page.locator("select[title^=Next]").inputValue()).toBe("displaced");
  expect(await again.page.locator("input[name=units]").isChecked()).toBe(true);
  await again.page.keyboard.press("ArrowRight");
  await again.page.keyboard.press("ArrowLeft");
  await again.page.waitForTimeout(600);
  expect(await again.page.evaluate(() => location.hash.slice(1))).toBe(link);
});

test.each([
  ["damaged.h5", "damaged"],
  ["short.h5", "damaged or cut short"],
  ["incomplete.h5", "incomplete"],
])("says what is wrong with %s and goes on", async (name, reason) => {
  const { page, errors } = await openPage(browser);
  await choose(page, [path(name)]);
  const message = await page.locator(".message.error").innerText();
  expect(message).toContain(name);
  expect(message).toContain(reason);
  await choose(page, [path("run.h5")]);
  expect(await page.locator(".map").count()).toBe(1);
  expect(errors).toEqual([]);
});

test("shows hostile names as text", async () => {
  const { page, errors } = await openPage(browser);
  await choose(page, [path("hostile.h5")]);
  await page.keyboard.press("End");
  const map = (await page.locator(".map").boundingBox())!;
  const seen = new Set<string>();
  for (let x = 0.05; x < 1 && ![...seen].some((text) => text.includes(hostile)); x += 0.01) {
    for (let y = 0.05; y < 1; y += 0.04) {
      await page.locator(".map").dispatchEvent("pointermove", {
        clientX: map.x + x * map.width,
        clientY: map.y + y * map.height,
        buttons: 0,
      });
      seen.add((await page.locator(".tooltip").textContent()) ?? "");
    }
  }
  expect([...seen].some((text) => text.includes(hostile))).toBe(true);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("gone");
  expect(errors).toEqual([]);
});

test("shows two runs, or a run and an ensemble, side by side", async () => {
  const { page, errors } = await openPage(browser);
  await choose(page, [path("run.h5"), path("other.h5")]);
  expect(await page.locator(".map").count()).toBe(2);
  expect(await page.locator(".figures tr").first().locator("th").allInnerTexts()).toEqual(["", "A", "B"]);
  await page.locator(".pane").nth(1).getByRole("button", { name: "Close this file" }).click();
  expect(await page.locator(".map").count()).toBe(1);
  await page.setInputFiles("input[type=file]", [path("ensemble.h5")]);
  await page.waitForSelector(".ensemble h3");
  expect(await page.locator(".ensemble").innerText()).toContain("4 runs");
  expect(errors).toEqual([]);
});
