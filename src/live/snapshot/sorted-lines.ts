import {createReadStream, createWriteStream} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {batchesOfLines} from './lines.ts'

/** A line and what to sort it by; neither may hold a line break. */
export type KeyedLine = readonly [key: string, line: string]

/** Sorted by code units; stands between key and line, and JSON never holds it as such. */
const separator = '\u0000'

/**
 * Sorts lines of any number in bounded memory: full buffers are sorted and spilled to a temporary folder, and merged in the end
 * (an external merge sort). A snapshot thus has one order however its readers ran side by side.
 *
 * @param batches as many lines at a time as are at hand
 * @param bufferLength characters kept in memory before a spill
 */
export async function* sortedLines(
  batches: AsyncIterable<readonly KeyedLine[]>,
  bufferLength = 24 << 20,
): AsyncGenerator<string> {
  await using spills = new Spills()
  let buffer: string[] = []
  let length = 0
  for await (const lines of batches) {
    for (const [key, line] of lines) {
      buffer.push(key + separator + line)
      length += key.length + line.length
    }
    if (length < bufferLength) continue
    await spills.add(buffer.sort())
    buffer = []
    length = 0
  }
  buffer.sort()
  const runs = [inMemory(buffer), ...spills.runs()]
  for await (const keyed of runs.length === 1 ? buffer : merge(runs)) yield keyed.slice(keyed.indexOf(separator) + 1)
}

async function* inMemory(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function* merge(runs: readonly AsyncGenerator<string>[]): AsyncGenerator<string> {
  const heads = await Promise.all(runs.map(async (run) => ({run, next: await run.next()})))
  for (;;) {
    // 24 MB a run: even an organisation has some tens of runs, for which a scan is as fast as a heap.
    let least: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (!head.next.done && (!least || head.next.value < (least.next.value as string))) least = head
    }
    if (!least) return
    yield least.next.value as string
    least.next = await least.run.next()
  }
}

class Spills implements AsyncDisposable {
  #folder: string | undefined
  readonly #files: string[] = []

  async add(lines: readonly string[]): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'trueup-snapshot-'))
    const file = join(this.#folder, String(this.#files.length))
    await pipeline(Readable.from(terminated(lines)), createWriteStream(file, {mode: 0o600}))
    this.#files.push(file)
  }

  runs(): readonly AsyncGenerator<string>[] {
    return this.#files.map((file) => linesOf(file))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#folder) await rm(this.#folder, {recursive: true, force: true})
  }
}

function* terminated(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const batch of batchesOfLines(createReadStream(file, {highWaterMark: 1 << 18}))) {
    for (const line of batch) yield line.toString()
  }
}
