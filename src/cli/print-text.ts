import {chunks} from '../report/chunks.ts'
import type {FormatOptions} from '../report/format.ts'
import {screenOf} from './screen.ts'
import {writeToStream} from './write-reports.ts'

/** Writes rendered text to standard output, laid out for its width. A closed pipe ends the writing, not the run. */
export async function printText(render: (options: FormatOptions) => Iterable<string>): Promise<void> {
  const screen = screenOf(process.stdout, process.env)
  await writeToStream(chunks(render(screen)), screen.stream)
}
