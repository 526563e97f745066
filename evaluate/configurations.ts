import {relative} from 'node:path'

import {readConfiguration} from '../src/declared/hcl/read-configuration.ts'
import {CodeOutcome} from './code-outcome.ts'
import {configurationFolders} from './configuration-folders.ts'
import {reasonsOf} from './unknown-reasons.ts'

/** Real configurations, which nothing may make crash; what of them stays unknown, and why. */
export async function evaluateConfigurations(folder: string): Promise<CodeOutcome> {
  const outcome = new CodeOutcome()
  for (const directory of configurationFolders(folder)) {
    outcome.count('configurations')
    await outcome.guard(relative(folder, directory), async () => {
      const {resources, gaps} = await readConfiguration(directory)
      outcome.count('resources', resources.length)
      for (const {detail} of gaps)
        outcome.count(`gap: ${detail.replace(/^.*? (?:was not read: )?/, '').replace(/^\/\S+ /, '')}`)
      for (const [reason, times] of reasonsOf(resources)) outcome.count(`unknown: ${reason}`, times)
    })
  }
  return outcome
}
