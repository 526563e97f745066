import {compressed, decompressed, type Compressed} from '../model/compressed.ts'

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
  #closed: Compressed | undefined
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
    this.#closed = compressed((this.#open ?? []).join('\n'))
    this.#open = undefined
  }

  line(index: number): string {
    if (this.#open) return this.#open[index] ?? ''
    if (!this.#lines) {
      this.#lines = this.#closed ? decompressed(this.#closed).split('\n') : []
      this.#unpacked(this)
    }
    return this.#lines[index] ?? ''
  }

  forget(): void {
    this.#lines = undefined
  }
}
