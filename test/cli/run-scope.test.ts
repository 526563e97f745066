import {describe, expect, test} from 'vitest'

import {keepRequestOf} from '../../src/cli/history-flags.ts'
import {ofScope} from '../../src/cli/run-scope.ts'
import Scan from '../../src/commands/scan.ts'

const scopeOf = (flags: object) => keepRequestOf({keep: 'history', ...flags}, {})?.scope

/** Flags that say how a run looks, not at what, or what becomes of what it finds. */
const besides =
  'profile role external-id session-name aggregator resume cache attribute prices estimate state-profile state-role ' +
  'state-external-id state-region state-header history-profile history-role history-external-id history-region keep ' +
  'keep-as keep-last notify utilisation fail-on strict report baseline ignore-file driftignore'

describe('the scope of a run', () => {
  test('knows of every flag of a scan whether it belongs to it', () => {
    const flags = Object.keys(Scan.flags)
    expect([...ofScope, ...besides.split(' ')].toSorted()).toEqual(flags.toSorted())
  })

  test('is the same for the same places, however they are written', () => {
    expect(scopeOf({state: ['./states/', `${process.cwd()}/prod.tfstate`, '-']})).toEqual({
      state: ['states', 'prod.tfstate', '-'],
    })
    expect(scopeOf({config: process.cwd(), organization: true, demo: false, only: undefined})).toEqual({
      config: ['.'],
      organization: ['true'],
    })
  })

  test('has no secret of a variable or a URL', () => {
    const scope = scopeOf({
      state: ['https://ci:hunter2@example.com/prod?token=hunter2', 's3://bucket/key?versionId=v1', 'backend:infra'],
      var: ['password=hunter2', 'region=eu'],
      config: 'infra',
    })
    expect(scope).toEqual({
      state: ['https://example.com/prod', 's3://bucket/key?versionId=v1', 'backend:infra'],
      config: ['infra'],
      var: ['password', 'region'],
    })
  })

  test('has a name instead of paths, where there is one', () => {
    const flags = {'keep-as': 'prod', state: ['/tmp/a'], plan: ['/tmp/plan.json'], region: ['eu-central-1']}
    expect(scopeOf(flags)).toEqual({name: ['prod'], state: ['given'], plan: ['given'], region: ['eu-central-1']})
  })

  test('is none where runs are not kept', () => {
    expect(keepRequestOf({keep: 'none'}, {})).toBeUndefined()
    expect(keepRequestOf({}, {})).toBeUndefined()
  })
})
