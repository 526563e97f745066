import {createWriteStream} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import type {BillObject} from './objects.ts'

/** Beside each file: the tag of the version that it is. */
const tagSuffix = '.etag'

/**
 * Downloaded bills in a folder of their own, one file an object, under the same path as in the bucket. A file counts only with its tag
 * beside it, which is written last: an interrupted download is none.
 */
export class BillCache {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** No key leads out of the folder. */
  pathOf(bucket: string, key: string): string {
    const parts = key.split('/').map((part) => (/^\.*$/.test(part) ? `_${part}` : part))
    return join(this.#folder, bucket, ...parts)
  }

  async has(bucket: string, {key, size, etag}: BillObject): Promise<boolean> {
    const path = this.pathOf(bucket, key)
    try {
      const [tag, {size: here}] = await Promise.all([readFile(`${path}${tagSuffix}`, 'utf8'), stat(path)])
      if (tag !== etag || here !== size) return false
      const now = new Date()
      await utimes(path, now, now)
      return true
    } catch {
      return false
    }
  }

  async store(bucket: string, {key, etag}: BillObject, content: AsyncIterable<Uint8Array>, signal: AbortSignal) {
    const path = this.pathOf(bucket, key)
    const part = `${path}.${process.pid}.part`
    await mkdir(dirname(path), {recursive: true})
    try {
      await pipeline(Readable.from(content), createWriteStream(part), {signal})
      await rm(`${path}${tagSuffix}`, {force: true})
      await rename(part, path)
      await writeFile(`${path}${tagSuffix}`, etag)
    } finally {
      await rm(part, {force: true})
    }
  }

  /** Removes what was used longest ago until the rest fits; what is in use stays, whatever its size. */
  async shrinkTo(limit: number, inUse: ReadonlySet<string>): Promise<void> {
    const files = await this.#files()
    let total = files.reduce((sum, {size}) => sum + size, 0)
    for (const {path, size} of files.toSorted((a, b) => a.used - b.used)) {
      if (total <= limit) return
      if (inUse.has(path)) continue
      await rm(path, {force: true})
      await rm(`${path}${tagSuffix}`, {force: true})
      total -= size
    }
  }

  async #files(): Promise<readonly {readonly path: string; readonly size: number; readonly used: number}[]> {
    const entries = await readdir(this.#folder, {withFileTypes: true, recursive: true})
    const paths = entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(tagSuffix))
      .map((entry) => join(entry.parentPath, entry.name))
    const stats = await Promise.all(
      paths.map(async (path) => {
        const {size, mtimeMs} = await stat(path)
        return {path, size, used: mtimeMs}
      }),
    )
    return stats
  }
}
