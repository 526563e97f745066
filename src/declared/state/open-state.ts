import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import {pipeline, Readable} from 'node:stream'
import {createGunzip} from 'node:zlib'

import type {FindStored, StoredState} from '../../model/stored-state.ts'
import {isPipe, pipeBytes} from './pipe-bytes.ts'
import {recognise} from './recognise.ts'
import {stateError} from './state-errors.ts'

export interface StateInput {
  readonly stdin?: AsyncIterable<Uint8Array>
  /** For states that are given by URL; without it they are an error. */
  readonly findStored?: FindStored
  readonly signal?: AbortSignal
}

type Bytes = AsyncIterable<Uint8Array>

const chunkSize = 1 << 20

/** Enough to tell every kind of file apart, at most one read of a pipe. */
const headSize = 1024

/** The UTF-8 JSON text of a state: unpacked, transcoded and without a byte order mark. Fails at once for what is no JSON at all. */
export async function* openState(state: StoredState, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  yield* readText(state.open(signal), state.name)
}

/** A state by its path; `-` is standard input. */
export function stateIn(file: string, {stdin}: StateInput): StoredState {
  if (file === '-') return {name: '(standard input)', open: () => stdin ?? Readable.from([])}
  return {
    name: file,
    writtenAt: async () => writtenAt(file),
    open: (signal) => bytesOf(file, signal ? {signal} : {}),
  }
}

/** A pipe only knows when something last went through it. */
async function writtenAt(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found === undefined || isPipe(found) ? undefined : found.mtime.toISOString()
}

/** Most states are a few hundred kilobytes, and a stream takes longer to set up than they take to read. */
async function* bytesOf(file: string, options: {readonly signal?: AbortSignal}): AsyncGenerator<Uint8Array> {
  const found = await stat(file)
  if (isPipe(found)) yield* await pipeBytes(file, options.signal)
  else if (found.isFile() && found.size <= chunkSize) yield await readFile(file, options)
  else yield* createReadStream(file, {highWaterMark: chunkSize, ...options}) as Bytes
}

async function* readText(source: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const {head, all} = await withHead(source)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* readText(gunzip(all, file), file)
  else if (head[0] === 0xff && head[1] === 0xfe) yield* readText(transcode(all), file)
  else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) yield* readText(drop(all, 3), file)
  else {
    recognise(head, file)
    yield* all
  }
}

/** Reads the first bytes without losing them. */
async function withHead(source: Bytes): Promise<{head: Buffer; all: Bytes}> {
  const chunks: Uint8Array[] = []
  const rest = source[Symbol.asyncIterator]()
  for (let size = 0; size < headSize;) {
    const next = await rest.next()
    if (next.done) break
    chunks.push(next.value)
    size += next.value.length
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* chunks.splice(0)
    yield* {[Symbol.asyncIterator]: () => rest}
  }
  const [first] = chunks
  const head =
    first && first.length >= headSize ? first.subarray(0, headSize) : Buffer.concat(chunks).subarray(0, headSize)
  return {head: Buffer.from(head), all: all()}
}

async function* gunzip(packed: Bytes, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pipeline(Readable.from(packed, {objectMode: false}), createGunzip(), () => {})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR') throw stateError('state-truncated', {file})
    throw error
  }
}

/** `terraform state pull > file` in Windows PowerShell 5 writes UTF-16 with a byte order mark, which the decoder drops. */
async function* transcode(utf16: Bytes): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-16le')
  for await (const chunk of utf16) yield Buffer.from(decoder.decode(chunk, {stream: true}))
  yield Buffer.from(decoder.decode())
}

async function* drop(bytes: Bytes, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  for await (const chunk of bytes) {
    yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}
