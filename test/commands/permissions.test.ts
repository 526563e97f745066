import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import type {IamPolicy} from '../../src/aws/iam-policy.ts'
import {permissions, writes} from '../../src/aws/permissions.ts'
import {loadCatalog} from '../../src/catalog/catalog.ts'
import {handlerActions} from '../../src/catalog/describe.ts'
import {serviceTypes} from '../../src/live/service/index.ts'
import {objectTypes} from '../../src/pipeline/narrowed.ts'
import {callers, purposes} from '../../src/pipeline/purposes.ts'
import Permissions from '../../src/commands/permissions.ts'
import {runCommand} from '../cli/run-command.ts'

interface Plan {
  readonly reader: readonly IamPolicy[]
  readonly caller?: readonly IamPolicy[]
  readonly trust?: object
}

/** What is printed, one document or several. */
async function plan(argv: readonly string[] = []): Promise<Plan> {
  const {stdout, exit} = await runCommand(Permissions, argv)
  expect(exit).toBe(0)
  const document = JSON.parse(stdout) as Plan | IamPolicy
  return 'Statement' in document ? {reader: [document]} : document
}

function actionsIn(policies: readonly IamPolicy[] = []): readonly string[] {
  return policies.flatMap(({Statement}) => Statement.flatMap(({Action}) => Action)).toSorted((a, b) => (a < b ? -1 : 1))
}

const scanning = new Set<string>(['config', 'service', 'cloud-control', 'resource-explorer', 'tagging', 'regions'])
const fallback = 'TrueupCloudControlFallback'

function only(sid: string, policies: readonly IamPolicy[]): readonly IamPolicy[] {
  return policies.map((policy) => ({...policy, Statement: policy.Statement.filter(({Sid}) => Sid.startsWith(sid))}))
}

function without(sid: string, policies: readonly IamPolicy[]): readonly IamPolicy[] {
  return policies.map((policy) => ({...policy, Statement: policy.Statement.filter(({Sid}) => !Sid.startsWith(sid))}))
}

const granted = permissions.filter(({by}) => scanning.has(by)).map(({action}) => action)

