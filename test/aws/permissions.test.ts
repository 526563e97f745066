import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {actionsOfTypes} from '../../scripts/service-actions.ts'
import {actionNamed} from '../../src/aws/iam-action.ts'
import {permissions, writes} from '../../src/aws/permissions.ts'
import {serviceActions} from '../../src/aws/service-actions.ts'
import {serviceTypes} from '../../src/live/service/index.ts'

const src = join(import.meta.dirname, '../../src')

/** IAM's prefix of each SDK client that the code imports. */
const prefixes: Readonly<Record<string, string>> = {
  'client-account': 'account',
  'client-acm': 'acm',
  'client-api-gateway': 'apigateway',
  'client-athena': 'athena',
  'client-apigatewayv2': 'apigateway',
  'client-application-auto-scaling': 'application-autoscaling',
  'client-auto-scaling': 'autoscaling',
  'client-batch': 'batch',
  'client-bedrock': 'bedrock',
  'client-cloudcontrol': 'cloudformation',
  'client-cloudfront': 'cloudfront',
  'client-cloudtrail': 'cloudtrail',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-codebuild': 'codebuild',
  'client-cognito-identity-provider': 'cognito-idp',
  'client-cost-explorer': 'ce',
  'client-config-service': 'config',
  'client-dynamodb': 'dynamodb',
  'client-ec2': 'ec2',
  'client-ecr': 'ecr',
  'client-ecs': 'ecs',
  'client-efs': 'elasticfilesystem',
  'client-eks': 'eks',
  'client-elastic-load-balancing': 'elasticloadbalancing',
  'client-elastic-load-balancing-v2': 'elasticloadbalancing',
  'client-elasticache': 'elasticache',
  'client-emr': 'elasticmapreduce',
  'client-emr-serverless': 'emr-serverless',
  'client-eventbridge': 'events',
  'client-fsx': 'fsx',
  'client-glue': 'glue',
  'client-iam': 'iam',
  'client-kinesis': 'kinesis',
  'client-kms': 'kms',
  'client-lambda': 'lambda',
  'client-pricing': 'pricing',
  'client-rds': 'rds',
  'client-organizations': 'organizations',
  'client-resource-explorer-2': 'resource-explorer-2',
  'client-resource-groups-tagging-api': 'tag',
  'client-redshift': 'redshift',
  'client-route-53': 'route53',
  'client-s3': 's3',
  'client-sagemaker': 'sagemaker',
  'client-secrets-manager': 'secretsmanager',
  'client-sfn': 'states',
  'client-sns': 'sns',
  'client-sqs': 'sqs',
  'client-ssm': 'ssm',
  'client-sts': 'sts',
}

/** Not commands of our own, but what the SDK or AWS does for us, or asks for besides. */
const implied: Readonly<Record<string, string>> = {
  'fromTemporaryCredentials(': 'sts:AssumeRole',
  'SSEKMSKeyId:': 'kms:Decrypt',
  'VersionId: versionId': 's3:GetObjectVersion',
}

function actionsIn(code: string): readonly string[] {
  const clients = [...code.matchAll(/@aws-sdk\/(client-[\w-]+)/g)].map(([, client]) => client ?? '')
  const commands = [...code.matchAll(/\b([A-Z]\w+)Command\b|\bpaginate([A-Z]\w+)/g)].map(
    ([, operation, paged]) => operation ?? paged,
  )
  const prefix = new Set(clients.map((client) => prefixes[client] ?? `unknown client ${client}`))
  if (commands.length > 0) expect([...prefix], 'one client a file, with its prefix in this test').toHaveLength(1)
  const direct = commands.map((operation) => actionNamed(prefixes[clients[0] ?? ''] ?? '', operation ?? ''))
  return [...direct, ...Object.keys(implied).flatMap((call) => (code.includes(call) ? [implied[call] ?? ''] : []))]
}

test('the table of permissions holds every AWS action in the code, and no other', () => {
  const files = globSync('**/*.ts', {cwd: src}).map((file) => readFileSync(join(src, file), 'utf8'))
  const used = [...new Set(files.filter((code) => code.includes('@aws-sdk/')).flatMap(actionsIn))]
  const listed = [...permissions, ...writes].map(({action}) => action)
  expect([...new Set(listed)].toSorted()).toEqual(used.toSorted())
})

test('the actions of each type are those that its reader calls', () => {
  // `node scripts/service-actions.ts` writes them anew.
  expect(serviceActions).toEqual(actionsOfTypes())
  expect(Object.keys(serviceActions)).toEqual([...serviceTypes].toSorted())
  expect(serviceActions['AWS::EC2::VPC']).toEqual(['ec2:DescribeVpcAttribute', 'ec2:DescribeVpcs'])
})

test('every action only reads, what sets tags on demand aside', () => {
  const readOnly =
    /^[a-z0-9-]+:(AssumeRole|Decrypt|GET|BatchGet\w+|Describe\w+|Get\w+|List\w+|Lookup\w+|Search\w*|Select\w+)$/
  // What is queried is a SELECT in every case, which `billing/athena/` tests.
  const queries = ['athena:StartQueryExecution', 'athena:StopQueryExecution']
  for (const {action, because} of permissions) {
    if (!queries.includes(action)) expect(action).toMatch(readOnly)
    expect(because).not.toBe('')
  }
})

test('what changes something is listed apart, and the policy of who reads does not grant it', () => {
  expect(writes.map(({action}) => action)).toEqual([
    'ce:UpdateCostAllocationTagsStatus',
    's3:DeleteObject',
    's3:PutObject',
    'tag:TagResources',
    'tag:UntagResources',
  ])
  const granted = permissions.map(({action}) => action)
  for (const {action} of writes) expect(granted).not.toContain(action)
})

/** The one thing that a scan may write, where it is asked to: its own history, in a bucket of its own. */
test('writes to S3 are those of the history, and made in one file alone', () => {
  const toS3 = writes.filter(({action}) => action.startsWith('s3:'))
  expect(toS3.map(({by}) => by)).toEqual(['history-prune', 'history'])
  const writers = globSync('**/*.ts', {cwd: src}).filter((file) =>
    /\b(?:Put|Delete)ObjectCommand\b/.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(writers).toEqual(['history/s3-store.ts'])
})
