import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {iamPolicy} from '../../../src/catalog/normalizers/iam-policy.ts'

type Statement = Record<string, unknown>
interface Policy {
  readonly Version: string
  readonly Id: string
  readonly Statement: readonly Statement[]
}

const context = {location: {partition: 'aws', account: '123456789012', region: 'global'}}
const text = fc.stringMatching(/^[a-z]{3,12}$/)
const several = (value: fc.Arbitrary<string>) => fc.uniqueArray(value, {minLength: 1, maxLength: 4})
const action = fc.tuple(text, text).map(([service, name]) => `${service}:${name}`)
const resource = text.map((name) => `arn:aws:s3:::${name}/*`)
const account = fc.stringMatching(/^[1-9][0-9]{11}$/)

const statement: fc.Arbitrary<Statement> = fc.record({
  Sid: text,
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: fc.record({AWS: several(account), Service: several(text.map((name) => `${name}.amazonaws.com`))}),
  Action: several(action),
  Resource: several(resource),
  Condition: fc.record({
    StringEquals: fc.record({'aws:PrincipalTag/team': several(text), 'aws:SourceVpc': several(text)}),
    Bool: fc.record({'aws:SecureTransport': several(fc.constantFrom('true', 'false'))}),
  }),
})

const policy: fc.Arbitrary<Policy> = fc.record({
  Version: fc.constantFrom('2012-10-17', '2008-10-17'),
  Id: text,
  Statement: fc.uniqueArray(statement, {minLength: 1, maxLength: 4, selector: (item) => item['Sid']}),
})

const compare = (a: unknown, b: unknown) => iamPolicy(a as never, b as never, context)

test('a policy equals itself reordered, repeated and encoded in any way', () => {
  fc.assert(
    fc.property(policy, fc.integer({min: 0, max: 7}), (document, style) => {
      const same = {...reversed(document, style), Version: document.Version, Id: document.Id}
      expect(compare(JSON.stringify(document), encoded(same, style))).toBe(true)
    }),
  )
})

test('dropping any one element makes two policies unequal', () => {
  fc.assert(
    fc.property(policy, fc.nat(), (document, pick) => {
      const all = paths(document)
      const path = all[pick % all.length] ?? []
      // 2008-10-17 is what an absent version means.
      fc.pre(!(path[0] === 'Version' && document.Version === '2008-10-17'))
      expect(compare(document, edited(document, path, undefined))).toBe(false)
    }),
    {numRuns: 400},
  )
})

test('changing any one value makes two policies unequal', () => {
  fc.assert(
    fc.property(policy, fc.nat(), (document, pick) => {
      const leafs = paths(document).filter((path) => typeof at(document, path) === 'string')
      const path = leafs[pick % leafs.length] ?? []
      expect(compare(document, edited(document, path, `${String(at(document, path))}x`))).toBe(false)
    }),
    {numRuns: 400},
  )
})

/** Lists and keys backwards, lists of one as scalars, accounts as root ARNs, doubled statements, as the bits of `style` say. */
function reversed(value: unknown, style: number): Record<string, unknown> {
  return turned(value, style) as Record<string, unknown>
}

function turned(value: unknown, style: number): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => turned(item, style)).toReversed()
    return items.length === 1 && style & 1 ? items[0] : style & 2 ? [...items, ...items] : items
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, item]) => [key, turned(item, style)]),
    )
  }
  return typeof value === 'string' && style & 4 && /^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value
}

function encoded(document: unknown, style: number): unknown {
  if (style & 1) return document
  const json = JSON.stringify(document, undefined, style)
  return style & 2 ? encodeURIComponent(json) : json
}

type Path = readonly (string | number)[]

/** Every element of the document: values of lists, keys of objects. */
function paths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [
    [...path, key],
    ...paths((value as Record<string | number, unknown>)[key], [...path, key]),
  ])
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((current, key) => (current as Record<string | number, unknown>)[key], value)
}

function edited(value: unknown, path: Path, replacement: string | undefined): unknown {
  const copy = structuredClone(value)
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const key = path.at(-1) ?? ''
  if (replacement !== undefined) parent[key] = replacement
  else if (Array.isArray(parent)) parent.splice(key as number, 1)
  else delete parent[key]
  return copy
}
