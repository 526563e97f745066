/** A Terraform state that is kept in a store instead of a file of this machine. */
export interface StoredState {
  /** As reports and messages call it: a URL without credentials. */
  readonly name: string
  /** When it was last written, ISO 8601; undefined where the store does not say. */
  writtenAt?(): Promise<string | undefined>
  /** KMS keys that whoever reads it must be allowed to decrypt with, by ARN, id or alias; all of them once it was read. */
  kmsKeys?(): readonly string[]
  /** @throws TrueupError `state-store-...` */
  open(signal?: AbortSignal): AsyncIterable<Uint8Array>
}

/**
 * The states that a URL names; one that names none fails.
 * @throws TrueupError `state-store-...`
 */
export type FindStored = (url: string, signal?: AbortSignal) => Promise<readonly StoredState[]>
