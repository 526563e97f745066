import {expect, test} from 'vitest'

import {selectionOf} from '../../src/select/selection.ts'

const jobs = ['aws_sqs_queue', 'AWS::SQS::Queue', 'module.batch["a.b"].aws_sqs_queue.jobs[0]']

test.each([
  [['aws_sqs_queue'], [], true],
  [['AWS::SQS::*'], [], true],
  [['aws_sqs_*'], [], true],
  [['module.batch["a.b"].*'], [], true],
  [['module.batch["aXb"].*'], [], false],
  [['aws_sqs'], [], false],
  [['aws_sns_topic', 'aws_sqs_queue'], [], true],
  [[], ['aws_sns_topic'], true],
  [[], ['*.jobs[0]'], false],
  [['aws_sqs_queue'], ['module.batch*'], false],
])('only %j, skip %j takes a queue: %j', (only, skip, taken) => {
  expect(selectionOf(only, skip)?.takes(jobs)).toBe(taken)
})

test('a pattern of addresses asks for no type', () => {
  expect(selectionOf(['module.batch*'])?.takes(['AWS::SQS::Queue', 'aws_sqs_queue', undefined])).toBe(false)
})

test('nothing asked for is nothing left out', () => {
  expect(selectionOf([], [])).toBeUndefined()
})
