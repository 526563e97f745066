import {Sensitive} from '../../../src/model/value.ts'
import {declared, finding, fullCoverage, ireland, report, virginia} from './build.ts'

const trainer = declared('module.training.aws_instance.trainer[0]', 'i-0f3a9c2e4b5d60718')
const role = declared('aws_iam_role.trainer', 'trainer', {location: {...ireland, region: 'global'}})
const bucket = declared('aws_s3_bucket.datasets', 'acme-datasets')
const group = declared('aws_security_group.inference', 'sg-0a1b2c3d4e5f60718')
const queue = declared('aws_sqs_queue.jobs["eu"]', 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs-eu')
const database = declared('aws_db_instance.registry', 'registry')

const before = trust(['ec2.amazonaws.com'])
const after = trust(['ec2.amazonaws.com', 'lambda.amazonaws.com'])

function trust(services: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: services.map((service) => ({Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {Service: service}})),
  })
}

const main = {file: 'training/main.tf', line: 12, column: 1}

const drift = [
  finding(
    'high',
    trainer,
    {code: 'drifted', path: 'InstanceType', before: 'p4d.24xlarge', after: 'p5.48xlarge'},
    {owner: `${trainer.address}: instance_type`, source: main},
  ),
  finding(
    'medium',
    trainer,
    {code: 'drifted', path: 'Monitoring', before: true, after: false},
    {owner: `${trainer.address}: monitoring`, source: main},
  ),
  finding(
    'low',
    trainer,
    {code: 'drifted-undeclared', path: 'CpuOptions.ThreadsPerCore', before: 2, after: 1},
    {owner: `${trainer.address}: cpu_options.threads_per_core`, source: main},
  ),
  finding(
    'high',
    role,
    {code: 'drifted', path: 'AssumeRolePolicyDocument', before, after},
    {owner: 'aws_iam_role.trainer: assume_role_policy'},
  ),
  finding(
    'high',
    bucket,
    {code: 'drifted', path: 'VersioningConfiguration.Status', before: 'Enabled', after: 'Suspended'},
    {owner: 'aws_s3_bucket_versioning.datasets: versioning_configuration.status'},
  ),
  finding(
    'medium',
    database,
    {code: 'drifted', path: 'MasterUserPassword', before: Sensitive.of('hunter2'), after: Sensitive.of('hunter3')},
    {owner: 'aws_db_instance.registry: password'},
  ),
  finding(
    'low',
    database,
    {code: 'drifted', path: 'PreferredBackupWindow', before: '03:00-04:00', after: '05:00-06:00'},
    {owner: 'aws_db_instance.registry: backup_window', confidence: 'derived'},
  ),
  finding(
    'medium',
    queue,
    {
      code: 'drifted',
      path: 'RedrivePolicy.deadLetterTargetArn',
      before: 'arn:aws:sqs:eu-west-1:111122223333:jobs-eu-dead-letters-2024',
      after: 'arn:aws:sqs:eu-west-1:111122223333:jobs-eu-dead-letters-2025',
    },
    {owner: `${queue.address}: redrive_policy.deadLetterTargetArn`},
  ),
]

const existence = [
  finding('high', declared('aws_sns_topic.alarms', 'alarms'), {code: 'missing'}),
  finding('high', declared('aws_iam_role_policy_attachment.trainer_s3', 'trainer/s3'), {
    code: 'missing',
    partOf: 'aws_iam_role.trainer',
  }),
  finding('critical', group, {
    code: 'unmanaged-child',
    path: 'SecurityGroupIngress',
    after: {
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
      CidrIp: '0.0.0.0/0',
      Description: 'temporary, for the workshop',
    },
  }),
  ...['vol-01a', 'vol-02b', 'vol-03c'].map((id, at) =>
    finding(
      'low',
      {
        type: 'aws_ebs_volume',
        objectType: 'AWS::EC2::Volume',
        id,
        ...(at === 0 ? {name: 'scratch'} : {}),
        location: ireland,
      },
      {code: 'unmanaged'},
    ),
  ),
  finding(
    'medium',
    {
      objectType: 'AWS::EC2::Instance',
      type: 'aws_instance',
      id: 'i-09c8b7a6d5e4f3021',
      name: 'gpu-test',
      location: virginia,
    },
    {code: 'unmanaged'},
  ),
  ...['i-0aa1', 'i-0aa2'].map((id) =>
    finding(
      'info',
      {type: 'aws_instance', objectType: 'AWS::EC2::Instance', id, location: ireland},
      {
        code: 'owned-elsewhere',
        ownedBy: 'Auto Scaling group inference-a10g',
        evidence: 'tag aws:autoscaling:groupName',
      },
    ),
  ),
  finding(
    'info',
    {type: 'aws_s3_bucket', objectType: 'AWS::S3::Bucket', id: 'cdk-assets', location: ireland},
    {
      code: 'owned-elsewhere',
      ownedBy: 'CloudFormation stack CDKToolkit',
      evidence: 'tag aws:cloudformation:stack-name',
    },
  ),
  finding(
    'high',
    {objectType: 'AWS::EC2::VPC', type: 'aws_vpc', id: 'vpc-0d1', location: ireland},
    {code: 'duplicate-owner', addresses: ['aws_vpc.main', 'module.legacy.aws_vpc.this']},
  ),
]

