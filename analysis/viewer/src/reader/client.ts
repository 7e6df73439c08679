/** The page's side of the reader. */

import type { CellMap, Contents } from "../model/run";
import { FileError } from "./hdf5";
import { Reader } from "./reader";
import type { Answer } from "./worker";

/** A file that is open. */
export interface OpenFile {
  contents: Contents;
  map(field: string, step: number): Promise<CellMap>;
}

/** How long a worker may take to start [ms]. */
const patience = 10_000;

/** Opens files in a worker made of the page's own script, or in the page if none starts. */
export class ReaderClient {
  private reader: Reader | undefined;
  private worker: Worker | undefined;
  private readonly started: Promise<void>;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private next = 0;

  constructor(script: string) {
    this.started = this.start(script).catch(() => {
      this.worker?.terminate();
      this.worker = undefined;
      this.reader = new Reader();
    });
  }

  /** Whether reading happens beside the page. */
  async inWorker(): Promise<boolean> {
    await this.started;
    return this.worker !== undefined;
  }

  /** @throws FileError with a text for the user if the file cannot be shown. */
  async open(name: string, file: Blob): Promise<OpenFile> {
    await this.started;
    const [number, contents] = this.reader
      ? await this.reader.open(name, file)
      : await this.ask<[number, Contents]>({ ask: "open", name, file });
    const map = async (field: string, step: number): Promise<CellMap> =>
      this.reader
        ? this.reader.map(number, field, step)
        : this.ask<CellMap>({ ask: "map", file: number, field, step });
    return { contents, map };
  }

  private start(script: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (script === "") throw new Error("no script to start");
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const worker = new Worker(address);
      this.worker = worker;
      worker.onerror = () => reject(new Error("the worker did not start"));
      worker.onmessage = (message: MessageEvent<Answer>) => {
        if (message.data.id === -1) return resolve();
        this.waiting.get(message.data.id)?.(message.data);
        this.waiting.delete(message.data.id);
      };
      setTimeout(() => reject(new Error("the worker took too long")), patience);
    });
  }

  private ask<T>(question: object): Promise<T> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (!("error" in answer)) return resolve(answer.value as T);
        reject(answer.known ? new FileError(answer.error) : new Error(answer.error));
      });
      this.worker?.postMessage({ ...question, id });
    });
  }
}
