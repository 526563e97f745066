import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../../src/cli/base-command.ts'

/** Says much, and has findings. */
export default class Talk extends BaseCommand {
  static override summary = 'Says much, and has findings.'
  static override flags = {lines: Flags.integer({default: 20_000})}

  async run(): Promise<{readonly lines: readonly string[]}> {
    const {flags} = await this.parse(Talk)
    const lines = Array.from({length: flags.lines}, (_, index) => `${index} ${'drift '.repeat(12)}`)
    for (const line of lines) this.log(line)
    process.exitCode = 1
    return {lines}
  }
}
