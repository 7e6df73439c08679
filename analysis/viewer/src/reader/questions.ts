/** What the page asks of the reader in the worker. */

export type Question =
  | { ask: "open"; name: string; file: Blob }
  | { ask: "map"; file: number; field: string; step: number }
  | { ask: "units"; file: number };

/** An answer, or what was wrong; `known` if it is the file's fault and the text is for the user.
 *  The id is that of the question; -1 says that the reader is ready. */
export type Answer =
  | { id: number; value: unknown }
  | { id: number; error: string; known: boolean };
