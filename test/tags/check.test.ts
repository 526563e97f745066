import {describe, expect, test} from 'vitest'

import {Unknown} from '../../src/model/value.ts'
import {check, lineOf, lines, location, objectOf, owner, resourceOf, type ObjectOptions} from './tag-check.ts'

const address = 'aws_instance.train'
const groupOf = () => 'Auto Scaling group train-a100'

describe('where a violation is told', () => {
  test.each<[string, ObjectOptions, readonly string[]]>([
    ['both right', {address, declared: {tags_all: {Owner: 'platform'}}, live: {tags: {Owner: 'platform'}}}, []],
    ['both lack it', {address, declared: {tags_all: {}}, live: {tags: {}}}, ['tag-missing Owner declared/same']],
    [
      'declared lacks it, live has it',
      {address, declared: {tags_all: {}}, live: {tags: {Owner: 'team-a'}}},
      ['tag-missing Owner declared/right'],
    ],
    [
      'declared lacks it, live has another wrong value',
      {address, declared: {tags_all: {}}, live: {tags: {Owner: 'bob'}}},
      ['tag-missing Owner declared/wrong'],
    ],
    [
      'declared right, live lacks it',
      {address, declared: {tags_all: {Owner: 'platform'}}, live: {tags: {}}},
      ['tag-missing Owner live/right'],
    ],
    [
      'same wrong value on both',
      {address, declared: {tags_all: {Owner: 'bob'}}, live: {tags: {Owner: 'bob'}}},
      ['tag-value-invalid(not-allowed) Owner declared/same'],
    ],
    [
      'declared wrong, not live',
      {address, declared: {tags_all: {}}, live: 'absent'},
      ['tag-missing Owner declared/none'],
    ],
    [
      'declared wrong, live on its way out',
      {address, declared: {tags_all: {}}, live: {tags: {}, deleting: 'terminated'}},
      ['tag-missing Owner declared/none'],
    ],
    [
      'declared wrong, live not read',
      {address, declared: {tags_all: {}}, live: 'not-read'},
      ['tag-missing Owner declared/unknown'],
    ],
    ['nobody declares it', {live: {tags: {}}}, ['tag-missing Owner live/none']],
    ['on its way out and not declared', {live: {tags: {}, deleting: 'terminated'}}, []],
    ['wrong case of the value', {live: {tags: {Owner: 'Platform'}}}, ['tag-value-invalid(case) Owner live/none']],
    ['an empty value', {live: {tags: {Owner: '  '}}}, ['tag-value-invalid(empty) Owner live/none']],
  ])('%s', (_, options, expected) => {
    expect(lines(options)).toEqual(expected)
  })
})

describe('declared tags', () => {
  const live = 'absent'
  test.each<[string, ObjectOptions, readonly string[]]>([
    ['tags_all has the default tags', {address, live, declared: {tags: {}, tags_all: {Owner: 'platform'}}}, []],
    ['tags of an old provider', {address, live, declared: {tags: {Owner: 'platform'}}}, []],
    ['no tags at all', {address, live, declared: {tags: null}}, ['tag-missing Owner declared/none']],
    ['null is no tag', {address, live, declared: {tags_all: {Owner: null}}}, ['tag-missing Owner declared/none']],
    ['unknown value', {address, live, declared: {tags_all: {Owner: new Unknown('after apply')}}}, []],
    ['unknown map', {address, live, declared: {tags_all: new Unknown('after apply')}}, []],
    ['default tags unknown', {address, live, declared: {tags_all: new Unknown('default_tags'), tags: {}}}, []],
    [
      'default tags unknown, own value wrong',
      {address, live, declared: {tags_all: new Unknown('default_tags'), tags: {Owner: 'bob'}}},
      ['tag-value-invalid(not-allowed) Owner declared/none'],
    ],
    ['not recorded', {address, live, declared: {id: 'i-0a1'}}, []],
  ])('%s', (_, options, expected) => {
    expect(lines(options)).toEqual(expected)
  })

  test('tag blocks of an Auto Scaling group', () => {
    const options = {type: 'aws_autoscaling_group', address: 'aws_autoscaling_group.train', live: 'absent'} as const
    const tag = [{key: 'Owner', value: 'platform', propagate_at_launch: true}]
    expect(lines({...options, declared: {tag}})).toEqual([])
    // Up to provider 4 there is a list of maps beside the blocks, null where it is not used.
    expect(lines({...options, declared: {tag, tags: null}})).toEqual([])
    const list = [{key: 'Owner', value: 'platform', propagate_at_launch: 'true'}]
    expect(lines({...options, declared: {tag: [], tags: list}})).toEqual([])
    expect(lines({...options, declared: {tag: []}})).toEqual(['tag-missing Owner declared/none'])
  })

  test('unknown ones are a gap, unless the live side is seen', () => {
    const declared = {tags_all: new Unknown('after apply')}
    expect(check([objectOf({address, declared, live: 'absent'})], owner).gaps).toEqual([
      {
        reason: 'tags-unknown',
        type: 'aws_instance',
        location,
        detail: 'Owner of aws_instance is not knowable: after apply.',
        hides: {count: 1, examples: [address]},
      },
    ])
    expect(check([objectOf({address, declared, live: {tags: {Owner: 'platform'}}})], owner).gaps).toEqual([])
    expect(lines({address, declared, live: {tags: {}}})).toEqual(['tag-missing Owner live/unknown'])
  })
})

