import * as zlib from 'node:zlib'

/** Something that can be had again. */
export interface Kept<T> {
  get(): T
}

/** As it is. */
export function asIs<T>(item: T): Kept<T> {
  return new AsIs(item)
}

/** Items of a block: enough for the packing to pay, few enough to unpack for one of them. */
const blockLength = 128

/**
 * Keeps plain objects as compressed JSON, at a small part of their memory. What holds a secret, which JSON would hide, is kept as it is.
 * Items are best had again in the order in which they were packed: the block that was unpacked last is remembered.
 */
export class Packing<T extends object> {
  #open: Block | undefined
  #last: Block | undefined

  pack(item: T): Kept<T> {
    const line = JSON.stringify(item)
    if (line.includes('"(sensitive)"')) return asIs(item)
    const block = (this.#open ??= new Block((unpacked) => this.#remember(unpacked)))
    const index = block.add(line)
    if (index === blockLength - 1) {
      block.close()
      this.#open = undefined
    }
    return new Packed(block, index)
  }

  #remember(block: Block): void {
    if (this.#last !== block) this.#last?.forget()
    this.#last = block
  }
}

/** Hundreds of thousands are kept: these are classes because a closure and its context take three times the memory. */
class AsIs<T> implements Kept<T> {
  readonly #item: T

  constructor(item: T) {
    this.#item = item
  }

  get(): T {
    return this.#item
  }
}

class Packed<T> implements Kept<T> {
  readonly #block: Block
  readonly #index: number

  constructor(block: Block, index: number) {
    this.#block = block
    this.#index = index
  }

  get(): T {
    return JSON.parse(this.#block.line(this.#index)) as T
  }
}

class Block {
  readonly #unpacked: (block: Block) => void
  /** Until it is full. */
  #open: string[] | undefined = []
  #bytes: Uint8Array = new Uint8Array()
  /** Of what the bytes unpack to. */
  #size = 0
  /** Once they were asked for, until those of another block are. */
  #lines: readonly string[] | undefined

  /** @param unpacked is told when a closed block has its lines again, which are to be forgotten when others are asked for */
  constructor(unpacked: (block: Block) => void) {
    this.#unpacked = unpacked
  }

  add(line: string): number {
    return (this.#open ??= []).push(line) - 1
  }

  close(): void {
    const text = Buffer.from((this.#open ?? []).join('\n'))
    this.#size = text.length
    // A copy: what zlib gives lies in a larger buffer, all of which would be kept.
    this.#bytes = new Uint8Array(compress(text))
    this.#open = undefined
  }

  line(index: number): string {
    if (this.#open) return this.#open[index] ?? ''
    if (!this.#lines) {
      this.#lines = decompress(this.#bytes, this.#size).toString().split('\n')
      this.#unpacked(this)
    }
    return this.#lines[index] ?? ''
  }

  forget(): void {
    this.#lines = undefined
  }
}

const {ZSTD_c_compressionLevel: zstdLevel} = zlib.constants
const smallestChunk = 64

/** Zstandard, which Node has from 22.15 on, takes less than half of the time and the space of deflate. */
const hasZstd = 'zstdCompressSync' in zlib

function compress(text: Buffer): Buffer {
  return hasZstd ? zlib.zstdCompressSync(text, {params: {[zstdLevel]: 1}}) : zlib.deflateRawSync(text, {level: 1})
}

/** @param size of what comes out: it fits into one buffer then, and nothing has to be put together */
function decompress(bytes: Uint8Array, size: number): Buffer {
  const options = {chunkSize: Math.max(smallestChunk, size)}
  return hasZstd ? zlib.zstdDecompressSync(bytes, options) : zlib.inflateRawSync(bytes, options)
}
