import {fileURLToPath} from 'node:url'

import type {Command} from '@oclif/core/command'
import {Config} from '@oclif/core/config'
import {captureOutput} from '@oclif/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface CommandRun<T> {
  readonly result: T | undefined
  readonly error: Error | undefined
  readonly stdout: string
  readonly stderr: string
  /** As the process would exit. */
  readonly exit: number
}

type CommandClass<T> = (new (argv: string[], config: Config) => Command & {run(): Promise<T>}) & {
  run(argv: string[], config: Config): Promise<unknown>
}

/** Runs a command class in this process: real code, one copy of our modules, mocks work. */
export async function runCommand<T>(command: CommandClass<T>, argv: readonly string[] = []): Promise<CommandRun<T>> {
  const config = await Config.load({root})
  process.exitCode = undefined
  try {
    const {error, result, stdout, stderr} = await captureOutput<T>(async () => command.run([...argv], config))
    return {result, error, stdout, stderr, exit: error?.oclif?.exit ?? exitCode()}
  } finally {
    process.exitCode = undefined
  }
}

function exitCode(): number {
  return Number(process.exitCode ?? 0)
}
