import {expect, test} from 'vitest'

import {catalogOf} from '../../src/catalog/catalog.ts'
import {derivedEntry} from '../../src/catalog/derived.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'

const location = {partition: 'aws', account: '123456789012', region: 'eu-west-1'}
const type = 'AWS::Athena::WorkGroup'
const facts = {id: ['Name'], has: ['Name']}
const entry = derivedEntry('aws_athena_workgroup', {of: type, id: [['name']], rules: {name: 'Name'}}, facts)

function joined(declared: readonly string[], live: readonly string[]) {
  const joiner = new Joiner(catalogOf([entry]))
  for (const name of declared) joiner.add(workgroup(name))
  const index = new LiveIndex()
  index.add({kind: 'scope', scope: {type, location, reader: 'cloud-control', sees: '*'}})
  for (const id of live) {
    index.add({kind: 'object', object: {type, id, location, properties: {}, reader: 'cloud-control'}})
  }
  const {objects, gaps} = joiner.join(index)
  const missing = objects.filter(({live: found, notLookedAt}) => !found && !notLookedAt).map(({id}) => id)
  return {missing, gaps: gaps.map(({reason}) => reason)}
}

test.each([
  ['missing, where there is nothing of its type', ['reports'], [], {missing: ['reports'], gaps: []}],
  ['missing, where others were found the same way', ['reports', 'logs'], ['logs'], {missing: ['reports'], gaps: []}],
  [
    'not looked at, where what is there has other identifiers',
    ['reports'],
    ['x1'],
    {missing: [], gaps: ['identity-unknown']},
  ],
] as const)('an object that a derived identity does not find is %s', (_, declared, live, expected) => {
  expect(joined(declared, live)).toEqual(expected)
})

test('a place that nobody read for a derived type is a limit of the catalogue, not an unfinished run', () => {
  const joiner = new Joiner(catalogOf([entry]))
  joiner.add(workgroup('reports'))
  expect(joiner.join(new LiveIndex()).gaps.map(({reason}) => reason)).toEqual(['unsupported-type'])
})

function workgroup(name: string): DeclaredResource {
  return {
    origin: 'recorded',
    address: `aws_athena_workgroup.${name}`,
    mode: 'managed',
    type: 'aws_athena_workgroup',
    name,
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes: {name, arn: `arn:aws:athena:eu-west-1:123456789012:workgroup/${name}`},
    source: {file: 'terraform.tfstate'},
  }
}