const tags = [
  finding('medium', bucket, {code: 'tag-missing', key: 'CostCenter', on: 'declared', otherSide: 'same'}),
  finding('medium', bucket, {code: 'tag-missing', key: 'Owner', on: 'declared', otherSide: 'same'}),
  finding('medium', queue, {code: 'tag-missing', key: 'Owner', variant: 'owner', on: 'declared', otherSide: 'same'}),
  finding('low', queue, {
    code: 'tag-value-invalid',
    key: 'Environment',
    value: 'prd',
    reason: 'not-allowed',
    allowed: ['dev', 'prod', 'staging'],
    on: 'live',
    otherSide: 'right',
  }),
]

const unowned = {
  code: 'accelerator-unowned',
  missingKeys: ['CostCenter', 'Owner'],
  instanceType: 'p5.48xlarge',
  model: 'NVIDIA H100',
  count: '8',
  hourly: '55.04',
  monthly: '40179.2',
  currency: 'USD',
} as const

const row = {
  account: '111122223333',
  region: 'eu-west-1',
  acceleratorClass: 'gpu',
  missingKeys: [],
}

/** Something of everything, in one account. */
export const trainingAccount = report({
  inputs: {
    states: [
      {file: 'network.tfstate', serial: 12, terraformVersion: '1.9.5', resources: 15},
      {file: 'training.tfstate', serial: 204, terraformVersion: '1.11.2', resources: 68},
    ],
    live: {
      kind: 'snapshot',
      name: 'live.jsonl.gz',
      oldest: '2026-05-01T09:12:04Z',
      newest: '2026-05-01T09:14:40Z',
      objects: 143,
    },
    policies: ['policies/finops.yaml'],
  },
  findings: [...drift, ...existence, ...tags, finding('high', trainer, unowned, {source: main})],
  coverage: {
    ...fullCoverage,
    resources: {declared: 83, compared: 71, missing: 2, notLookedAt: 10, outOfScope: 6},
    attributes: {
      compared: 1204,
      skipped: {computed: 310, 'terraform-only': 96, 'write-only': 3, ignored: 4},
      notMapped: 22,
    },
  },
  gaps: [
    {
      reason: 'denied',
      type: 'AWS::KMS::Key',
      location: ireland,
      action: 'kms:DescribeKey',
      detail: 'AccessDeniedException: no identity-based policy allows the kms:DescribeKey action.',
      hides: {count: 7, examples: ['aws_kms_key.a', 'aws_kms_key.b', 'aws_kms_key.c']},
    },
    {
      reason: 'unsupported-type',
      type: 'aws_bedrock_provisioned_model_throughput',
      detail: 'No AWS object is known for this type.',
      hides: {count: 3, examples: ['aws_bedrock_provisioned_model_throughput.chat[0]']},
      source: {file: 'training.tfstate'},
    },
    {
      reason: 'price-unknown',
      location: virginia,
      detail: 'No on-demand price of p5e.48xlarge in us-east-1.',
      hides: {count: 1, examples: ['i-09c8b7a6d5e4f3021']},
    },
  ],
  spend: {
    currency: 'USD',
    basis: 'on-demand list price, Linux',
    pricesAsOf: {'eu-west-1': '2026-04-28', 'us-east-1': '2026-04-28'},
    hourly: '58.063',
    monthly: '42385.99',
    unowned: {hourly: '55.04', monthly: '40179.2', instances: 2, accelerators: '16'},
    instances: 4,
    accelerators: '18',
    ownershipKeys: ['CostCenter', 'Owner'],
    rows: [
      {
        ...row,
        id: 'i-0f3a9c2e4b5d60718',
        address: 'module.training.aws_instance.trainer[0]',
        instanceType: 'p5.48xlarge',
        model: 'NVIDIA H100',
        accelerators: '8',
        hourly: '55.04',
        monthly: '40179.2',
        missingKeys: ['CostCenter', 'Owner'],
      },
      {
        ...row,
        id: 'i-0aa1',
        instanceType: 'g5.4xlarge',
        model: 'NVIDIA A10G',
        accelerators: '1',
        hourly: '1.5115',
        monthly: '1103.395',
      },
      {
        ...row,
        id: 'i-0aa2',
        instanceType: 'g5.4xlarge',
        model: 'NVIDIA A10G',
        accelerators: '1',
        hourly: '1.5115',
        monthly: '1103.395',
      },
      {
        ...row,
        id: 'i-09c8b7a6d5e4f3021',
        region: 'us-east-1',
        instanceType: 'p5e.48xlarge',
        model: 'NVIDIA H200',
        accelerators: '8',
        missingKeys: ['CostCenter', 'Owner'],
        notes: ['spot'],
      },
    ],
    notRunning: 2,
  },
})
