import {describe, expect, test} from 'vitest'

import {check, objectOf} from './tag-check.ts'

const exemption = (fields: string) => `exemptions: [{reason: old, owner: platform, ${fields}}]`
const object = objectOf({address: 'module.legacy.aws_instance.x', declared: {tags: {}}, live: {tags: {}}})

describe('exemptions', () => {
  test.each([
    ['by address', 'expires: 2026-12-31, scope: {addresses: ["module.legacy.*"]}', 1],
    ['by key', 'expires: 2026-12-31, keys: [Owner]', 1],
    ['by id', 'expires: 2026-12-31, ids: [i-0a1]', 1],
    ['on the last day', 'expires: 2026-09-01', 1],
    ['of another key', 'expires: 2026-12-31, keys: [Team]', 0],
    ['of another object', 'expires: 2026-12-31, ids: [i-0b2]', 0],
  ])('%s', (_, fields, exempted) => {
    const {findings, facts} = check([object], '  - {key: Owner}', {rest: exemption(fields)})
    expect(findings).toHaveLength(1 - exempted)
    expect(facts.exempted).toBe(exempted)
    expect(facts.unusedExemptions).toHaveLength(1 - exempted)
  })

  test('that have run out hide nothing and are reported', () => {
    const {findings} = check([object], '  - {key: Owner}', {rest: exemption('expires: 2026-08-31')})
    expect(findings).toMatchObject([
      {code: 'tag-missing', severity: 'medium'},
      {code: 'tag-exemption-expired', expired: '2026-08-31', violations: 1, source: {file: 'policy.yaml', line: 5}},
    ])
  })
})
