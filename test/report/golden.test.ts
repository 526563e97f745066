import {describe, expect, test} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {renderJson} from '../../src/report/json.ts'
import {renderTerminal} from '../../src/report/terminal.ts'
import {trainingAccount} from './__fixtures__/training-account.ts'

const reports: Readonly<Record<string, Report>> = {
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