describe('live tags', () => {
  test('that the reader cannot see are a gap, never a violation', () => {
    const {findings, gaps} = check([objectOf({}), objectOf({id: 'i-0a2'})], owner)
    expect(findings).toEqual([])
    expect(gaps).toMatchObject([{reason: 'tags-unknown', hides: {count: 2}}])
  })

  test('that no rule is about are no gap', () => {
    const rules = '  - {key: Owner, scope: {types: [aws_s3_bucket]}}'
    expect(check([objectOf({})], rules)).toMatchObject({findings: [], gaps: [], facts: {checked: 0}})
  })

  test('of an object that nobody looked at are no gap of their own', () => {
    expect(check([objectOf({address, declared: {tags: {Owner: 'platform'}}, live: 'not-read'})], owner).gaps).toEqual(
      [],
    )
  })

  test('of a type that trueup does not know', () => {
    const strange = {type: 'AWS::New::Thing', id: 'x'}
    expect(check([objectOf({...strange, live: {tags: {}}})], owner)).toMatchObject({
      findings: [],
      gaps: [{detail: expect.stringContaining('whether AWS can tag this type is not known')}],
    })
    expect(lines({...strange, live: {tags: {Name: 'x'}}})).toEqual(['tag-missing Owner live/none'])
  })

  test('of types that AWS cannot tag are not asked for', () => {
    const options = {type: 'aws_route', address: 'aws_route.out', declared: {}, live: {tags: {}}}
    expect(check([objectOf(options)], owner)).toMatchObject({
      findings: [],
      gaps: [],
      facts: {notTaggable: 1, checked: 0},
    })
  })

  test('of objects that AWS keeps for itself are not asked for', () => {
    const objects = [
      objectOf({type: 'AWS::KMS::Key', live: {tags: {}, properties: {KeyManager: 'AWS'}}}),
      objectOf({type: 'AWS::IAM::Role', live: {tags: {}, properties: {Path: '/aws-service-role/eks.amazonaws.com/'}}}),
      objectOf({type: 'AWS::IAM::ManagedPolicy', live: {tags: {}, arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess'}}),
    ]
    expect(check(objects, owner)).toMatchObject({findings: [], gaps: [], facts: {notTaggable: 3}})
  })

  test('of what comes with every region are not asked for, unless someone declares it', () => {
    const vpc = {type: 'AWS::EC2::VPC', live: {tags: {}, properties: {IsDefault: true}}}
    const objects = [
      objectOf(vpc),
      objectOf({type: 'AWS::EC2::Subnet', live: {tags: {}, properties: {DefaultForAz: true}}}),
      objectOf({type: 'AWS::EC2::SecurityGroup', live: {tags: {}, properties: {GroupName: 'default'}}}),
    ]
    expect(check(objects, owner)).toMatchObject({findings: [], gaps: [], facts: {notTaggable: 3}})
    expect(lines({...vpc, type: 'aws_s3_bucket', address, declared: {tags_all: {}}})).toEqual([
      'tag-missing Owner declared/same',
    ])
  })

  test('of AWS itself are ignored', () => {
    const tags = {Owner: 'platform', 'aws:cloudformation:stack-name': 'x'}
    expect(lines({live: {tags}}, '  - {key: "*", key_pattern: "[A-Z].*"}')).toEqual([])
  })

  test('children of other owners are checked, and the owner is named', () => {
    const {findings} = check([objectOf({live: {tags: {}}})], owner, {ownedBy: groupOf})
    expect(findings).toMatchObject([{code: 'tag-missing', on: 'live', ownedBy: 'Auto Scaling group train-a100'}])
  })
})

test('resources that could not be joined are checked by what they declare', () => {
  const unjoined = [
    resourceOf('aws_sagemaker_endpoint.llm', {tags_all: {}}),
    resourceOf('aws_sagemaker_endpoint.ok', {tags_all: {Owner: 'platform'}}),
    resourceOf('aws_iam_role_policy_attachment.x', {}),
  ]
  const {findings, gaps, facts} = check([], owner, {unjoined})
  expect(findings.map(lineOf)).toEqual(['tag-missing Owner declared/unknown'])
  expect(findings[0]?.subject.address).toBe('aws_sagemaker_endpoint.llm')
  expect({gaps, checked: facts.checked, compliant: facts.compliant}).toEqual({gaps: [], checked: 2, compliant: 1})
})

test('findings have a stable order and fingerprints of their own', () => {
  const objects = ['i-0c', 'i-0a', 'i-0b'].map((id) => objectOf({id, live: {tags: {}}}))
  const rules = '  - {key: Owner}\n  - {key: Team, severity: high}'
  const {findings} = check(objects, rules)
  expect(findings).toEqual(check(objects.toReversed(), rules).findings)
  expect(new Set(findings.map(({fingerprint}) => fingerprint)).size).toBe(6)
})
