import type {Comment} from './file-tree.ts'
import type {Path, Thing} from './position-tree.ts'
import type {Span} from './text-places.ts'

/** @param spans of the comments, in the order of the source, as `things` are */
export function commentsAt(spans: readonly Span[], things: readonly Thing[], text: string): Comment[] {
  const next = new NextThing(things)
  const comments: Comment[] = []
  // From the end: a comment above another one is about the same thing.
  for (const range of spans.toReversed()) {
    const about = aboutOf(range, comments.at(-1), next, text)
    comments.push({text: plainText(text.slice(range.start, range.end)), range, ...(about ? {about} : {})})
  }
  return comments.toReversed()
}

function aboutOf(range: Span, below: Comment | undefined, next: NextThing, text: string): Path | undefined {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1
  const isBehindCode = text.slice(lineStart, range.start).trim() !== ''
  if (isBehindCode) return next.from(lineStart, range.start)?.path
  const following = below && isNext(text.slice(range.end, below.range.start)) ? below.about : undefined
  return following ?? next.from(range.end, range.end + spaceFrom(range.end, text) + 1)?.path
}

/** Nothing but the end of the line between: what an empty line parts does not belong together. */
function isNext(between: string): boolean {
  return between.trim() === '' && between.split('\n').length === 2
}

function spaceFrom(offset: number, text: string): number {
  const space = /^[^\S\n]*\n?[^\S\n]*/.exec(text.slice(offset, offset + farthest))
  return space?.[0].length ?? 0
}

/** Nobody indents deeper. */
const farthest = 1_000

class NextThing {
  readonly #things: readonly Thing[]

  constructor(things: readonly Thing[]) {
    this.#things = things
  }

  /** The outermost of the first things that begin in a part of the text. */
  from(start: number, end: number): Thing | undefined {
    let [low, high] = [0, this.#things.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#things[middle]?.range.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    const thing = this.#things[low]
    return thing && thing.range.start < end ? thing : undefined
  }
}

function plainText(comment: string): string {
  return comment
    .replace(/^(?:#+|\/\/+|\/\*+)/, '')
    .replace(/\*+\/$/, '')
    .trim()
}
