import type {WriteStream} from 'node:tty'

import type {Screen} from './write-reports.ts'

const [defaultWidth, widest] = [100, 160]

/** Standard output: its width where it is a terminal, colours as `NO_COLOR` and `FORCE_COLOR` say (https://no-color.org). */
export function screenOf(stream: WriteStream, env: NodeJS.ProcessEnv): Screen {
  const width = stream.isTTY ? Math.min(stream.columns, widest) : defaultWidth
  return {stream, width, colour: wantsColour(stream, env)}
}

function wantsColour(stream: WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return stream.isTTY && stream.hasColors()
}
