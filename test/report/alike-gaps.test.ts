import {describe, expect, test} from 'vitest'

import type {Gap} from '../../src/model/gap.ts'
import {alikeGaps, fewText} from '../../src/report/alike-gaps.ts'
import {gapsSection} from '../../src/report/terminal/gaps.ts'
import {viewOf} from '../../src/report/terminal/view.ts'

const accounts = ['111122223333', '222233334444', '333344445555', '444455556666']

function unpriced(account: string, region: string, ids: readonly string[]): Gap {
  return {
    reason: 'price-unknown',
    type: 'AWS::EC2::Host',
    location: {partition: 'aws', account, region},
    detail: `No list price of dedicated host g5 in ${region} is known: it is in no total.`,
    hides: {count: ids.length, examples: ids},
  }
}

function denied(account: string, role: string): Gap {
  return {
    reason: 'denied',
    location: {partition: 'aws', account},
    action: 'sts:AssumeRole',
    detail: `The credentials may not do this: ${role} of ${account}.`,
    hides: {count: 3, examples: ['aws_vpc.a']},
  }
}

const gaps: readonly Gap[] = [
  ...accounts.map((account) => denied(account, 'audit')),
  ...accounts.map((account, at) => unpriced(account, 'ap-northeast-1', at === 1 ? ['h-1', 'h-2'] : [])),
  unpriced('111122223333', 'us-east-1', ['h-3']),
]

function notRead(type: string, detail: string): Gap {
  const location = {partition: 'aws', account: '222233334444', region: 'eu-west-1'}
  return {reason: 'not-read', type, location, detail, hides: {count: 1, examples: [`of ${type}`]}}
}

describe('gaps that differ in place alone', () => {
  test('are one, with all places and all that they hide, those that hide something first', () => {
    const [tokyo, virginia, ...others] = alikeGaps(gaps).filter(({reason}) => reason === 'price-unknown')
    expect(others).toEqual([])
    expect(tokyo?.places.map(({account}) => account)).toEqual([accounts[1], accounts[0], accounts[2], accounts[3]])
    expect(tokyo?.hides).toEqual({count: 2, examples: ['h-1', 'h-2']})
    expect(virginia?.places).toEqual([{partition: 'aws', account: '111122223333', region: 'us-east-1'}])
  })

  test('stay apart where AWS said something else, or another action failed', () => {
    expect(alikeGaps(gaps).filter(({reason}) => reason === 'denied')).toHaveLength(accounts.length)
    const [first] = gaps
    expect(alikeGaps(first ? [first, {...first, action: 'config:SelectResourceConfig'}] : [])).toHaveLength(2)
  })

  test('are told with why they were not read, each reason once', () => {
    const excluded = 'Account 222233334444 is excluded.'
    const unread = [
      notRead('AWS::SQS::Queue', excluded),
      notRead('AWS::SNS::Topic', 'None of the readers that --live allows knows this type.'),
      notRead('AWS::EC2::Host', excluded),
    ]
    const lines = [...gapsSection(unread, viewOf({findings: [], gaps: unread}, {width: 140, colour: false}))]
    expect(lines.slice(3, 11).map((line) => line.trim())).toEqual([
      '? Not read  gap-not-read',
      'hides',
      'AWS::SQS::Queue  eu-west-1      1  of AWS::SQS::Queue',
      'AWS::EC2::Host   eu-west-1      1  of AWS::EC2::Host',
      excluded,
      'hides',
      'AWS::SNS::Topic  eu-west-1      1  of AWS::SNS::Topic',
      'None of the readers that --live allows knows this type.',
    ])
  })

  test('are counted as gaps and as causes, and some of their places are named', () => {
    const lines = [
      ...gapsSection(gaps.slice(accounts.length), viewOf({findings: [], gaps}, {width: 140, colour: false})),
    ]
    expect(lines.join('\n')).toContain('COULD NOT BE CHECKED  5 gaps of 2 causes')
    expect(lines).toContain(
      '    AWS::EC2::Host  222233334444 ap-northeast-1, 111122223333 ap-northeast-1, 333344445555 ap-northeast-1 and 1 more',
    )
    expect(lines).toContain('      hides 2: h-1, h-2')
  })
})

test.each([
  [[], ''],
  [['eu-west-1', 'eu-west-1', ''], 'eu-west-1'],
  [['a', 'b', 'c'], 'a, b, c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('of %j a few are named', (texts, text) => {
  expect(fewText(texts)).toBe(text)
})
