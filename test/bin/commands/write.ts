import {setTimeout} from 'node:timers/promises'

import * as Flags from '@oclif/core/flags'

import {writeAtomically} from '../../../src/files/atomic-write.ts'
import {BaseCommand} from '../../../src/cli/base-command.ts'

/** Writes without end, and says when it has begun. */
export default class Write extends BaseCommand {
  static override summary = 'Writes a file without end.'
  static override flags = {out: Flags.string({required: true})}

  async run(): Promise<void> {
    const {flags} = await this.parse(Write)
    await writeAtomically(flags.out, this.lines(), this.signal)
  }

  private async *lines(): AsyncGenerator<string> {
    for (;;) {
      yield 'more\n'
      this.log('writing')
      await setTimeout(10, undefined, {signal: this.signal})
    }
  }
}
