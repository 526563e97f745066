import {describe, expect, test} from 'vitest'

import {filledArguments, fromHere, type FlagShapes} from '../../../src/cli/project/fill.ts'
import type {ProjectSetting} from '../../../src/pipeline/project/load.ts'

const flags: FlagShapes = {
  state: {type: 'option', multiple: true},
  snapshot: {type: 'option', exclusive: ['region', 'role']},
  region: {type: 'option', multiple: true},
  role: {type: 'option', multiple: true},
  'external-id': {type: 'option', dependsOn: ['role']},
  'fail-on': {type: 'option', char: 'f'},
  strict: {type: 'boolean'},
  colour: {type: 'boolean', allowNo: true},
}

const file: readonly ProjectSetting[] = [
  {flag: 'state', values: ['a.tfstate', 'b.tfstate']},
  {flag: 'fail-on', values: ['low']},
  {flag: 'strict', values: true},
]

describe('flag, then environment, then file', () => {
  test('all that is not typed is filled in', () => {
    expect(filledArguments([], flags, {TRUEUP_FAIL_ON: 'high'}, file)).toEqual([
      '--fail-on=high',
      '--state=a.tfstate',
      '--state=b.tfstate',
      '--strict',
    ])
  })

  test.each([[['--fail-on', 'none']], [['--fail-on=none']], [['-f', 'none']]])(
    'what is typed as %s stands alone',
    (argv) => {
      const filled = filledArguments(
        [...argv, '--state', 'c'],
        flags,
        {TRUEUP_FAIL_ON: 'high', TRUEUP_STATE: 'd'},
        file,
      )
      expect(filled).toEqual([...argv, '--state', 'c', '--strict'])
    },
  )

  test('a switch that the environment turns off is off, whatever the file says', () => {
    expect(filledArguments([], flags, {TRUEUP_STRICT: 'no', TRUEUP_COLOUR: '0'}, file.slice(2))).toEqual([
      '--no-colour',
    ])
  })

  test('several values of a variable are separated by commas, or by lines where they hold commas', () => {
    const env = {TRUEUP_REGION: 'eu-west-1, us-east-1', TRUEUP_STATE: 'a,b\nc'}
    expect(filledArguments([], flags, env, [])).toEqual([
      '--state=a,b',
      '--state=c',
      '--region=eu-west-1',
      '--region=us-east-1',
    ])
  })

  test('an empty variable says nothing', () => {
    expect(filledArguments([], flags, {TRUEUP_FAIL_ON: ''}, file.slice(1, 2))).toEqual(['--fail-on=low'])
  })

  test('what a typed flag excludes is not filled in, nor what belongs to that', () => {
    const settings = [
      {flag: 'role', values: ['reader']},
      {flag: 'external-id', values: ['x']},
      {flag: 'fail-on', values: ['low']},
    ]
    expect(filledArguments(['--snapshot', 's'], flags, {TRUEUP_REGION: 'eu-west-1'}, settings)).toEqual([
      '--snapshot',
      's',
      '--fail-on=low',
    ])
  })

  test('arguments behind -- stay last', () => {
    expect(filledArguments(['--', '--state'], flags, {}, file.slice(2))).toEqual(['--strict', '--', '--state'])
  })

  test('a flag of another command is none of this one', () => {
    expect(filledArguments([], {}, {TRUEUP_STATE: 'a'}, file)).toEqual([])
  })

  test('a switch is on or off, nothing else', () => {
    expect(() => filledArguments([], flags, {TRUEUP_STRICT: 'maybe'}, [])).toThrow(/TRUEUP_STRICT is neither/)
  })
})

describe('paths of the file', () => {
  test.each([
    ['plain', 'envs/*.tfstate', '../envs/*.tfstate'],
    ['plain', '-', '-'],
    ['plain', '/srv/a.tfstate', '/srv/a.tfstate'],
    ['plain', 's3://bucket/key', 's3://bucket/key'],
    ['plain', 'backend:infra', 'backend:../infra'],
    ['target', 'json=out/drift.json', 'json=../out/drift.json'],
    ['target', 'terminal', 'terminal'],
    ['list', 'root.json,/srv/b.json', '../root.json,/srv/b.json'],
  ] as const)('%s %s', (paths, value, expected) => {
    expect(fromHere({flag: 'any', values: [value], paths}, '../trueup.yaml').values).toEqual([expected])
  })

  test('what is no path stays', () => {
    expect(fromHere({flag: 'region', values: ['eu-west-1']}, '../trueup.yaml').values).toEqual(['eu-west-1'])
  })
})
