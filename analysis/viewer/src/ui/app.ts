/** The page: which files are open, and everything that shows them. */

import type { Run } from "../model/run";
import { fromLink, toLink } from "../model/link";
import { firstView, ViewStore, type View } from "../model/view";
import { MapView } from "../map/map_view";
import { actorColours } from "../map/palette";
import type { OpenFile, ReaderClient } from "../reader/client";
import { Charts, type Shown } from "../series/charts";
import { EnsembleView } from "../series/ensemble_view";
import { button, element } from "./dom";
import { Help } from "./help";
import { actOnKey, type Controls } from "./keys";
import { paneHead } from "./pane_head";
import { Panel } from "./panel";
import { Player } from "./player";
import type { NamedFile } from "./sources";
import { Messages, startPage } from "./start";
import { Tooltip } from "./tooltip";
import { Transport } from "./transport";

/** Files beside each other at most. */
const most = 2;

export class App {
  private readonly messages = new Messages();
  private readonly help = new Help();
  private readonly body = element("div", { class: "body" });
  private readonly input = element("input", { type: "file", multiple: "", accept: ".h5,.hdf5,.nc,.part", hidden: "" });
  private files: OpenFile[] = [];
  private store: ViewStore | undefined;
  private player: Player | undefined;
  private controls: Controls | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly reader: ReaderClient,
  ) {
    this.root.append(this.header(), this.messages.node, this.body, this.help.node, this.input);
    this.body.append(startPage(() => this.input.click()));
    this.input.addEventListener("change", () => {
      void this.open([...(this.input.files ?? [])].map((file) => ({ name: file.name, file })));
      this.input.value = "";
    });
    this.acceptDrops();
    window.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("hashchange", () => {
      if (this.store) this.store.change(this.within(fromLink(location.hash)));
    });
  }

  /** Open files beside what is open; two at once replace what is there. */
  async open(files: readonly NamedFile[]): Promise<void> {
    document.documentElement.classList.add("busy");
    const opened: OpenFile[] = [];
    for (const { name, file } of files.slice(0, most)) {
      try {
        opened.push(await this.reader.open(name, file));
      } catch (error) {
        this.report(name, error);
      }
    }
    if (files.length > most) this.messages.show(`${files.length} files`, "Only the first two are shown.", "note");
    document.documentElement.classList.remove("busy");
    if (opened.length > 0) this.show([...this.files, ...opened].slice(-most));
  }

  /** Say what is wrong with a file. */
  report(name: string, error: unknown): void {
    this.messages.show(name, error instanceof Error ? error.message : String(error));
  }

  private show(files: OpenFile[]): void {
    this.player?.stop();
    this.files = files;
    const shown = files.map((file, i): Shown => ({
      contents: file.contents,
      label: files.length > 1 ? "AB"[i]! : "",
      scenario: 0,
    }));
    const colours = actorColours(files.map(({ contents }) => contents));
    const span = this.span();
    const before = this.store?.view ?? { ...firstView(span[0]), ...fromLink(location.hash) };
    const store = new ViewStore(before);
    store.view = { ...before, ...this.within({ day: before.day }) };
    this.store = store;
    this.warn(files);

    const run = files.map(({ contents }) => contents).find((one): one is Run => one.type === "run");
    const maps: MapView[] = [];
    const ensembles: EnsembleView[] = [];
    const panes = files.map((file, i) => {
      const pane = element("section", { class: "pane" }, paneHead(shown[i]!, () => this.close(file), files.length > 1));
      if (file.contents.type === "run") {
        const report = (error: unknown): void => this.report(file.contents.about.fileName, error);
        const map = new MapView(file, file.contents, store, colours, report);
        maps.push(map);
        pane.append(map.node);
        new Tooltip(pane, map);
      } else {
        const view = new EnsembleView(file.contents, shown[i]!.scenario, run);
        ensembles.push(view);
        pane.append(view.node);
      }
      return pane;
    });
    const charts = new Charts(shown, store, colours);
    const player = new Player(store, span, (playing) => {
      transport.showPlaying(playing);
      panel.update(true);
    });
    const transport = new Transport(store, player, span);
    const labels = shown.filter(({ contents }) => contents.type === "run").map(({ label }) => label);
    const panel = new Panel(shown, store, colours, labels);
    const update = (view: View, change: Partial<View>): void => {
      for (const map of maps) map.update(view, change);
      for (const ensemble of ensembles) ensemble.update(view.day);
      charts.update(view.day);
      transport.update();
      panel.update(!player.playing);
    };
    store.listen(update);
    store.listen(() => this.rememberSoon());
    this.player = player;
    this.controls = {
      store,
      player,
      run,
      span,
      openFile: () => this.input.click(),
      copyLink: () => this.copyLink(),
    };
    const main = element("main", {}, element("div", { class: "panes" }, ...panes), transport.node, charts.node);
    this.body.replaceChildren(main, panel.node);
    update(store.view, {});
    document.title = `${files.map(({ contents }) => contents.about.title).join(" | ")} \u2013 Azalai viewer`;
  }

  private close(file: OpenFile): void {
    this.show(this.files.filter((other) => other !== file));
  }

  private warn(files: readonly OpenFile[]): void {
    this.messages.node.replaceChildren();
    for (const { contents } of files) {
      const { seal, fileName } = contents.about;
      if (seal === "missing") {
        this.messages.show(fileName, "This file has no seal: another program changed it after the run, so damage would go unnoticed here.", "note");
      } else if (seal === "unchecked") {
        this.messages.show(fileName, "This file is too large to check its seal here; azalai info does.", "note");
      }
    }
  }

  private span(): [number, number] {
    const contents = this.files.map((file) => file.contents);
    return [
      Math.min(...contents.map(({ firstDay }) => firstDay)),
      Math.max(...contents.map(({ lastDay }) => lastDay)),
    ];
  }

  // A date outside the files becomes the nearest one inside.
  private within(change: Partial<View>): Partial<View> {
    if (change.day === undefined) return change;
    const [first, last] = this.span();
    return { ...change, day: Math.min(last, Math.max(first, change.day)) };
  }

  private header(): HTMLElement {
    return element(
      "header",
      {},
      element("b", {}, "Azalai viewer"),
      element("span", { class: "quiet" }, "simulated, not observed"),
      element("span", { class: "space" }),
      button("Open\u2026", "Open a file, or a second one to compare (O)", () => this.input.click()),
      button("Copy link", "Copy a link to this view (L)", () => this.copyLink()),
      button("Keys and help", "Keys and what you see (?)", () => this.help.toggle()),
    );
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "?") return this.help.toggle();
    const at = event.target as HTMLElement;
    const typing = at instanceof HTMLSelectElement || (at instanceof HTMLInputElement && at.type === "date");
    const pressing = event.key === " " && (at instanceof HTMLButtonElement || (at instanceof HTMLInputElement && at.type === "checkbox"));
    if (typing || pressing || this.help.node.open || !this.controls) return;
    if (actOnKey(event, this.controls)) event.preventDefault();
  }

  private acceptDrops(): void {
    window.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.root.classList.add("dropping");
    });
    window.addEventListener("dragleave", () => this.root.classList.remove("dropping"));
    window.addEventListener("drop", (event) => {
      event.preventDefault();
      this.root.classList.remove("dropping");
      const files = [...(event.dataTransfer?.files ?? [])];
      void this.open(files.map((file) => ({ name: file.name, file })));
    });
  }

  private timer: ReturnType<typeof setTimeout> | undefined;

  // The address follows the view, but not every frame of it.
  private rememberSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.remember(), 250);
  }

  private remember(): void {
    if (this.store) history.replaceState(null, "", `#${toLink(this.store.view)}`);
  }

  private copyLink(): void {
    this.remember();
    navigator.clipboard.writeText(location.href).then(
      () => this.messages.show("Link copied", "It opens this view of the same file.", "note"),
      () => this.messages.show("Link", `Copy the address of this page: ${location.href}`, "note"),
    );
  }
}
