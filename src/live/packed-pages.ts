import {compressed, decompressed, type Compressed} from '../model/compressed.ts'
import type {LivePage} from '../model/live.ts'
import type {Value} from '../model/value.ts'
import type {ReadPage} from './read-live.ts'
import {holdsMarks, markSecrets, reviveSecrets} from './snapshot/marks.ts'
import {hideSecrets, type SecretPaths} from './snapshot/secrets.ts'

/** Some pages as compressed JSON: kept on disk, or on their way from one thread to another. */
export type PackedPages = Compressed

/** Makes JSON of a page once, though it is both kept and handed over. */
export class PageTexts {
  /** Of the digests that stand for what is known to be secret; the same for `unpacked`. */
  readonly salt: string
  readonly #texts = new WeakMap<ReadPage, string>()

  constructor(salt: string) {
    this.salt = salt
  }

  of(page: ReadPage): string {
    const text = this.#texts.get(page) ?? textOf(page, this.salt)
    this.#texts.set(page, text)
    return text
  }

  /** With every secret as a digest. */
  hidden(page: LivePage, secrets: SecretPaths): string {
    let isPlain = true
    const hidden = page.map((event) => {
      if (event.kind !== 'object') return event
      const object = hideSecrets(event.object, secrets)
      if (object === event.object) return event
      isPlain = false
      return {kind: 'object', object} as const
    })
    return isPlain ? this.of(page) : textOf(hidden, this.salt)
  }
}

function textOf(page: ReadPage, salt: string): string {
  const text = JSON.stringify(page)
  // Most pages hold none: a secret would show as hidden, and what looks like the mark of one by its name.
  const isPlain = !text.includes('(sensitive)"') && !holdsMarks(text)
  return isPlain ? text : JSON.stringify(markSecrets(page as unknown as Value, salt))
}

/** Pages that are packed together: the more, the less it takes. */
export class PagePacking {
  #texts: string[] = []
  #length = 0

  /** Characters. */
  get length(): number {
    return this.#length
  }

  /** @param text of a page */
  add(text: string): void {
    this.#texts.push(text)
    this.#length += text.length
  }

  /** @returns undefined where there are none */
  take(): PackedPages | undefined {
    if (this.#texts.length === 0) return undefined
    const packed = compressed(`[${this.#texts.join()}]`)
    this.#texts = []
    this.#length = 0
    return packed
  }
}

/**
 * @param salt of `PageTexts`
 * @throws SyntaxError for bytes that hold no JSON
 */
export function unpacked(packed: PackedPages, salt: string): readonly ReadPage[] {
  const text = decompressed(packed)
  const pages = JSON.parse(text) as Value
  return (holdsMarks(text) ? reviveSecrets(pages, salt) : pages) as unknown as readonly ReadPage[]
}
