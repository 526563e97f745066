import {existsSync, globSync, readFileSync} from 'node:fs'

import {describe, expect, test} from 'vitest'

import {errorWords} from '../../src/report/error-words.ts'
import {findingWords} from '../../src/report/finding-words.ts'
import {messageOf} from '../../src/report/words.ts'
import {topics} from '../../src/report/topics.ts'
import {trainingAccount} from './__fixtures__/training-account.ts'

const src = new URL('../../src/', import.meta.url)

/** Codes as they are thrown: `userError('x'`, `code: 'x'`, and the keys of tables of errors. */
function codesIn(file: string): readonly string[] {
  const text = readFileSync(new URL(file, src), 'utf8')
  const thrown = [...text.matchAll(/(?:userError|\w+Error)\(\s*'([a-z0-9-]+)'|\bcode: '([a-z0-9-]+)'/g)]
  const table = file.endsWith('-errors.ts') ? [...text.matchAll(/^ {2}'?([a-z0-9-]+)'?: \{$/gm)] : []
  return [...thrown, ...table].flatMap(([, one, other]) => one ?? other ?? [])
}

test('every error code in src/ is explained in src/report/error-words.ts', () => {
  const files = globSync('**/*.ts', {cwd: src}).filter((file) => !file.startsWith('report/'))
  const codes = new Set(files.flatMap((file) => codesIn(file)))
  const unexplained = [...codes].filter((code) => !(code in errorWords) && !(code in findingWords))
  expect(codes.size).toBeGreaterThan(10)
  expect(unexplained).toEqual([])
})

describe.each(topics.map((topic) => [topic.code, topic] as const))('%s', (_, {title, meaning, steps}) => {
  test('has a title, whole sentences and steps', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    for (const text of [meaning, ...steps.map((step) => step.text)]) expect(text).toMatch(/^[A-Z-].*[.]$/)
    expect(steps.length).toBeGreaterThan(0)
  })
})

test('every command that the words tell to run exists', () => {
  const told = topics.flatMap(({steps}) =>
    steps.flatMap(({command = ''}) => [...command.matchAll(/(?<!=)\btrueup (\w+(?: [a-z]+)?)/g)]),
  )
  const missing = told.filter(([, name = '']) => !commandExists(name)).map(([text]) => text)
  expect(missing).toEqual([])
})

/** A topic is a folder of commands: `tags check`. */
function commandExists(name: string): boolean {
  const paths = [name.split(' ')[0] ?? '', name.replace(' ', '/')]
  return paths.some((path) => existsSync(new URL(`commands/${path}.ts`, src)))
}

test('every finding has a message of one line that names its subject', () => {
  const lines = trainingAccount.findings.map(messageOf)
  expect(lines.filter((line) => /\n|undefined|\[object/.test(line))).toEqual([])
  expect(lines).toMatchInlineSnapshot(`
    [
      "aws_security_group.inference: SecurityGroupIngress holds {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp… in AWS, which no state declares",
      "AWS::EC2::VPC vpc-0d1: is declared by 2 resources: aws_vpc.main, module.legacy.aws_vpc.this",
      "aws_iam_role.trainer: assume_role_policy differs between Terraform and AWS",
      "aws_iam_role_policy_attachment.trainer_s3: is in the state but not in AWS, as a part of aws_iam_role.trainer",
      "aws_s3_bucket.datasets: versioning_configuration.status is "Suspended" in AWS, "Enabled" in Terraform",
      "aws_sns_topic.alarms: is in the state but not in AWS",
      "module.training.aws_instance.trainer[0]: runs 8 NVIDIA H100 (p5.48xlarge) without CostCenter, Owner, USD 40,179.20 a month",
      "module.training.aws_instance.trainer[0]: instance_type is "p5.48xlarge" in AWS, "p4d.24xlarge" in Terraform",
      "AWS::EC2::Instance i-09c8b7a6d5e4f3021: is in AWS but in no state that was read",
      "aws_db_instance.registry: password differs between Terraform and AWS",
      "aws_s3_bucket.datasets: has no tag "CostCenter" in Terraform and AWS",
      "aws_s3_bucket.datasets: has no tag "Owner" in Terraform and AWS",
      "aws_sqs_queue.jobs["eu"]: redrive_policy.deadLetterTargetArn differs between Terraform and AWS",
      "aws_sqs_queue.jobs["eu"]: has no tag "Owner" but "owner" in Terraform and AWS",
      "module.training.aws_instance.trainer[0]: monitoring is false in AWS, true in Terraform",
      "AWS::EC2::Volume vol-01a: is in AWS but in no state that was read",
      "AWS::EC2::Volume vol-02b: is in AWS but in no state that was read",
      "AWS::EC2::Volume vol-03c: is in AWS but in no state that was read",
      "aws_db_instance.registry: backup_window is "05:00-06:00" in AWS, "03:00-04:00" in Terraform",
      "aws_sqs_queue.jobs["eu"]: has "prd" for tag "Environment" in AWS, not one of "dev", "prod", "staging"",
      "module.training.aws_instance.trainer[0]: cpu_options.threads_per_core is 1 in AWS, and was 2 for Terraform",
      "AWS::EC2::Instance i-0aa1: is owned by Auto Scaling group inference-a10g (tag aws:autoscaling:groupName)",
      "AWS::EC2::Instance i-0aa2: is owned by Auto Scaling group inference-a10g (tag aws:autoscaling:groupName)",
      "AWS::S3::Bucket cdk-assets: is owned by CloudFormation stack CDKToolkit (tag aws:cloudformation:stack-name)",
    ]
  `)
})
