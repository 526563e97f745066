import {setTimeout} from 'node:timers/promises'

import {BaseCommand} from '../../../src/cli/base-command.ts'

export default class Deaf extends BaseCommand {
  static override summary = 'Does not listen to Ctrl-C.'

  async run(): Promise<void> {
    await this.parse(Deaf)
    this.log('working')
    await setTimeout(60_000)
  }
}
