type TextTest = (text: string) => boolean

/** Texts in which `*` stands for any text, also none; everything else is literal. Taken apart once, asked very often. */
export class Wildcards {
  readonly texts: readonly string[]
  readonly #tests: readonly TextTest[]

  constructor(texts: readonly string[]) {
    this.texts = texts
    this.#tests = texts.map((text) => testOf(text))
  }

  /** Whether the text is one of these. */
  match(text: string): boolean {
    return this.#tests.some((test) => test(text))
  }
}

const compiled = new WeakMap<readonly string[], {asWritten?: Wildcards; folded?: Wildcards}>()

/** A list as wildcards, in lower case where case does not count; taken apart once for each list, however often it is asked for. */
export function wildcardsOf(texts: readonly string[], isFolded: boolean): Wildcards {
  const known = compiled.get(texts) ?? {}
  compiled.set(texts, known)
  if (isFolded) return (known.folded ??= new Wildcards(texts.map((text) => text.toLowerCase())))
  return (known.asWritten ??= new Wildcards(texts))
}

export function matchesWildcard(wildcard: string, text: string): boolean {
  return testOf(wildcard)(text)
}

export function isWildcard(text: string): boolean {
  return text.includes('*')
}

function testOf(wildcard: string): TextTest {
  const [head = '', ...middle] = wildcard.split('*')
  const tail = middle.pop()
  if (tail === undefined) return (text) => text === wildcard
  return (text) => {
    if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false
    return middle.length === 0 || holdsInOrder(text.slice(head.length, text.length - tail.length), middle)
  }
}

/** The leftmost place of each part leaves the most room for the next, so no backtracking is needed. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}
