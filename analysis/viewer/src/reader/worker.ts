/** The reader behind messages, so that reading never holds up the picture. */

import { FileError } from "./hdf5";
import { Reader } from "./reader";

export type Question =
  | { id: number; ask: "open"; name: string; file: Blob }
  | { id: number; ask: "map"; file: number; field: string; step: number };

/** An answer, or what was wrong; `known` if it is the file's fault and the text is for the user. */
export type Answer =
  | { id: number; value: unknown }
  | { id: number; error: string; known: boolean };

/** What a worker has of its global scope; TypeScript knows either a page or a worker. */
export interface WorkerScope {
  onmessage: ((message: MessageEvent<Question>) => void) | null;
  postMessage(answer: Answer): void;
}

/** Answer questions until the worker ends. */
export function serve(scope: WorkerScope): void {
  const reader = new Reader();
  scope.onmessage = async (message: MessageEvent<Question>) => {
    const question = message.data;
    try {
      const value =
        question.ask === "open"
          ? await reader.open(question.name, question.file)
          : reader.map(question.file, question.field, question.step);
      scope.postMessage({ id: question.id, value } satisfies Answer);
    } catch (error) {
      const known = error instanceof FileError;
      scope.postMessage({ id: question.id, error: String(known ? error.message : error), known });
    }
  };
  scope.postMessage({ id: -1, value: "ready" } satisfies Answer);
}
