import {describe, expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import {Sensitive} from '../../src/model/value.ts'
import {parseFilter} from '../../src/select/filter/filter.ts'
import {splitAtTop} from '../../src/select/filter/split.ts'

const finding = {
  code: 'drifted',
  severity: 'high',
  confidence: 'curated',
  path: 'InstanceType',
  before: 'm5.large',
  after: 'm5.xlarge',
  owner: 'instance_type',
  subject: {
    address: 'module.web.aws_instance.a[0]',
    type: 'aws_instance',
    objectType: 'AWS::EC2::Instance',
    id: 'i-1',
    location: {partition: 'aws', account: '111122223333', region: 'eu-central-1'},
  },
  source: {file: 'main.tf', line: 12},
  cost: {monthly: '70.08', currency: 'USD', basis: 'x'},
  fingerprint: '0123456789abcdef',
} as unknown as Finding

const unmanaged = {...finding, code: 'unmanaged', subject: {type: 'aws_instance', id: 'i-2'}} as unknown as Finding

describe('a filter takes a finding', () => {
  test.each([
    ["severity=='high'", true],
    ['severity==`high` && subject.type==`aws_instance`', true],
    ['severity==`"high"`', true],
    ["type=='aws_instance' && account=='111122223333'", true],
    ["starts_with(address, 'module.web.')", true],
    ["contains(['high', 'critical'], severity)", true],
    ["kind=='tags'", false],
    ["!(severity=='high')", false],
    ['cost && to_number(cost.monthly) > `50`', true],
    ['to_number(cost.monthly) > `100`', false],
    ["source.file=='main.tf' && source.line>=`10`", true],
    ["standing=='new'", false],
    ['args.path', true],
    ['before', true],
    ['calls', false],
    ["severity=='low' || region=='eu-central-1'", true],
  ])('%s: %j', (expression, taken) => {
    expect(parseFilter(expression).takes(finding)).toBe(taken)
  })

  test('that lacks what a function asks of, and so is not meant', () => {
    expect(parseFilter("starts_with(address, 'module.')").takes(unmanaged)).toBe(false)
  })

  test('without learning a secret', () => {
    const secret = {...finding, after: Sensitive.of('hunter2')} as unknown as Finding
    expect(parseFilter("after=='hunter2'").takes(secret)).toBe(false)
    expect(parseFilter("contains(after, 'sensitive')").takes(secret)).toBe(true)
  })
})

describe('an expression with a mistake names the place', () => {
  test.each([
    ["severity='high'", '"=" at column 9 is not JMESPath'],
    ["severity=='high' &&", 'it ends too early, at column 20'],
    ["severity=='high' type", '"type" is not expected there, at column 18'],
    ["severity=='high", `"'high" at column 11 is not JMESPath`],
    ['length(severity', 'it ends too early, at column 16'],
    ["begins(address, 'a')", 'Unknown function: begins()'],
    ["severity=='high' && begins(address, 'a')", 'Unknown function: begins()'],
    ['', 'it ends too early, at column 1'],
  ])('%s', (expression, what) => {
    expect(() => parseFilter(expression)).toThrow(
      expect.objectContaining({code: 'filter-invalid', message: expect.stringContaining(what)}),
    )
  })

  test.each([["severty=='high'"], ["kind=='drift' && severty=='high'"]])(
    '%s asks for what no finding has',
    (expression) => {
      expect(() => parseFilter(expression)).toThrow(
        expect.objectContaining({code: 'filter-invalid', hint: 'Did you mean severity?'}),
      )
    },
  )
})

describe('before anything is read, a filter', () => {
  const bucket = {types: ['aws_s3_bucket', 'AWS::S3::Bucket'], address: 'aws_s3_bucket.a'}

  test.each([
    ["type=='aws_instance'", false],
    ["severity=='high' && type=='aws_instance'", false],
    ["subject.type=='aws_instance' && severity=='high'", false],
    ["type=='aws_s3_bucket' && severity=='high'", true],
    ["type=='aws_instance' || severity=='high'", true],
    ["(type=='aws_instance' || severity=='high') && kind=='drift'", true],
    ["(type=='aws_instance' || type=='aws_eip')", false],
    ["starts_with(address, 'module.')", false],
    ["!starts_with(type, 'aws_iam')", true],
    ["code=='missing'", true],
    ["[type] | [0]=='aws_instance'", true],
  ])('%s may take a bucket: %j', (expression, taken) => {
    expect(parseFilter(expression).mayTake(bucket)).toBe(taken)
  })
})

test('an expression is taken apart outside of quotes and brackets', () => {
  expect(splitAtTop(`a=='x && y' && (b || c) && d=='it\\'s'`)).toEqual({
    parts: [`a=='x && y'`, '(b || c)', `d=='it\\'s'`],
    isConjunction: true,
  })
  expect(splitAtTop('a || b').isConjunction).toBe(false)
  expect(splitAtTop('a | b').isConjunction).toBe(false)
})
