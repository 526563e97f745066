import {open, rename, rm, type FileHandle} from 'node:fs/promises'

import {compressed} from '../../model/compressed.ts'
import type {LivePage} from '../../model/live.ts'
import {PagePacking, type PageTexts} from '../packed-pages.ts'
import type {SecretPaths} from '../snapshot/secrets.ts'
import {bytesOf, type PartRecord} from './part-records.ts'
import type {PartHeader} from './part.ts'

/** Characters that wait for a write; fewer where a type is at its end: it is what a later run can go on from. */
const [mostWaiting, afterScope] = [1 << 16, 1 << 16]

export interface PartOptions {
  /** When the run began that asks, ISO 8601. */
  readonly askedAt: string
  readonly texts: PageTexts
  readonly secrets: SecretPaths
}

/**
 * Writes a part as it is read, into a file of this run alone, which may get another name once it is whole. A process that is killed
 * leaves what it had read. Where the disk refuses, the part is given up, not the scan.
 */
export class PartWriter {
  readonly #file: string
  readonly #options: PartOptions
  #handle: FileHandle | undefined
  /** Until it is written, along with what comes next. */
  #first: PartRecord | undefined
  readonly #pages = new PagePacking()

  private constructor(file: string, handle: FileHandle, options: PartOptions) {
    this.#file = file
    this.#handle = handle
    this.#options = options
  }

  /** @returns undefined where nothing can be written */
  static async open(file: string, options: PartOptions): Promise<PartWriter | undefined> {
    const handle = await open(file, 'w', 0o600).catch(() => undefined)
    if (!handle) return undefined
    const writer = new PartWriter(file, handle, options)
    const {askedAt, texts} = options
    const header = {askedAt, salt: texts.salt} satisfies PartHeader
    writer.#first = {kind: 'part', content: compressed(JSON.stringify(header))}
    return writer
  }

  /** @returns what to wait for; mostly nothing */
  add(page: LivePage): Promise<void> | undefined {
    if (!this.#handle) return undefined
    const {texts, secrets} = this.#options
    this.#pages.add(texts.hidden(page, secrets))
    const limit = page.some(({kind}) => kind === 'scope') ? afterScope : mostWaiting
    return this.#pages.length >= limit ? this.#flush() : undefined
  }

  /**
   * The reading came to its end.
   *
   * @returns whether the part is there now
   */
  async finish(name: string): Promise<boolean> {
    await this.#flush({kind: 'part-end', content: compressed('')})
    if (!this.#handle) return false
    await this.#handle.close()
    this.#handle = undefined
    try {
      await rename(this.#file, name)
      return true
    } catch {
      await rm(this.#file, {force: true})
      return false
    }
  }

  /** The reading was given up: what was read stays. */
  async leave(): Promise<void> {
    await this.#flush()
    await this.#handle?.close()
    this.#handle = undefined
  }

  async #flush(...more: readonly PartRecord[]): Promise<void> {
    const first = this.#first
    const content = this.#pages.take()
    this.#first = undefined
    await this.#write([...(first ? [first] : []), ...(content ? [{kind: 'pages', content} as const] : []), ...more])
  }

  async #write(records: readonly PartRecord[]): Promise<void> {
    const bytes = Buffer.concat(records.map(bytesOf))
    try {
      for (let at = 0; this.#handle && at < bytes.length;) {
        at += (await this.#handle.write(bytes, at)).bytesWritten
      }
    } catch {
      // A full disk: half a record may be there already, so nothing may follow it.
      await this.#handle?.close()
      this.#handle = undefined
      await rm(this.#file, {force: true})
    }
  }
}
