import {expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import type {Remedy} from '../../src/model/remedy.ts'
import {chunks} from '../../src/report/chunks.ts'
import {commandText} from '../../src/report/remedy-words.ts'
import {formats} from '../../src/report/formats.ts'
import {cases} from './__fixtures__/cases.ts'

const edit = {file: './infra/main.tf', line: 12, column: 5, endLine: 12, endColumn: 7, before: '14', after: '7'}

test('an exact edit is a fix of SARIF, and a line for people', async () => {
  const [report] = Object.values(cases)
  if (!report) throw new Error('no report')
  const remedies: readonly Remedy[] = [{kind: 'adopt', edit}]
  const drifted: Finding = {
    code: 'drifted',
    path: 'Days',
    before: 14,
    after: 7,
    severity: 'medium',
    confidence: 'curated',
    subject: {address: 'aws_db_instance.a', type: 'aws_db_instance'},
    fingerprint: 'f',
    remedies,
  }
  const one = {...report, findings: [drifted]}
  const text = async (format: 'sarif' | 'markdown' | 'terminal') =>
    [...chunks((await formats[format]())(one, {width: 100, colour: false}))].join('')
  const sarif = JSON.parse(await text('sarif')) as {runs: {results: {fixes: unknown}[]}[]}
  const deletedRegion = {startLine: 12, startColumn: 5, endLine: 12, endColumn: 7}
  expect(sarif.runs[0]?.results[0]?.fixes).toEqual([
    {
      description: {text: 'Write the live value into the code'},
      artifactChanges: [
        {artifactLocation: {uri: 'infra/main.tf'}, replacements: [{deletedRegion, insertedContent: {text: '7'}}]},
      ],
    },
  ])
  expect(await text('terminal')).toContain('to keep it: infra/main.tf:12: 14 → 7')
  expect(await text('markdown')).toContain('to keep it: `infra/main.tf:12: 14 → 7`')
})

test('commands are quoted for a shell', () => {
  expect(commandText(['terraform', 'apply', '-target=aws_vpc.a'])).toBe('terraform apply -target=aws_vpc.a')
  expect(commandText(['rm', 'module.a["it\'s"].aws_vpc.b'])).toBe(`rm 'module.a["it'\\''s"].aws_vpc.b'`)
})
