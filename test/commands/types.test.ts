import {expect, test} from 'vitest'

import Types from '../../src/commands/types.ts'
import type {KnownType, TypeDescription} from '../../src/model/type-description.ts'
import {runCommand} from '../cli/run-command.ts'

test('trueup types lists curated and derived types', async () => {
  const {stdout, exit} = await runCommand(Types, ['--json'])
  const {types} = JSON.parse(stdout) as {types: readonly KnownType[]}
  expect(exit).toBe(0)
  expect(types.length).toBeGreaterThan(900)
  expect(types).toContainEqual({type: 'aws_sqs_queue', objectType: 'AWS::SQS::Queue', confidence: 'curated'})
  expect(types).toContainEqual({type: 'aws_kendra_faq', objectType: 'AWS::Kendra::Faq', confidence: 'derived'})
})

test('trueup types TYPE tells how each attribute is compared, and who reads it', async () => {
  const {stdout, exit} = await runCommand(Types, ['aws_sqs_queue', '--json'])
  const described = JSON.parse(stdout) as TypeDescription
  expect(exit).toBe(0)
  expect(described).toMatchObject({
    objectType: 'AWS::SQS::Queue',
    confidence: 'curated',
    role: 'object',
    taggable: true,
  })
  expect(described.attributes).toContainEqual(
    expect.objectContaining({attribute: 'delay_seconds', property: 'DelaySeconds', comparison: 'exact'}),
  )
  const readers = Object.fromEntries(described.readers.map((each) => [each.reader, each]))
  expect(readers).toMatchObject({config: {answers: true}, 'cloud-control': {answers: true}, tagging: {answers: true}})
  expect(readers['cloud-control']?.actions).toEqual(
    expect.arrayContaining(['cloudformation:GetResource', 'sqs:GetQueueAttributes', 'sqs:ListQueues']),
  )
})

async function readersOf(type: string): Promise<readonly string[]> {
  const {stdout} = await runCommand(Types, [type, '--json'])
  const {readers} = JSON.parse(stdout) as TypeDescription
  return readers.filter(({answers}) => answers).map(({reader}) => reader)
}

test('a reader that does not answer says so', async () => {
  expect(await readersOf('aws_kendra_faq')).toEqual(['cloud-control', 'tagging'])
  expect(await readersOf('aws_emr_cluster')).not.toContain('cloud-control')
  expect((await runCommand(Types, ['aws_eks_addon'])).stdout).toMatch(/a list for each ClusterName/)
})

test('the same for a person, by the name that CloudFormation has', async () => {
  const {stdout} = await runCommand(Types, ['AWS::Kendra::Faq'])
  expect(stdout).toContain('aws_kendra_faq')
  expect(stdout).toMatch(/mapping +derived/)
  expect(stdout).toMatch(/role_arn +RoleArn/)
})

test('a type that nobody knows is a mistake of the caller', async () => {
  const {exit, stderr} = await runCommand(Types, ['aws_unheard_of'])
  expect(exit).toBe(2)
  expect(stderr).toContain('no type aws_unheard_of is known')
})
