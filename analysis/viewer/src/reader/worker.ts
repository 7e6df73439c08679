/** The reader behind messages: the script of the worker. */

import { FileError } from "./file_error";
import type { Answer, Question } from "./questions";
import { Reader } from "./reader";

/** What a worker has of its global scope; TypeScript knows that of a page only. */
interface WorkerScope {
  onmessage: ((message: MessageEvent<Question & { id: number }>) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = self as unknown as WorkerScope;
const reader = new Reader();

function answerTo(question: Question): unknown {
  switch (question.ask) {
    case "open":
      return reader.open(question.name, question.file);
    case "map":
      return reader.map(question.file, question.field, question.step);
    case "units":
      return reader.units(question.file);
  }
}

scope.onmessage = async ({ data: question }) => {
  try {
    scope.postMessage({ id: question.id, value: await answerTo(question) });
  } catch (error) {
    const known = error instanceof FileError;
    scope.postMessage({ id: question.id, error: String(known ? error.message : error), known });
  }
};
scope.postMessage({ id: -1, value: "ready" });
