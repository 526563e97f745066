import {readFileSync} from 'node:fs'
import {relative} from 'node:path'
import {fileURLToPath} from 'node:url'

import {describe, expect, it} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {readConfiguration} from '../../src/declared/hcl/read-configuration.ts'
import {type Adoptable, adoptions} from '../../src/fix/adopt/adopt.ts'
import type {Remedy} from '../../src/model/remedy.ts'
import {Sensitive, type Value} from '../../src/model/value.ts'

interface Case {
  readonly name: string
  readonly findings: readonly {
    readonly address: string
    readonly owner: string
    readonly path: string
    readonly code?: 'drifted-undeclared'
    readonly before?: Value
    readonly after?: Value
  }[]
  /** `FILE:LINE:COLUMN BEFORE → AFTER (CAVEATS)`, or the hindrance. */
  readonly expected: readonly string[]
}

const folder = fileURLToPath(new URL('../../fixtures/fixes/adopt', import.meta.url))
const cases = JSON.parse(readFileSync(`${folder}.json`, 'utf8')) as readonly Case[]

const catalog = await loadCatalog()
const configuration = await readConfiguration(folder)
const byAddress = new Map(configuration.resources.map((resource) => [resource.address, resource]))
const code = {
  resources: configuration.resources,
  configuredAt: (address: string) => byAddress.get(address),
  given: configuration.given,
}

describe('edits that write the live value into the code', () => {
  it.each(cases)('$name', async ({findings, expected}) => {
    const made = findings.map(findingOf)
    const remedies = await adoptions(made, code, catalog)
    expect(made.map((finding) => shown(remedies.get(finding)))).toEqual(expected)
  })

  it('are none without the code', async () => {
    const [finding] = (cases[0]?.findings ?? []).map(findingOf)
    if (!finding) throw new Error('no case')
    const remedies = await adoptions([finding], undefined, catalog)
    expect(remedies.get(finding)).toEqual({kind: 'adopt', hindrance: 'no-code'})
  })
})

function findingOf({address, owner, path, code: verdict, before, after}: Case['findings'][number]): Adoptable {
  return {
    code: (verdict ?? 'drifted') as 'drifted',
    path,
    before: secret(before),
    after: secret(after),
    owner,
    subject: {address},
    severity: 'medium',
    confidence: 'curated',
    fingerprint: `${address} ${path}`,
  }
}

function secret(value: Value | undefined): Value | undefined {
  return value === '(sensitive)' ? Sensitive.of('hunter2') : value
}

function shown(remedy: Remedy | undefined): string | undefined {
  const {edit, hindrance, caveats} = remedy ?? {}
  if (!edit) return hindrance
  const place = `${relative(folder, edit.file)}:${edit.line}:${edit.column}`
  return `${place} ${edit.before} → ${edit.after}${caveats ? ` (${caveats.join(', ')})` : ''}`
}
