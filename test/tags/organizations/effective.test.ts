import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {assert, constantFrom, property, record, uniqueArray} from 'fast-check'
import {describe, expect, test} from 'vitest'

import {effectivePolicy} from '../../../src/tags/organizations/effective.ts'
import {loadTagPolicies} from '../../../src/tags/organizations/load.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'

/** Levels from the root to the account, of documents. */
function effective(levels: readonly (readonly unknown[])[]) {
  const texts = levels.map((documents, level) =>
    documents.map((document, index) => ({name: `${level}-${index}.json`, text: JSON.stringify(document)})),
  )
  return effectivePolicy(loadTagPolicies(texts))
}

interface Case {
  readonly case: string
  readonly levels: readonly (readonly unknown[])[]
  readonly effective: unknown
}

const folder = new URL('../../../fixtures/tags/effective/', import.meta.url)
const cases = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as Case[]

describe('tag policies merge', () => {
  test.each(cases)('$case', ({levels, effective: expected}) => {
    expect(effective(levels)).toEqual(expected)
  })
})

const documentOf = (tag_value: unknown) => ({tags: {stage: {tag_value}}})

const valuesOf = (...levels: readonly (readonly unknown[])[]) =>
  effective(levels.map((level) => level.map(documentOf))).tags['stage']?.tag_value

describe('for any policies', () => {
  const texts = uniqueArray(constantFrom('a', 'b', 'c'), {maxLength: 3})
  const setting = record({'@@assign': texts, '@@append': texts, '@@remove': texts}, {requiredKeys: []})

  test('a level without policies changes nothing', () => {
    assert(
      property(setting, setting, (a, b) => {
        expect(valuesOf([a], [], [b])).toEqual(valuesOf([a], [b]))
      }),
    )
  })

  test('a lock keeps what is there, whatever children say', () => {
    assert(
      property(setting, setting, setting, (root, unit, account) => {
        const locked = {...root, '@@operators_allowed_for_child_policies': ['@@none']}
        expect(valuesOf([locked], [unit], [account])).toEqual(valuesOf([root]))
      }),
    )
  })

  test('assigning at the account leaves nothing of what was inherited', () => {
    assert(
      property(setting, texts, (root, assigned) => {
        expect(valuesOf([root], [{'@@assign': assigned}])).toEqual(assigned)
      }),
    )
  })
})

interface Observed {
  readonly case: string
  readonly root_first: object | null
  readonly root_second: object | null
  readonly account: object | null
  readonly effective_tag_value: Readonly<Record<string, readonly string[] | null>>
  readonly effective_tag_key: string
}

describe.skipIf(!hasSharedData)('as AWS was observed to merge them', () => {
  const file = join(sharedData, 'tag-policy/effective_policy_cases.json')
  const observed = hasSharedData ? (JSON.parse(readFileSync(file, 'utf8')) as {cases: Observed[]}).cases : []
  test.each(observed)('$case', (one) => {
    const wrap = (entry: object | null) => (entry ? [{tags: {[one.case]: entry}}] : [])
    const stages = {
      after_root_first: [wrap(one.root_first)],
      after_root_second: [[...wrap(one.root_first), ...wrap(one.root_second)]],
      after_account: [[...wrap(one.root_first), ...wrap(one.root_second)], wrap(one.account)],
    }
    for (const [stage, levels] of Object.entries(stages)) {
      const tag = effective(levels).tags[one.case.toLowerCase()]
      expect([stage, tag?.tag_value ?? null]).toEqual([stage, one.effective_tag_value[stage]])
      expect(tag?.tag_key ?? one.effective_tag_key).toBe(one.effective_tag_key)
    }
  })
})
