import {describe, expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import {Ignores} from '../../src/select/ignore/apply.ts'
import type {IgnoreEntry} from '../../src/select/ignore/entry.ts'
import {fromComment} from '../../src/select/ignore/from-comment.ts'
import {fromDriftignore} from '../../src/select/ignore/from-driftignore.ts'
import {fromEntry} from '../../src/select/ignore/from-entry.ts'
import type {Facts, Ignore} from '../../src/select/ignore/ignore.ts'

const source = {file: 'trueup.yaml', line: 3}

const drift = {
  code: 'drifted',
  severity: 'medium',
  confidence: 'curated',
  path: 'IpPermissions[FromPort=22].CidrIp',
  owner: 'ingress[0].cidr_blocks',
  subject: {
    address: 'module.web["a"].aws_security_group.this',
    type: 'aws_security_group',
    objectType: 'AWS::EC2::SecurityGroup',
    id: 'sg-1',
    location: {account: '111122223333', region: 'eu-central-1'},
  },
} as unknown as Finding
const tag = {
  ...drift,
  code: 'tag-missing',
  key: 'Owner',
  on: 'live',
  path: undefined,
  owner: undefined,
} as unknown as Finding
const tagDrift = {...drift, path: 'Tags.Owner', owner: 'tags_all.Owner'} as unknown as Finding
const unmanaged = {
  ...drift,
  code: 'unmanaged',
  owner: undefined,
  path: undefined,
  subject: {...drift.subject, address: undefined},
} as unknown as Finding

const facts: Facts = {hasTag: (_, name) => name === 'Team=x', idsOf: ({subject: {id = ''}}) => [id]}

function entry(more: Partial<IgnoreEntry>): Ignore {
  return fromEntry({reason: 'because', source, ...more})
}

describe('an entry', () => {
  test.each<[Partial<IgnoreEntry>, Finding, boolean]>([
    [{address: ['module.web*']}, drift, true],
    [{address: ['module.web["b"]*']}, drift, false],
    [{address: ['*']}, unmanaged, false],
    [{type: ['aws_security_group']}, unmanaged, true],
    [{type: ['AWS::EC2::*']}, drift, true],
    [{path: ['ingress']}, drift, true],
    [{path: ['ingress.cidr_blocks']}, drift, true],
    [{path: ['ingress[0].cidr_blocks']}, drift, true],
    [{path: ['ingress[1].cidr_blocks']}, drift, false],
    [{path: ['*cidr_blocks']}, drift, true],
    [{path: ['IpPermissions']}, drift, true],
    [{path: ['ingres']}, drift, false],
    [{path: ['tags.Owner']}, tag, true],
    [{path: ['tags.*']}, tagDrift, true],
    [{path: ['tags']}, tagDrift, true],
    [{path: ['tags']}, unmanaged, false],
    [{tag: ['Team=x']}, drift, true],
    [{tag: ['Team=y']}, drift, false],
    [{account: ['111122223333'], region: ['eu-*']}, drift, true],
    [{account: ['111122223333'], region: ['us-*']}, drift, false],
    [{code: ['drifted', 'missing']}, drift, true],
    [{code: ['tags']}, tag, true],
    [{code: ['drift']}, tag, false],
    [{type: ['aws_security_group', 'aws_vpc'], code: ['unmanaged']}, unmanaged, true],
  ])('%j', (more, finding, taken) => {
    expect(entry(more).takes(finding, facts)).toBe(taken)
  })

  test.each<[Partial<IgnoreEntry>, boolean | undefined]>([
    [{type: ['aws_security_group']}, true],
    [{type: ['aws_security_group'], address: ['module.web*']}, true],
    [{type: ['aws_vpc']}, false],
    [{address: ['module.api*']}, false],
    [{type: ['aws_security_group'], path: ['ingress']}, undefined],
    [{type: ['aws_security_group'], account: ['111122223333']}, undefined],
  ])('of %j is known before anything is read: %j', (more, taken) => {
    const names = {
      types: ['aws_security_group', 'AWS::EC2::SecurityGroup'],
      address: 'module.web["a"].aws_security_group.this',
    }
    expect(entry(more).takesAll?.(names)).toBe(taken)
  })
})

function named(type: string, id: string, attribute?: string): Finding {
  const about = attribute === undefined ? unmanaged : {...drift, path: 'X', owner: attribute}
  return {...about, subject: {type, id}}
}

/** What driftctl documents, and its own tests show: https://docs.driftctl.com/usage/filtering/driftignore */
describe('a .driftignore', () => {
  test.each<[string, Finding, boolean]>([
    ['aws_s3_bucket.my-bucket', named('aws_s3_bucket', 'my-bucket'), true],
    ['aws_s3_bucket.my-bucket', named('aws_s3_bucket', 'my-bucket-2'), false],
    ['aws_s3_bucket.My-Bucket', named('aws_s3_bucket', 'my-bucket'), false],
    ['aws_instance.*', named('aws_instance', 'i-1'), true],
    ['aws_lambda_function.*.environment', named('aws_lambda_function', 'f', 'environment'), true],
    ['aws_lambda_function.*.environment', named('aws_lambda_function', 'f', 'environment[0].variables'), true],
    ['aws_lambda_function.*.environment', named('aws_lambda_function', 'f', 'timeout'), false],
    ['*role.*Amazon*', named('aws_iam_role', 'AWSServiceRoleForAmazonSSM'), true],
    ['*\n!aws_iam_*', named('aws_iam_role', 'deploy'), false],
    ['*\n!aws_iam_*', named('aws_s3_bucket', 'a'), true],
    ['!aws_iam_*\n*', named('aws_iam_role', 'deploy'), true],
    ['aws_iam_policy.arn:aws:iam::aws:policy/x/Y', named('aws_iam_policy', 'arn:aws:iam::aws:policy/x/Y'), true],
    ['resource_type.id\\.with\\.dots', named('resource_type', 'id.with.dots'), true],
    ['resource_type.idwith\\\\backslashes', named('resource_type', 'idwith\\backslashes'), true],
    ['type3.id1***0', named('type3', 'id100'), true],
    ['type3.id1***0', named('type3', 'id101'), false],
    ['# a comment\n\n   \nfoobar', named('aws_s3_bucket', 'a'), false],
    ['aws_security_group.*', {...tag, subject: {type: 'aws_security_group', id: 'sg-1'}}, false],
  ])('%j', (text, finding, taken) => {
    const lines = fromDriftignore({name: '.driftignore', text})
    expect(lines.some((line) => line.takes(finding, facts))).toBe(taken)
  })

  test('is told by its lines', () => {
    const lines = fromDriftignore({
      name: '.driftignore',
      text: '# ours\naws_vpc.*\n!aws_vpc.vpc-1\naws_security_group.sg-1',
    })
    const ignores = new Ignores(lines, '2026-05-01')
    expect(ignores.apply([drift, unmanaged], facts)).toEqual([])
    expect(ignores.figures()).toMatchObject({
      findings: 2,
      fingerprints: [drift.fingerprint, unmanaged.fingerprint],
      by: [
        {rule: 'aws_vpc.*', source: {file: '.driftignore', line: 2}, findings: 0},
        {rule: 'aws_security_group.sg-1', source: {file: '.driftignore', line: 4}, findings: 2},
      ],
    })
  })
})

describe('a comment', () => {
  const at = (within: readonly string[], only: readonly string[] = []): Ignore =>
    fromComment({ignore: {source, within, only}, addresses: new Set([String(drift.subject.address)])})

  test.each<[Ignore, Finding, boolean]>([
    [at([]), drift, true],
    [at([]), tag, true],
    [at([]), unmanaged, false],
    [at(['ingress']), drift, true],
    [at(['egress']), drift, false],
    [at(['tags', 'Owner']), tag, true],
    [at(['tags', 'Owner']), tagDrift, true],
    [at(['tags', 'Team']), tag, false],
    [at(['ingress']), {...drift, code: 'missing', owner: undefined, path: undefined} as unknown as Finding, false],
    [at([], ['drifted']), drift, true],
    [at([], ['missing', 'ingress']), drift, true],
    [at([], ['tags']), tag, true],
    [at([], ['tags.Owner']), tag, true],
    [at([], ['missing']), drift, false],
  ])('%#', (ignore, finding, taken) => {
    expect(ignore.takes(finding, facts)).toBe(taken)
  })
})

function comment(within: readonly string[], only: readonly string[]): Ignore {
  return fromComment({ignore: {source, within, only}, addresses: new Set(['module.a["x.y"].aws_vpc.b[0]'])})
}

describe('ignores of a run', () => {
  const looked = {
    inputs: {states: [], policies: ['tags'], live: {kind: 'aws' as const}},
    gaps: [],
    wasRead: () => true,
    isDeclared: () => true,
    takes: () => true,
    tagsAlone: false,
  }

  test('hold to the end of their last day, and are findings from then on, which say what they hid', () => {
    const until = {type: ['aws_security_group'], until: '2026-05-01'}
    const held = new Ignores([entry(until)], '2026-05-01')
    expect(held.apply([drift], facts)).toEqual([])
    expect(held.findings(looked)).toEqual([])
    const over = new Ignores([entry(until)], '2026-05-02')
    expect(over.apply([drift], facts)).toEqual([drift])
    expect(over.findings(looked)).toMatchObject([
      {
        code: 'ignore-expired',
        severity: 'low',
        ignore: 'type: aws_security_group',
        expired: '2026-05-01',
        findings: 1,
        reason: 'because',
        source,
      },
    ])
  })

  test('that took nothing away are told, where what they are about was looked at', () => {
    const unused = (more: Partial<typeof looked>, one = entry({type: ['aws_vpc'], code: ['missing']})) => {
      const ignores = new Ignores([one], '2026-05-01')
      ignores.apply([drift], facts)
      return ignores.findings({...looked, ...more}).map(({code}) => code)
    }
    const denied = {reason: 'denied' as const, type: 'aws_vpc', detail: '', hides: {count: 1, examples: []}}
    expect(unused({})).toEqual(['ignore-unused'])
    expect(unused({gaps: [denied]} as never)).toEqual([])
    expect(unused({gaps: [{...denied, type: 'aws_subnet'}]} as never)).toEqual(['ignore-unused'])
    expect(unused({wasRead: () => false})).toEqual([])
    expect(unused({takes: () => false})).toEqual([])
    expect(unused({tagsAlone: true})).toEqual([])
    expect(unused({inputs: {...looked.inputs, policies: []}}, entry({code: ['tags'], type: ['aws_vpc']}))).toEqual([])
    expect(unused({}, entry({type: ['aws_security_group']}))).toEqual([])
  })

  test('of an attribute have their chance without a policy, of tags with one', () => {
    const withoutPolicies = {...looked, inputs: {...looked.inputs, policies: []}}
    const unused = (ignore: Ignore) => new Ignores([ignore], '2026-05-01').findings(withoutPolicies).length
    expect(unused(entry({type: ['aws_vpc'], path: ['cidr_block']}))).toBe(1)
    expect(unused(entry({type: ['aws_vpc'], path: ['tags.Owner']}))).toBe(0)
    expect(unused(entry({type: ['aws_vpc']}))).toBe(0)
    expect(unused(comment(['cidr_block'], []))).toBe(1)
    expect(unused(comment([], ['drifted']))).toBe(1)
    expect(unused(comment([], []))).toBe(0)
    expect(unused(comment(['tags'], []))).toBe(0)
    const denied = {reason: 'denied' as const, type: 'aws_vpc', detail: '', hides: {count: 1, examples: []}}
    const hidden = new Ignores([comment(['cidr_block'], [])], '2026-05-01')
    expect(hidden.findings({...looked, gaps: [denied]})).toEqual([])
    expect(hidden.findings({...looked, gaps: [{...denied, type: 'aws_subnet'}]})).toHaveLength(1)
  })

  test('take a finding once, whichever fit', () => {
    const ignores = new Ignores([entry({path: ['ingress']}), entry({type: ['aws_security_group']})], '2026-05-01')
    expect(ignores.apply([drift, unmanaged], facts)).toEqual([])
    expect(ignores.figures()?.by.map(({findings}) => findings)).toEqual([1, 1])
    expect(ignores.findings(looked)).toEqual([])
  })
})

test('a generated .driftignore with a line for each of thousands of objects is no burden', () => {
  const text = Array.from({length: 5000}, (_, index) => `aws_instance.i-${index}`).join('\n')
  const findings = Array.from({length: 10_000}, (_, index) => named('aws_instance', `i-${index}`))
  const ignores = new Ignores(
    fromDriftignore({name: '.driftignore', text: `${text}\n!aws_instance.i-7*\n`}),
    '2026-05-01',
  )
  const left = ignores.apply(findings, facts)
  // Taken back are i-7, i-70 to i-79 and i-700 to i-799.
  expect(left).toHaveLength(5000 + 111)
  expect(ignores.figures()?.findings).toBe(4889)
})
