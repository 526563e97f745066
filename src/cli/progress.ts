import {performance} from 'node:perf_hooks'

import type {Progress} from '../model/progress.ts'
import {silentProgress} from '../model/progress.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>

/** Ten a second: smooth to the eye, free for the run. */
const intervalMs = 100

/** Shown only to a person who waits: a terminal, and not the pseudo-terminal of a CI. */
export function progressOn(stream: Terminal, env: Environment): Progress {
  return stream.isTTY && !env['CI'] && env['TERM'] !== 'dumb' ? terminalProgress(stream) : silentProgress
}

/** One line, rewritten in place. */
export function terminalProgress(stream: Terminal, now: () => number = () => performance.now()): Progress {
  let stage = ''
  let shownAt = -Infinity
  const show = (text: string) => {
    shownAt = now()
    stream.write(`\r\u001B[K${text.slice(0, (stream.columns || 80) - 1)}`)
  }
  return {
    step(what) {
      stage = what
      show(stage)
    },
    advance(done, total) {
      if (now() - shownAt < intervalMs) return
      show(`${stage} ${total === undefined ? done : `${done} of ${total}`}`)
    },
    clear() {
      if (shownAt === -Infinity) return
      stream.write('\r\u001B[K')
      shownAt = -Infinity
    },
  }
}
