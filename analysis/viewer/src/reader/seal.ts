/** The seal of a complete file: `azalai sealed v1` and the SHA-256 of all bytes before it. */

const sealLength = 82;
const sealed = /^azalai sealed v1\n([0-9a-f]{64})\n$/;

/** Larger files are not read whole to check their seal [bytes]. */
export const largestChecked = 512 * 1024 * 1024;

/** intact: as it was written; broken: bytes were changed; missing: none; unchecked: too large here. */
export type Seal = "intact" | "broken" | "missing" | "unchecked";

/** Compare a file with its seal. */
export async function checkSeal(file: Blob): Promise<Seal> {
  const tail = await file.slice(Math.max(0, file.size - sealLength)).text();
  const found = sealed.exec(tail);
  if (!found) return "missing";
  if (file.size > largestChecked || !globalThis.crypto?.subtle) return "unchecked";
  const bytes = await file.slice(0, file.size - sealLength).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const text = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text === found[1] ? "intact" : "broken";
}