describe('trueup permissions', () => {
  test('grants what a scan calls, and nothing else', async () => {
    const {reader, ...rest} = await plan()
    expect(rest).toEqual({})
    // Of types that are searched for in every scan, and that nobody but Cloud Control lists.
    const unserved = objectTypes(await loadCatalog()).filter((type) => !serviceTypes.has(type))
    const underneath = await Promise.all(unserved.map(handlerActions))
    const expected = new Set([...granted, ...underneath.flat()])
    expect(actionsIn(without(fallback, reader))).toEqual([...expected].toSorted((a, b) => (a < b ? -1 : 1)))
    const handlers = (await Promise.all([...serviceTypes].map(handlerActions))).flat()
    const names = new Set(handlers.map((action) => action.toLowerCase()))
    const more = actionsIn(only(fallback, reader))
    expect(more).toContain('iam:ListRolePolicies')
    expect(more.filter((action) => !names.has(action.toLowerCase()))).toEqual([])
  })

  test('asks for nothing but reading of settings underneath Cloud Control, whatever the schema of the type says', async () => {
    const types = [
      'aws_wafv2_web_acl_association',
      'aws_keyspaces_table',
      'aws_bedrock_guardrail',
      'aws_lb_trust_store',
    ]
    const {reader} = await plan(['--live', 'cloud-control', ...types.flatMap((type) => ['--type', type])])
    expect(actionsIn(reader)).toEqual(expect.arrayContaining(['wafv2:GetWebACLForResource', 'bedrock:GetGuardrail']))
    expect(actionsIn(reader).filter((action) => !/:(?:Gateway)?(?:Get|List|Describe)/i.test(action))).toEqual([])
  })

  test('lets nobody write but who mends tags', async () => {
    expect(actionsIn((await plan(['--for', 'tags-fix'])).reader)).toContain('tag:TagResources')
    expect(actionsIn((await plan()).reader)).not.toContain('tag:TagResources')
  })

  test('grants to who counts money what bills and prices take', async () => {
    const {reader} = await plan(['--for', 'spend'])
    const needed = permissions.filter(({by}) => ['bill', 'athena', 'prices'].includes(by)).map(({action}) => action)
    expect([...new Set(actionsIn(reader))]).toEqual([...new Set(needed)].toSorted((a, b) => (a < b ? -1 : 1)))
  })

  test('groups actions by who calls them', async () => {
    const {reader} = await plan(['--live', 'config'])
    expect(reader.flatMap(({Statement}) => Statement.map(({Sid}) => Sid))).toEqual([
      'TrueupConfig',
      'TrueupTagging',
      'TrueupRegions',
    ])
  })

  test('asks for the services of the named types alone, and for what Cloud Control needs underneath', async () => {
    const {reader} = await plan(['--type', 'aws_vpc', '--type', 'AWS::Glue::Classifier'])
    const actions = actionsIn(reader)
    expect(actions).toEqual(
      expect.arrayContaining(['ec2:DescribeVpcs', 'cloudformation:GetResource', 'glue:GetClassifier']),
    )
    expect(actions.filter((action) => action.startsWith('iam:'))).toEqual([])
  })

  test('says apart what Cloud Control needs where a service does not answer', async () => {
    const {reader} = await plan(['--type', 'aws_vpc', '--type', 'aws_secretsmanager_secret'])
    const statements = reader.flatMap(({Statement}) => Statement)
    expect(statements.map(({Sid}) => Sid)).not.toContain('TrueupCloudControl')
    const last = statements.at(-1)
    expect(last?.Sid).toBe(fallback)
    expect(last?.Action).toEqual([
      'cloudformation:GetResource',
      'cloudformation:ListResources',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeVpcEncryptionControls',
    ])
  })

  test('keeps the fallback apart where all else is one statement', async () => {
    const {reader} = await plan([...serviceTypes].flatMap((type) => ['--type', type]))
    const sids = reader.flatMap(({Statement}) => Statement.map(({Sid}) => Sid))
    expect(sids.filter((sid) => sid.startsWith(fallback))).not.toEqual([])
    expect(new Set(actionsIn(reader)).size).toBe(actionsIn(reader).length)
  })

  test.each([
    ['service', ['TrueupService', 'TrueupTagging', 'TrueupRegions']],
    ['cloud-control', ['TrueupCloudControl', 'TrueupTagging', 'TrueupRegions']],
  ])('is narrowed by --live %s', async (live, sids) => {
    const {reader} = await plan(['--type', 'aws_vpc', '--live', live])
    expect(reader.flatMap(({Statement}) => Statement.map(({Sid}) => Sid))).toEqual(sids)
  })

  test('takes the types from code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trueup-permissions-'))
    await writeFile(join(folder, 'main.tf'), 'resource "aws_vpc" "x" {\n  cidr_block = "10.0.0.0/16"\n}\n')
    const {reader} = await plan(['--config', folder, '--only', 'aws_vpc.*'])
    expect(actionsIn(reader)).toContain('ec2:DescribeVpcs')
    expect(actionsIn(reader).filter((action) => action.startsWith('iam:'))).toEqual([])
    const {reader: whole} = await plan(['--config', folder])
    expect(actionsIn(whole), 'unmanaged roles are searched for').toContain('iam:GetAccountAuthorizationDetails')
    await rm(folder, {recursive: true})
  })

  test('asks for nothing outside the bucket of the history', async () => {
    const {reader} = await plan(['--for', 'history', '--keep', 's3://kept/prod/'])
    expect(reader.flatMap(({Statement}) => Statement)).toEqual([
      {
        Sid: 'TrueupHistory',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
        Resource: ['arn:aws:s3:::kept', 'arn:aws:s3:::kept/prod/*'],
      },
    ])
    expect(actionsIn((await plan(['--for', 'history-prune'])).reader)).toContain('s3:DeleteObject')
    expect(actionsIn((await plan()).reader)).not.toContain('s3:PutObject')
  })

  test('can be had for everything that trueup does', () => {
    const reachable = new Set<string>([...Object.values(purposes).flat(), ...callers])
    const users = new Set([...permissions, ...writes].map(({by}) => by))
    expect(
      [...users].filter((by) => !reachable.has(by)),
      'a purpose in src/pipeline/purposes.ts',
    ).toEqual([])
  })

  test('takes the types from states', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trueup-permissions-'))
    const resources = [
      {
        mode: 'managed',
        type: 'aws_vpc',
        name: 'x',
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            schema_version: 1,
            attributes: {id: 'vpc-0a1b2c3d', arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d'},
          },
        ],
      },
    ]
    const state = join(folder, 'terraform.tfstate')
    await writeFile(
      state,
      JSON.stringify({version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'l', outputs: {}, resources}),
    )
    const {reader} = await plan(['--state', state])
    expect(actionsIn(reader)).toEqual(expect.arrayContaining(['ec2:DescribeVpcs', 'sqs:ListQueues']))
    const {reader: narrow} = await plan(['--state', state, '--only', 'aws_vpc'])
    expect(actionsIn(narrow)).toContain('ec2:DescribeVpcs')
    expect(actionsIn(without(fallback, narrow))).not.toContain('cloudformation:GetResource')
    expect(actionsIn(narrow)).not.toContain('sqs:ListQueues')
    await rm(folder, {recursive: true})
  })

  test('of an organisation are those of the caller as well, with the trust policy of the role', async () => {
    const trusted = 'arn:aws:iam::111122223333:role/ci'
    const {caller, trust} = await plan([
      '--role',
      'audit',
      '--external-id',
      'x1',
      '--organization',
      '--trusted',
      trusted,
    ])
    const statements = caller?.flatMap(({Statement}) => Statement) ?? []
    expect(statements.map(({Sid}) => Sid)).toEqual(['TrueupRoles', 'TrueupOrganization', 'TrueupConfigAggregator'])
    expect(statements.slice(0, 2)).toEqual([
      {Sid: 'TrueupRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['arn:aws:iam::*:role/audit']},
      {
        Sid: 'TrueupOrganization',
        Effect: 'Allow',
        Action: [
          'organizations:ListAccounts',
          'organizations:ListAccountsForParent',
          'organizations:ListOrganizationalUnitsForParent',
        ],
        Resource: '*',
      },
    ])
    expect(trust).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'TrueupCaller',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: {AWS: trusted},
          Condition: {StringEquals: {'sts:ExternalId': 'x1'}},
        },
      ],
    })
  })

  test('as Terraform code are managed policies, a role and its attachments', async () => {
    const trusted = 'arn:aws:iam::111122223333:role/ci'
    const {stdout} = await runCommand(Permissions, ['--live', 'config', '--trusted', trusted, '--format', 'terraform'])
    await expect(stdout).toMatchFileSnapshot('../../fixtures/permissions/config.tf')
  })
})
