/**
 * Where a history lies: a folder or a bucket. Whoever writes at the same time, or is killed, leaves whole files or none. Opened in
 * `open-store.ts`.
 */
export interface HistoryStore {
  /** As the person named it. */
  readonly name: string
  /** Files directly below `folder/`, sorted by name. */
  list(folder: string): Promise<readonly StoredFile[]>
  /** undefined: there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /** @returns false where there is such a file already: it is left as it is */
  create(path: string, content: Uint8Array): Promise<boolean>
  replace(path: string, content: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
}

export interface StoredFile {
  /** Without the folder. */
  readonly name: string
  readonly modified: Date
}
