import {randomBytes} from 'node:crypto'
import {open, rename, rm, type FileHandle} from 'node:fs/promises'

import type {LivePage} from '../../model/live.ts'
import {eventLine} from '../snapshot/event-line.ts'
import type {SecretPaths} from '../snapshot/secrets.ts'
import type {PartEnd, PartHeader} from './part.ts'
import {withChecksum} from './part-lines.ts'

/** Characters that wait for a write; fewer where a type is at its end: it is what a later run can go on from. */
const [bufferLength, afterScope] = [1 << 18, 1 << 15]

/**
 * Writes a part as it is read, into a file of this run alone, which gets the part's name once it is whole. A process that is killed
 * leaves what it had read. Where the disk refuses, the part is given up, not the scan.
 */
export class PartWriter {
  readonly #file: string
  readonly #salt: string
  readonly #secrets: SecretPaths
  #handle: FileHandle | undefined
  #buffer = ''

  private constructor(file: string, handle: FileHandle, salt: string, secrets: SecretPaths) {
    this.#file = file
    this.#handle = handle
    this.#salt = salt
    this.#secrets = secrets
  }

  /** @returns undefined where nothing can be written */
  static async open(file: string, askedAt: string, secrets: SecretPaths): Promise<PartWriter | undefined> {
    const handle = await open(file, 'w', 0o600).catch(() => undefined)
    if (!handle) return undefined
    const salt = randomBytes(16).toString('hex')
    const writer = new PartWriter(file, handle, salt, secrets)
    writer.#buffer = withChecksum(JSON.stringify({kind: 'part', askedAt, salt} satisfies PartHeader))
    return writer
  }

  /** @returns what to wait for; mostly nothing */
  add(page: LivePage): Promise<void> | undefined {
    if (!this.#handle) return undefined
    for (const event of page) this.#buffer += withChecksum(eventLine(event, this.#salt, this.#secrets))
    const limit = page.some(({kind}) => kind === 'scope') ? afterScope : bufferLength
    return this.#buffer.length >= limit ? this.#flush() : undefined
  }

  /** The reading came to its end. */
  async finish(name: string): Promise<void> {
    this.#buffer += withChecksum(JSON.stringify({kind: 'part-end'} satisfies PartEnd))
    await this.#flush()
    await this.#handle?.close()
    if (this.#handle) await rename(this.#file, name).catch(async () => rm(this.#file, {force: true}))
    this.#handle = undefined
  }

  /** The reading was given up: what was read stays. */
  async leave(): Promise<void> {
    await this.#flush()
    await this.#handle?.close()
    this.#handle = undefined
  }

  async #flush(): Promise<void> {
    const text = this.#buffer
    this.#buffer = ''
    if (text === '') return
    try {
      const bytes = Buffer.from(text)
      for (let at = 0; this.#handle && at < bytes.length;) {
        at += (await this.#handle.write(bytes, at)).bytesWritten
      }
    } catch {
      // A full disk: half a line may be there already, so nothing may follow it.
      await this.#handle?.close()
      this.#handle = undefined
      await rm(this.#file, {force: true})
    }
  }
}
