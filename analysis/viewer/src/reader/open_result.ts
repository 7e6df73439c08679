/** What a file is, and whether it may be shown at all. */

import type { File } from "h5wasm";
import type { About, Contents } from "../model/run";
import { FileError } from "./file_error";
import { ResultFile } from "./hdf5";
import { readEnsemble } from "./read_ensemble";
import { readRun } from "./read_run";
import type { Seal } from "./seal";

/** The newest major version of each kind of file that this page reads. */
const knownVersions: Record<string, number> = { "azalai-result": 1, "azalai-ensemble": 1 };

/** Read an open file. @throws FileError if it is another kind of file, newer, incomplete or damaged. */
export function readContents(raw: File, fileName: string, seal: Seal): [ResultFile, Contents] {
  const file = new ResultFile(raw);
  const about = identify(file, fileName, seal);
  return [file, about.fileType === "azalai-result" ? readRun(file, about) : readEnsemble(file, about)];
}

function identify(file: ResultFile, fileName: string, seal: Seal): About {
  const fileType = file.attribute("/", "file_type");
  const version = file.integerAttribute("/", "format_version");
  const newest = knownVersions[fileType];
  if (newest === undefined) {
    const what = fileType === "" ? "no result of Azalai" : `a file of the type ${fileType}`;
    throw new FileError(`This is ${what}. The viewer shows results of azalai run and azalai sweep.`);
  }
  if (version.length !== 2 || version[0]! > newest) {
    throw new FileError(
      `This file has the format ${version.join(".")}, newer than this page reads (${newest}). ` +
        "Use the viewer of the program that wrote it.",
    );
  }
  if (file.integerAttribute("/", "complete")[0] !== 1) {
    throw new FileError(
      "This file is incomplete: it is what a stopped run left behind, and its numbers may be wrong. " +
        "Finish the run (azalai run --resume) or make it again; azalai info says what is in it.",
    );
  }
  return {
    fileName,
    fileType,
    version: version.join("."),
    title: file.attribute("/", "title"),
    comment: file.attribute("/", "comment"),
    program: `${file.texts("provenance/program")[0]} ${file.texts("provenance/version")[0]}`,
    commit: file.texts("provenance/commit")[0] ?? "",
    seed: file.integer("provenance/seed"),
    seal,
  };
}
