import {BaseCommand} from '../../../src/cli/base-command.ts'
import {positionsOf} from '../../../src/declared/hcl/positions/positions-of.ts'
import type {SourceRef} from '../../../src/model/source.ts'

/** Needs the files that the build puts beside the code. */
export default class Places extends BaseCommand {
  static override summary = 'Tells where something stands.'

  async run(): Promise<SourceRef> {
    await this.parse(Places)
    const positions = await positionsOf('main.tf', 'locals {\n  owner = "payments"\n}\n')
    return positions.positionOf(['locals', 'owner'])
  }
}
