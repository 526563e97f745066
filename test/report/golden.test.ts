import {describe, expect, test} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {renderJson} from '../../src/report/json.ts'
import {renderTerminal} from '../../src/report/terminal.ts'
import {hostileNames} from './__fixtures__/hostile-names.ts'
import {acceleratorsWithoutPolicy, cleanAccount, gapsOnly, nothingDeclared} from './__fixtures__/quiet-accounts.ts'
import {trainingAccount} from './__fixtures__/training-account.ts'

const reports: Readonly<Record<string, Report>> = {
  'accelerators-without-policy': acceleratorsWithoutPolicy,
  'clean-account': cleanAccount,
  'gaps-only': gapsOnly,
  'hostile-names': hostileNames,
  'nothing-declared': nothingDeclared,
  'training-account': trainingAccount,
}

const plain = {width: 100, colour: false}

describe.each(Object.entries(reports))('%s', (name, report) => {
  test('in the terminal', async () => {
    await expect([...renderTerminal(report, plain)].join('')).toMatchFileSnapshot(golden(`${name}.txt`))
  })

  test('as JSON', async () => {
    await expect([...renderJson(report)].join('')).toMatchFileSnapshot(golden(`${name}.json`))
  })
})

function golden(file: string): string {
  return new URL(`../../fixtures/report/${file}`, import.meta.url).pathname
}
