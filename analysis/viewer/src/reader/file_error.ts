/** A file that cannot be shown. The message says what is wrong and what to do. */
export class FileError extends Error {}
