/** The page's side of the reader. */

import type { CellMap, Contents, Units } from "../model/run";
import { FileError } from "./file_error";
import type { Answer, Question } from "./questions";

/** A file that is open. */
export interface OpenFile {
  contents: Contents;
  /** One field of the grid. @param step Counts along /cells/time. */
  map(field: string, step: number): Promise<CellMap>;
  /** Where the units are on every day that the file has. */
  units(): Promise<Units>;
}

/** How long the worker may take to start [ms]. */
const patience = 60_000;

/** Opens files in a worker, so that reading never holds up the picture. */
export class ReaderClient {
  private readonly worker: Promise<Worker>;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private next = 0;

  /** @param packed The script of the worker: gzip, then base64. */
  constructor(packed: string) {
    this.worker = this.start(packed);
    this.worker.catch(() => undefined); // said when a file is opened
  }

  /** @throws FileError with a text for the user if the file cannot be shown. */
  async open(name: string, file: Blob): Promise<OpenFile> {
    const [number, contents] = await this.ask<[number, Contents]>({ ask: "open", name, file });
    return {
      contents,
      map: (field, step) => this.ask<CellMap>({ ask: "map", file: number, field, step }),
      units: () => this.ask<Units>({ ask: "units", file: number }),
    };
  }

  private async start(packed: string): Promise<Worker> {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const script = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const blob = await new Response(script, { headers: { "Content-Type": "text/javascript" } }).blob();
    const worker = new Worker(URL.createObjectURL(blob));
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error("This browser does not start the reader (a worker). Try another one."));
      worker.onerror = fail;
      worker.onmessage = (message: MessageEvent<Answer>) => {
        if (message.data.id === -1) return resolve(worker);
        this.waiting.get(message.data.id)?.(message.data);
        this.waiting.delete(message.data.id);
      };
      setTimeout(fail, patience);
    });
  }

  private async ask<T>(question: Question): Promise<T> {
    const worker = await this.worker;
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (!("error" in answer)) return resolve(answer.value as T);
        reject(answer.known ? new FileError(answer.error) : new Error(answer.error));
      });
      worker.postMessage({ ...question, id });
    });
  }
}
