/** What ships beside the code and goes into documents, handed in: the core reads no files. */
export interface Templates {
  /** A text of `templates/`, by its path in it. */
  text(name: string): string
  /** The bytes of a file of `templates/`; of a packed one (`.br`) those that were packed. */
  bytes(name: string): Uint8Array
}
