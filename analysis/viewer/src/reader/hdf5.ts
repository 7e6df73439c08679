/** Reading HDF5 with care: nothing of a file is taken for granted. */

import { Dataset, Group, type Attribute, type File } from "h5wasm";
import { FileError } from "./file_error";

export type Numbers =
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Deflate, shuffle and Fletcher32: the filters that our writer uses and the library has. */
const knownFilters = new Set([1, 2, 3]);

/** Milliseconds of a day. */
const dayLength = 86_400_000;

/** The datasets of one open file. Every method throws FileError where it cannot answer.
 *
 *  The library looks up everything anew each time, which takes most of the time of opening a file, so
 *  what was found once is kept. */
export class ResultFile {
  private readonly members = new Map<string, Set<string>>();
  private readonly datasets = new Map<string, Dataset>();
  private readonly attributesOf = new Map<string, Record<string, Attribute>>();

  constructor(private readonly file: File) {}

  /** @param path Without a slash at its beginning. */
  has(path: string): boolean {
    const end = path.lastIndexOf("/");
    return this.membersOf(end < 0 ? "" : path.slice(0, end)).has(path.slice(end + 1));
  }

  /** Extents, the first one cut to the rows that were written to the end. */
  shape(path: string): number[] {
    return this.committed(path, this.dataset(path).shape ?? []);
  }

  /** Numbers of a dataset in row order.
   *  @param rows First row, and one past the last, along the first dimension; all by default. */
  numbers(path: string, rows?: readonly [number, number]): Numbers {
    const dataset = this.dataset(path);
    const shape = this.committed(path, dataset.shape ?? []);
    const [from, to] = rows ?? [0, shape[0] ?? 1];
    if (shape.length > 0 && (from < 0 || to > shape[0]! || from > to)) {
      throw new FileError(`${path} has no rows ${from} to ${to}. The file is damaged.`);
    }
    const wanted = shape.slice(1).reduce((product, extent) => product * extent, to - from);
    if (wanted === 0) return new Int32Array(0);
    const value =
      shape.length === 0
        ? dataset.value
        : dataset.slice([[from, to], ...shape.slice(1).map((): [] => [])]);
    if (typeof value === "number") return Float64Array.of(value);
    if (!isNumbers(value) || value.length !== wanted) {
      throw new FileError(`${path} could not be read. The file is damaged; make it again.`);
    }
    return value;
  }

  /** A dataset of one whole number, of up to 64 bits, as text. */
  integer(path: string): string {
    const value = this.dataset(path).value;
    if (typeof value === "bigint" || typeof value === "number") return String(value);
    throw new FileError(`${path} is not a number. The file is damaged; make it again.`);
  }

  /** Texts of a dataset. They come from a file, so they may be anything: show them as text only. */
  texts(path: string): string[] {
    const dataset = this.dataset(path);
    const value = dataset.value;
    if (typeof value === "string") return [value];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
      return (value as string[]).slice(0, this.committed(path, dataset.shape ?? [])[0]);
    }
    throw new FileError(`${path} holds no texts. The file is damaged; make it again.`);
  }

  /** The words of an enumeration by their number. */
  flags(path: string): Map<number, string> {
    const words = this.attribute(path, "flag_meanings").split(" ");
    const values = this.attributes(path)["flag_values"]?.value;
    if (!isNumbers(values) || values.length !== words.length) {
      throw new FileError(`${path} has flag_values that do not fit its flag_meanings.`);
    }
    return new Map(words.map((word, i) => [values[i]!, word.replaceAll("_", " ")]));
  }

  /** What stands for a missing value, if anything does. */
  fillValue(path: string): number | undefined {
    const value = this.attributes(path)["_FillValue"]?.value;
    return isNumbers(value) ? value[0] : typeof value === "number" ? value : undefined;
  }

  /** Day 0 of a time axis, in days since 1970-01-01. */
  firstDay(path: string): number {
    const units = this.attribute(path, "units");
    const found = /^days since (\d{4})-(\d{2})-(\d{2})\b/.exec(units);
    const time = found ? Date.parse(`${found[1]}-${found[2]}-${found[3]}T00:00:00Z`) : NaN;
    if (Number.isNaN(time)) throw new FileError(`${path} has the unit "${units}", which is no date.`);
    return time / dayLength;
  }

  /** A text attribute, "" if there is none. Of the file itself with the path "/". */
  attribute(path: string, name: string): string {
    const value = this.attributes(path)[name]?.value;
    return typeof value === "string" ? value : "";
  }

  /** An attribute of whole numbers; empty if there is none. */
  integerAttribute(path: string, name: string): number[] {
    const value = this.attributes(path)[name]?.value;
    if (typeof value === "number") return [value];
    return isNumbers(value) ? Array.from(value) : [];
  }

  // Names in a group; none if it is no group.
  private membersOf(path: string): Set<string> {
    const known = this.members.get(path);
    if (known) return known;
    const group = path === "" ? this.file : this.has(path) ? this.file.get(path) : null;
    const names = new Set(group instanceof Group ? group.keys() : []);
    this.members.set(path, names);
    return names;
  }

  private attributes(path: string): Record<string, Attribute> {
    const known = this.attributesOf.get(path);
    if (known) return known;
    const { attrs } = path === "/" ? this.file : this.dataset(path);
    this.attributesOf.set(path, attrs);
    return attrs;
  }

  private dataset(path: string): Dataset {
    const known = this.datasets.get(path);
    if (known) return known;
    const found = this.has(path) ? this.file.get(path) : null;
    if (!(found instanceof Dataset)) throw new FileError(`There is no ${path} in the file.`);
    const unknown = found.filters.find((filter) => !knownFilters.has(filter.id));
    if (unknown) {
      throw new FileError(
        `${path} is stored with the filter ${unknown.id}, which this page cannot read. ` +
          "Open the file that azalai wrote, not a copy repacked by another program.",
      );
    }
    this.datasets.set(path, found);
    return found;
  }

  private readonly rowsOf = new Map<string, number>();

  private committedRows(marker: string): number {
    const rows = this.rowsOf.get(marker) ?? Number(this.dataset(marker).value);
    this.rowsOf.set(marker, rows);
    return rows;
  }

  // Rows after `committed` may be half written.
  private committed(path: string, shape: number[]): number[] {
    const group = path.slice(0, path.lastIndexOf("/"));
    const marker = `${group}/committed`;
    if (shape.length === 0 || path === marker || !this.has(marker)) return shape;
    const time = `${group}/time`;
    const growing = this.has(time) ? time : path;
    const extent = this.dataset(growing).shape?.[0];
    const rows = this.committedRows(marker);
    return shape[0] === extent && rows < shape[0]! ? [rows, ...shape.slice(1)] : shape;
  }
}

function isNumbers(value: unknown): value is Numbers {
  return (
    ArrayBuffer.isView(value) &&
    !(value instanceof DataView) &&
    !(value instanceof BigInt64Array) &&
    !(value instanceof BigUint64Array)
  );
}
