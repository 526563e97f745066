import {Gzip, strToU8} from 'fflate'

/**
 * GitHub takes 10 MB of SARIF, compressed, and 25,000 results a run:
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning. Its action compresses
 * with another program of the same method, whose output may be some percent larger.
 */
const mostBytes = 9_000_000
export const mostResults = 25_000

/** What is left of the room that GitHub gives a file, while it is written. */
export class SarifRoom {
  #bytes = 0
  #waiting = 0
  readonly #gzip = new Gzip({level: 6, mem: 4}, (chunk) => {
    this.#bytes += chunk.length
    this.#waiting = 0
  })

  /** Takes text in, if there is room for it. */
  takes(text: string): boolean {
    // What waits to be compressed counts in full: it is some ten kilobytes at most.
    if (this.#bytes + Math.min(this.#waiting, largestBlock) + text.length > mostBytes) return false
    const bytes = strToU8(text)
    this.#waiting += bytes.length
    this.#gzip.push(bytes)
    return true
  }
}

/** Bytes that a compressor holds back. */
const largestBlock = 100_000
