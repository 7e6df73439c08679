/** Makes the HDF5 library throw where a read fails; by itself it gives back uninitialised numbers. */

import type { ready } from "h5wasm";
import { FileError } from "./file_error";

type Module = Awaited<typeof ready>;
type Read = (file: bigint, path: string, ...rest: unknown[]) => number;

/** The library's own functions that read, which say with a negative number that they could not. */
const readers = ["get_dataset_data", "get_attribute_data"] as const;

/** Let every read of the library throw FileError if it fails: a broken checksum, a missing chunk or filter. */
export function throwFailedReads(module: Module): void {
  const functions = module as unknown as Record<string, Read>;
  for (const name of readers) {
    const read = functions[name]!;
    functions[name] = (file, path, ...rest) => {
      const status = read(file, path, ...rest);
      if (status < 0) throw new FileError(`${path} could not be read: the file is damaged. Copy it again, or make it again.`);
      return status;
    };
  }
}
