import {expect, test} from 'vitest'

import type {TerraformType} from '../../src/catalog/entry.ts'
import {compareTable} from '../../src/drift/compare-table.ts'
import type {Difference} from '../../src/drift/difference.ts'
import {isIgnored} from '../../src/drift/ignored.ts'
import {planOf} from '../../src/drift/plan.ts'
import {silent} from '../../src/drift/tally.ts'
import {threeWay} from '../../src/drift/three-way.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import {Unknown, type ValueRecord} from '../../src/model/value.ts'

const entry: TerraformType = {
  type: 'aws_instance',
  confidence: 'curated',
  objectType: 'AWS::EC2::Instance',
  role: 'object',
  identity: [['id']],
  attributes: {
    instance_type: {to: 'InstanceType'},
    monitoring: {to: 'Monitoring', computed: true},
    variables: {to: 'Variables'},
    metadata_options: {to: 'MetadataOptions', block: 'single', of: {http_tokens: {to: 'HttpTokens'}}},
  },
}
const context = {location: {}}

function resource(
  origin: DeclaredResource['origin'],
  attributes: ValueRecord,
  ignoreChanges?: readonly string[] | 'all',
): DeclaredResource {
  return {
    origin,
    address: 'aws_instance.it',
    mode: 'managed',
    type: 'aws_instance',
    name: 'it',
    provider: {text: 'provider.aws'},
    tainted: false,
    attributes,
    source: {file: 'main.tf', line: 1},
    ...(ignoreChanges && {ignoreChanges}),
  }
}

/** Verdicts by path: of code, state and live, each as attributes of the resource or properties of the object. */
function verdicts(
  code: ValueRecord,
  state: ValueRecord,
  live: ValueRecord,
  ignored?: readonly string[] | 'all',
): Record<string, string> {
  const differences: Difference[] = []
  const plan = planOf(entry)
  compareTable(state, live, plan, {
    context,
    visible: () => true,
    tally: silent(differences),
    at: {path: '', attribute: ''},
  })
  const sides = {
    configured: resource('configured', code, ignored),
    recorded: resource('recorded', state),
    live,
    plan,
    context,
  }
  return Object.fromEntries(threeWay(differences, sides).map(({path, verdict}) => [path, verdict]))
}

test.each([
  ['in sync', 'a', 'a', 'a', undefined],
  ['drifted', 'a', 'a', 'b', 'drifted'],
  ['unapplied', 'a', 'b', 'b', 'unapplied'],
  ['stale state', 'a', 'b', 'a', 'stale-state'],
  ['conflict', 'a', 'b', 'c', 'conflict'],
  ['not set, drifted', null, 'a', 'b', 'drifted-undeclared'],
  ['not set, in sync', null, 'a', 'a', undefined],
  ['unknown, drifted', new Unknown('known after apply'), 'a', 'b', 'drifted'],
  ['unknown, in sync', new Unknown('known after apply'), 'a', 'a', undefined],
])('%s', (_, code, state, live, verdict) => {
  expect(verdicts({instance_type: code}, {instance_type: state}, {InstanceType: live})['InstanceType']).toBe(verdict)
})

test('an attribute of a nested block has its own verdict', () => {
  const code = {metadata_options: [{http_tokens: 'required'}]}
  const state = {metadata_options: [{http_tokens: 'optional'}]}
  expect(verdicts(code, state, {MetadataOptions: {HttpTokens: 'optional'}})).toEqual({
    'MetadataOptions.HttpTokens': 'unapplied',
  })
  expect(verdicts(code, state, {MetadataOptions: {HttpTokens: 'required'}})).toEqual({
    'MetadataOptions.HttpTokens': 'stale-state',
  })
})

test.each([
  ['the attribute', ['instance_type']],
  ['everything', 'all' as const],
])('ignore_changes of %s', (_, ignored) => {
  expect(verdicts({instance_type: 'a'}, {instance_type: 'a'}, {InstanceType: 'b'}, ignored)).toEqual({
    InstanceType: 'ignored',
  })
})

function tags(owner: string): ValueRecord {
  return {tags_all: {Owner: owner, Team: owner}}
}

