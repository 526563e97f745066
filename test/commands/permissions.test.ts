import {expect, test} from 'vitest'

import {permissions} from '../../src/aws/permissions.ts'
import Permissions from '../../src/commands/permissions.ts'
import type {IamPolicy} from '../../src/aws/permissions.ts'
import {runCommand} from '../cli/run-command.ts'

/** Rights of others: to be somebody else, to read states, to list the accounts of an organisation, to ask who changed something. */
const elsewhere = new Set(['session', 'state-store', 'organization', 'attribution'])
const granted = permissions.filter(({by}) => !elsewhere.has(by)).map(({action}) => action)

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
