import {expect, test} from 'vitest'

import {permissions} from '../../src/aws/permissions.ts'
import Permissions from '../../src/commands/permissions.ts'
import type {IamPolicy} from '../../src/aws/permissions.ts'
import {runCommand} from '../cli/run-command.ts'

/** Rights that the policy of who reads does not grant: to be somebody else, and to read states. */
const granted = permissions.filter(({by}) => by !== 'session' && by !== 'state-store').map(({action}) => action)

test('trueup permissions prints a policy that grants what a scan calls, and nothing else', async () => {
  const {stdout, exit} = await runCommand(Permissions)
  const policy = JSON.parse(stdout) as IamPolicy
  expect(exit).toBe(0)
  expect(policy).toMatchObject({
    Version: '2012-10-17',
    Statement: [{Sid: 'TrueupReads', Effect: 'Allow', Resource: '*'}],
  })
  expect(policy.Statement.flatMap(({Action}) => Action)).toEqual([...new Set(granted)])
  expect(granted).toEqual(
    expect.arrayContaining(['account:ListRegions', 'config:SelectResourceConfig', 'tag:GetResources']),
  )
})
