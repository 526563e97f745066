import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../../src/cli/base-command.ts'

const crashes = {
  /** Inside the command. */
  here: () => Promise.reject(new TypeError('hunter2')),
  /** Where no promise of ours looks. */
  elsewhere: () => {
    setImmediate(() => {
      throw new TypeError('hunter2')
    })
    return new Promise(() => undefined)
  },
  /** Waits for what never comes, with nothing left that could bring it. */
  never: () => new Promise(() => undefined),
}

export default class Crash extends BaseCommand {
  static override summary = 'Fails in ways that nobody foresaw.'
  static override flags = {where: Flags.option({options: ['here', 'elsewhere', 'never'] as const, required: true})()}

  async run(): Promise<unknown> {
    const {flags} = await this.parse(Crash)
    return crashes[flags.where]()
  }
}
