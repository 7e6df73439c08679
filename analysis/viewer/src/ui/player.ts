/** Play: the date moves on by itself. */

import type { ViewStore } from "../model/view";

/** A frame counts at most this long, so that a page that was hidden does not jump [s]. */
const longestFrame = 0.1;

export class Player {
  playing = false;
  private before = 0;

  /** @param span First and last day. @param changed Called when play starts or stops. */
  constructor(
    private readonly store: ViewStore,
    private readonly span: readonly [number, number],
    private readonly changed: (playing: boolean) => void,
  ) {}

  toggle(): void {
    if (this.playing) return this.stop();
    if (this.store.view.day >= this.span[1]) this.store.change({ day: this.span[0] });
    this.playing = true;
    this.before = performance.now();
    this.changed(true);
    requestAnimationFrame((now) => this.frame(now));
  }

  stop(): void {
    if (!this.playing) return;
    this.playing = false;
    this.changed(false);
    this.step(0);
  }

  /** Move by whole days, within the span. */
  step(days: number): void {
    this.go(Math.floor(this.store.view.day) + days);
  }

  go(day: number): void {
    this.store.change({ day: Math.min(this.span[1], Math.max(this.span[0], day)) });
  }

  private frame(now: number): void {
    if (!this.playing) return;
    const passed = Math.min(longestFrame, Math.max(0, (now - this.before) / 1000));
    this.before = now;
    this.go(this.store.view.day + passed * this.store.view.speed);
    if (this.store.view.day >= this.span[1]) return this.stop();
    requestAnimationFrame((next) => this.frame(next));
  }
}
