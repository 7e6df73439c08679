/** Maps of the grid, read when they are needed and a little before. */

import type { CellMap } from "../model/run";
import type { OpenFile } from "../reader/client";

/** Maps kept at most; each of the Mali grid is some 100 kB. */
const kept = 240;

export class MapCache {
  private readonly maps = new Map<string, CellMap | "asked" | "failed">();

  /** @param arrived Called when a map that was asked for is there. @param failed Called with what is wrong. */
  constructor(
    private readonly file: OpenFile,
    private readonly arrived: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The map if it is there; else undefined, and it is on its way. */
  get(field: string, step: number): CellMap | undefined {
    const key = `${field}/${step}`;
    const found = this.maps.get(key);
    if (found === undefined) this.ask(key, field, step);
    return typeof found === "object" ? found : undefined;
  }

  private ask(key: string, field: string, step: number): void {
    this.maps.set(key, "asked");
    if (this.maps.size > kept) this.maps.delete(this.maps.keys().next().value!);
    this.file.map(field, step).then(
      (map) => {
        this.maps.set(key, map);
        this.arrived();
      },
      (error: unknown) => {
        this.maps.set(key, "failed");
        this.failed(error);
      },
    );
  }
}
