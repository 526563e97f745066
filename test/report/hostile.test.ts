import * as fc from 'fast-check'
import stringWidth from 'fast-string-width'
import {expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import type {Gap} from '../../src/model/gap.ts'
import {renderJson} from '../../src/report/json.ts'
import {renderTerminal} from '../../src/report/terminal.ts'
import {declared, finding, ireland, report} from './__fixtures__/build.ts'

/** Control and format characters, line separators, lone surrogates; a report has line feeds of its own. */
const harmful = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const text = fc.oneof(
  fc.string({unit: 'binary', maxLength: 200}),
  fc.string({
    unit: fc.constantFrom('\u001B[2J', '\n', '\r', '\u202E', '\u0085', '\uD800', '\u200B', '"', '\\', '日', 'a b', '{'),
    maxLength: 40,
  }),
)

const anyFinding: fc.Arbitrary<Finding> = fc
  .tuple(text, text, text, fc.jsonValue(), fc.oneof(text, fc.jsonValue()), fc.boolean())
  .chain(([name, id, path, before, after, foreign]) => {
    const subject = foreign ? {objectType: name, id, name, location: ireland} : declared(name, id)
    const more = {owner: `${name}: ${path}`, source: {file: name, line: 1}}
    return fc.constantFrom(
      finding('high', subject, {code: 'drifted', path, before: before as never, after: after as never}, more),
      finding('low', subject, {code: 'drifted-undeclared', path, before: after as never, after: before as never}),
      finding('low', subject, {code: 'missing', partOf: id}, more),
      finding('low', subject, {code: 'unmanaged'}),
      finding('low', subject, {code: 'unmanaged-child', path, after: after as never}),
      finding('info', subject, {code: 'owned-elsewhere', ownedBy: name, evidence: id}),
      finding('low', subject, {code: 'duplicate-owner', addresses: [name, id]}),
      finding('low', subject, {code: 'tag-missing', key: name, variant: id, message: path, on: 'live', ownedBy: name}),
      finding('low', subject, {code: 'tag-value-invalid', key: name, value: id, allowed: [path], on: 'live'}),
      finding('low', subject, {code: 'tag-value-invalid', key: name, value: id, pattern: path, on: 'live'}),
      finding('low', subject, {code: 'tag-key-invalid', key: name, expected: id, reason: 'pattern', on: 'declared'}),
      finding('low', subject, {
        code: 'tag-exemption-expired',
        keys: [name],
        expired: id,
        reason: path,
        exemptionOwner: id,
        violations: 1,
      }),
      finding('low', subject, {
        code: 'accelerator-unowned',
        missingKeys: [name],
        instanceType: id,
        model: path,
        count: '1',
      }),
    )
  })

const anyGap: fc.Arbitrary<Gap> = fc.tuple(text, text).map(([name, detail]) => {
  return {
    reason: 'failed',
    type: name,
    action: name,
    detail,
    hides: {count: 9, examples: [name, detail]},
    source: {file: name},
  }
})

const anyReport = fc
  .record({findings: fc.array(anyFinding, {maxLength: 12}), gaps: fc.array(anyGap, {maxLength: 3}), file: text})
  .map(({findings, gaps, file}) => {
    const live = {kind: 'snapshot', name: file, objects: 1} as const
    return report({findings, gaps, inputs: {states: [{file, resources: 1}], live, policies: [file]}})
  })

test('in the terminal nothing harmful is printed, and no line is wider than the screen', () => {
  fc.assert(
    fc.property(anyReport, fc.integer({min: 60, max: 160}), (one, width) => {
      const written = [...renderTerminal(one, {width, colour: false})].join('')
      expect(harmful.exec(written)).toBeNull()
      expect(written.split('\n').filter((line) => stringWidth(line) > width)).toEqual([])
    }),
    {numRuns: 100, seed: 7},
  )
})

test('colours change nothing but colours', () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const [plain, coloured] = [false, true].map((colour) => [...renderTerminal(one, {width: 100, colour})].join(''))
      // eslint-disable-next-line no-control-regex
      expect(coloured?.replaceAll(/\u001B\[\d+m/g, '').replaceAll(/ +$/gm, '')).toBe(plain)
    }),
    {numRuns: 100, seed: 7},
  )
})

test('as JSON nothing harmful is printed, and every name is read back as it was', () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const written = [...renderJson(one)].join('')
      expect(harmful.exec(written)).toBeNull()
      const {findings} = JSON.parse(written) as {findings: {address?: string; id?: string; fingerprint: string}[]}
      const read = findings.map(({address, id, fingerprint}) => ({address, id, fingerprint}))
      expect(read).toEqual(one.findings.map(({subject: {address, id}, fingerprint}) => ({address, id, fingerprint})))
    }),
    {numRuns: 100, seed: 7},
  )
})
