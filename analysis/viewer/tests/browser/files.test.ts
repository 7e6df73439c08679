/** Which files the page takes, from where, and what it says of those it does not. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostile, program } from "../make_files";
import { built, choose, drop, ground, openPage, path, startBrowser, watched, wordsOnMap } from "./page";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser?.close());

test("refuses damaged files with the reason, and goes on", async () => {
  const { page, errors } = await openPage(browser);
  for (const [name, reason] of [
    ["damaged.h5", "damaged: its bytes are not those that were written"],
    ["short.h5", "damaged or cut short"],
    ["incomplete.h5", "incomplete"],
    ["flipped.h5", "could not be read: the file is damaged"],
    ["design.toml", "not an HDF5 file"],
  ]) {
    await choose(page, [path(name!)]);
    const message = await page.locator(".message.error").last().innerText();
    expect(message).toContain(name);
    expect(message).toContain(reason);
  }
  await choose(page, [path("run.h5")]);
  await ground(page, "control/0");
  expect(errors).toEqual([]);
});

test("says which filter of a repacked file it cannot read, and shows the rest", async () => {
  const { page, errors } = await openPage(browser);
  await choose(page, [path("repacked.h5")]);
  await page.waitForSelector(".message.error");
  expect(await page.locator(".message.error").first().innerText()).toContain("the filter 32000, which this page cannot read");
  expect(await page.locator(".message.note").innerText()).toContain("no seal");
  await page.keyboard.press("g");
  await ground(page, "displaced/");
  expect(errors).toEqual([]);
});

test("shows hostile names as text", async () => {
  const { page, errors } = await openPage(browser, "layers=places");
  await choose(page, [path("hostile.h5")]);
  await ground(page, "control/");
  expect((await wordsOnMap(page)).some((words) => words.includes(hostile))).toBe(true);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("gone");
  expect(errors).toEqual([]);
});

test("takes files that are dropped, one beside the other", async () => {
  const { page, errors } = await openPage(browser);
  await drop(page, path("run.h5"));
  await ground(page, "control/0");
  await drop(page, path("other.h5"));
  await page.waitForFunction(() => document.querySelectorAll(".map").length === 2);
  expect(await page.locator(".figures tr").first().locator("th").allInnerTexts()).toEqual(["", "A", "B"]);
  expect(await page.locator(".chart-legend").first().innerText()).toMatch(/A\s*B/);
  await page.locator(".pane").nth(1).getByRole("button", { name: "Close this file" }).click();
  expect(await page.locator(".map").count()).toBe(1);
  expect(errors).toEqual([]);
});

test("shows an ensemble with its spread, alone and beside a run", async () => {
  const { page, errors } = await openPage(browser, "date=2012-02-10");
  await choose(page, [path("ensemble.h5")]);
  const view = page.locator(".ensemble");
  expect(await view.innerText()).toContain("no grid");
  expect(await view.innerText()).toContain("4 runs");
  const bars = await view.locator(".bar-value").allInnerTexts();
  expect(bars.length).toBeGreaterThan(0);
  expect(bars[0]).toMatch(/^[\d.]+ \(\d+\u2013\d+\)$/);
  expect(await page.locator(".chart canvas").count()).toBe(3);
  await choose(page, [path("run.h5")]);
  await page.waitForSelector(".map[data-ground]", { state: "attached" });
  expect(await page.locator(".pane").count()).toBe(2);
  const classes = await view.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const red = (i: number): boolean => data[i]! > data[i + 2]! + 40 && data[i + 3]! > 0;
    return Array.from({ length: data.length / 4 }, (_, pixel) => red(4 * pixel)).filter(Boolean).length;
  });
  expect(classes).toBeGreaterThan(500); // cercles where some runs have deaths
  expect(errors).toEqual([]);
});

test("lets nothing run or leave that is not its own", async () => {
  const { page } = await openPage(browser);
  let asked = 0;
  const elsewhere = createServer((_question, answer) => (++asked, answer.end())).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const outcome = await page.evaluate(async (url) => {
    const broken: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "document.title = 'gone'";
    document.body.append(script);
    document.body.append(Object.assign(new Image(), { src: `${url}image` }));
    const answer = await fetch(url).then(
      () => "answered",
      () => "refused",
    );
    await new Promise((done) => setTimeout(done, 100));
    return { broken: broken.sort(), answer, title: document.title };
  }, address);
  elsewhere.close();
  expect(outcome).toEqual({ broken: ["connect-src", "img-src", "script-src-elem"], answer: "refused", title: "Azalai viewer" });
  expect(asked).toBe(0);
});

test("azalai view serves a run to the page, which asks no other server", async () => {
  const server = spawn(program(), ["view", "--no-browser", path("run.h5")], { env: { ...process.env, AZALAI_VIEWER: built } });
  try {
    const address = await new Promise<string>((resolve) => createInterface(server.stdout).once("line", resolve));
    const { page, errors, requests } = watched(await browser.newPage());
    await page.goto(address.trim(), { waitUntil: "commit" });
    await ground(page, "control/0");
    expect(errors.filter((text) => !text.includes("404"))).toEqual([]); // the browser asks for an icon
    expect(requests.filter((url) => new URL(url).origin !== new URL(address).origin)).toEqual([]);
    expect(requests.some((url) => url.endsWith("/file/0"))).toBe(true);
  } finally {
    server.kill("SIGINT");
  }
});

test("opens a page that azalai view exported", async () => {
  const page: Page = await browser.newPage();
  const { errors, requests } = watched(page);
  await page.goto(`file://${path("exported.html")}`, { waitUntil: "commit" });
  await ground(page, "control/0");
  expect(errors).toEqual([]);
  expect(requests).toEqual([]);
});
