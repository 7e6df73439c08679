/** Opens files and answers questions about them. Lives in a worker, and in tests in Node. */

import { File as H5File, ready } from "h5wasm";
import type { CellMap, Contents, Units } from "../model/run";
import { throwFailedReads } from "./failed_reads";
import { FileError } from "./file_error";
import type { ResultFile } from "./hdf5";
import { readContents } from "./open_result";
import { readMap, readUnits } from "./read_run";
import { checkSeal } from "./seal";

/** The first bytes of every HDF5 file. */
const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Files up to this size are copied into memory [bytes]. */
const largestInMemory = 64 * 1024 * 1024;

type Module = Awaited<typeof ready>;

export class Reader {
  // All readers of a page share one file system.
  private static opened = 0;

  private readonly files: ResultFile[] = [];

  /** @param root Where copies of files go: in memory, but for Node on the disk. */
  constructor(private readonly root = "") {}

  /** Open a file. @returns Its number, for `map`, and what it holds. */
  async open(name: string, file: Blob): Promise<[number, Contents]> {
    const start = new Uint8Array(await file.slice(0, signature.length).arrayBuffer());
    if (!signature.every((byte, i) => byte === start[i])) {
      throw new FileError("This is not an HDF5 file, or its beginning is damaged.");
    }
    const seal = await checkSeal(file);
    if (seal === "broken") {
      throw new FileError(
        "This file is damaged: its bytes are not those that were written (SHA-256). " +
          "Copy it again, or make it again.",
      );
    }
    const raw = await openHdf5(file, `${this.root}/file-${Reader.opened++}`);
    const [result, contents] = readContents(raw, name, seal);
    this.files.push(result);
    return [this.files.length - 1, contents];
  }

  /** One field of the grid. @param step Counts along /cells/time. */
  map(file: number, field: string, step: number): CellMap {
    return readMap(this.files[file]!, field, step);
  }

  /** Positions of the units, which no picture needs before someone asks for them. */
  units(file: number): Units {
    return readUnits(this.files[file]!);
  }
}

// The library is changed once, whoever asks first.
const library = ready.then((module) => {
  throwFailedReads(module);
  return module;
});

async function openHdf5(file: Blob, folder: string): Promise<H5File> {
  const module = await library;
  const path = await mount(module, file, folder);
  const opened = new H5File(path, "r");
  if (opened.file_id < 0n || opened.keys().length === 0) {
    throw new FileError("This HDF5 file is damaged or cut short. Copy it again, or make it again.");
  }
  return opened;
}

// A small file is copied into memory, which is quicker than asking the browser for each chunk. A larger
// one is read from where it lies, which only a worker may do.
async function mount(module: Module, file: Blob, folder: string): Promise<string> {
  module.FS.mkdir(folder);
  if (file.size > largestInMemory && typeof document === "undefined") {
    const blobs = [{ name: "file.h5", data: file }];
    module.FS.mount(module.FS.filesystems.WORKERFS, { blobs }, folder);
  } else {
    module.FS.writeFile(`${folder}/file.h5`, new Uint8Array(await file.arrayBuffer()));
  }
  return `${folder}/file.h5`;
}
