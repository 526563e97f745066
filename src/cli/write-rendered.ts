import {writeAtomically} from '../files/atomic-write.ts'
import {chunks} from '../report/chunks.ts'
import type {FormatOptions} from '../report/format.ts'
import {screenOf} from './screen.ts'
import {writeToStream} from './write-reports.ts'

/** Rendered text to a file, or to standard output where there is none. */
export async function writeRendered(
  render: (options: FormatOptions) => string | Iterable<string>,
  file: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const screen = screenOf(process.stdout, process.env)
  const pieces = chunks(render({width: screen.width, colour: file === undefined && screen.colour}))
  if (file === undefined) await writeToStream(pieces, screen.stream)
  else await writeAtomically(file, pieces, signal)
}