test('ignore_changes of one tag', () => {
  const sides = {
    configured: resource('configured', tags('ml'), ['tags["Owner"]']),
    recorded: resource('recorded', tags('data')),
    live: {},
    plan: planOf(entry),
    context,
  }
  expect(threeWay([], sides).map(({path, verdict}) => [path, verdict])).toEqual([
    ['Tags.Owner', 'ignored'],
    ['Tags.Team', 'unapplied'],
  ])
})

test('a list of which one element is unknown is judged by the state alone', () => {
  const code = {instance_type: ['a', new Unknown('known after apply')]}
  expect(verdicts(code, {instance_type: ['a', 'b']}, {InstanceType: ['a', 'b']})).toEqual({})
  expect(verdicts(code, {instance_type: ['a', 'b']}, {InstanceType: ['a', 'c']})).toEqual({InstanceType: 'drifted'})
})

test('a map of which values are unknown waits for nothing to be applied', () => {
  const [state, live] = [{variables: {USER: 'heron'}}, {Variables: {USER: 'heron'}}]
  expect(verdicts({variables: {USER: new Unknown('no value is given')}}, state, live)).toEqual({})
  expect(verdicts({variables: {USER: 'egret'}}, state, live)).toEqual({'Variables.USER': 'unapplied'})
})

test('what the code no longer sets, and AWS or the provider chose, is in sync', () => {
  expect(verdicts({}, {monitoring: true}, {Monitoring: true})).toEqual({})
})

test.each([
  ['the only block', [{tags_all: {Owner: 'ml'}}], 'drifted'],
  ['the only block, as it is live', [{tags_all: {Owner: 'web'}}], 'stale-state'],
  ['one of several blocks: nobody knows which', [{tags_all: {Owner: 'web'}}, {tags_all: {Owner: 'ml'}}], 'drifted'],
])('a tag of a volume in %s', (_, blocks, verdict) => {
  expect(volumeTagVerdict(blocks)).toBe(verdict)
})

test.each([
  ['tags["kubernetes.io/role"]', 'tags_all.kubernetes.io/role', true],
  ['tags["Owner"]', 'tags_all.Owner', true],
  ['tags_all["Owner"]', 'tags_all.Owner', true],
  ['tags.Owner', 'tags_all.Owner', true],
  ['tags', 'tags_all.Owner', true],
  ['tags["Owner"]', 'tags_all.Owner.Team', false],
  ['tags["Own"]', 'tags_all.Owner', false],
  ['metadata_options[0].http_tokens', 'metadata_options.http_tokens', true],
  ['metadata_options', 'metadata_options[0].http_tokens', true],
  ['metadata_options[0].http_tokens', 'metadata_options', false],
  ['environment[0].variables["LOG_LEVEL"]', 'environment[0].variables.LOG_LEVEL', true],
  ['environment[0].variables["a.b"]', 'environment[0].variables.a', false],
  ['ami', 'ami_name', false],
])('ignore_changes = [%s] covers %s: %s', (ignored, attribute, covered) => {
  expect(isIgnored(attribute, resource('configured', {}, [ignored]))).toBe(covered)
})

test('ignore_changes of the tags of a volume', () => {
  const blocks = [{tags_all: {Owner: 'ml'}}]
  expect(volumeTagVerdict(blocks, ['ebs_block_device[0].tags'])).toBe('ignored')
  expect(volumeTagVerdict(blocks, ['root_block_device[0].tags'])).toBe('drifted')
})

/** The state says `ml`, the volume carries `web`. */
function volumeTagVerdict(blocks: readonly ValueRecord[], ignored?: readonly string[]): string | undefined {
  const difference: Difference = {
    path: 'Tags.Owner',
    attribute: 'ebs_block_device.tags_all.Owner',
    before: 'ml',
    after: 'web',
    undeclared: false,
  }
  const sides = {
    configured: resource('configured', {ebs_block_device: blocks}, ignored),
    recorded: resource('recorded', {}),
    live: {},
    plan: planOf(entry),
    context,
  }
  return threeWay([difference], sides)[0]?.verdict
}
