import {expect, test} from 'vitest'

import Permissions from '../../src/commands/permissions.ts'
import {runCommand} from '../cli/run-command.ts'

test('trueup permissions prints a policy that grants what a scan calls, and nothing else', async () => {
  const {stdout, exit} = await runCommand(Permissions)
  expect({exit, policy: JSON.parse(stdout) as unknown}).toEqual({
    exit: 0,
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'TrueupReads',
          Effect: 'Allow',
          Action: [
            'account:ListRegions',
            'config:BatchGetResourceConfig',
            'config:DescribeConfigurationRecorderStatus',
            'config:DescribeConfigurationRecorders',
            'config:GetResourceConfigHistory',
            'config:ListDiscoveredResources',
            'config:SelectResourceConfig',
            'ec2:DescribeRegions',
            'tag:GetResources',
          ],
          Resource: '*',
        },
      ],
    },
  })
})
