import {describe, expect, test} from 'vitest'

import {check, objectOf, type ObjectOptions} from './tag-check.ts'

const address = 'aws_instance.train'
const untagged = (options: ObjectOptions) => objectOf({live: {tags: {}}, ...options})

describe('scopes', () => {
  test.each<[string, string, ObjectOptions, number]>([
    ['type', 'types: [aws_instance]', {}, 1],
    ['type wildcard', 'types: ["aws_s3_*"]', {type: 'aws_s3_bucket'}, 1],
    ['another type', 'types: [aws_s3_bucket]', {}, 0],
    ['account', 'accounts: ["123456789012"]', {}, 1],
    ['another account', 'accounts: ["999999999999"]', {}, 0],
    ['region', 'regions: ["us-*"]', {}, 1],
    ['another region', 'regions: ["eu-*", "global"]', {}, 0],
    [
      'address',
      'addresses: ["module.train[*].aws_instance.*"]',
      {address: 'module.train["a"].aws_instance.x', declared: {tags: {}}},
      1,
    ],
    ['another address', 'addresses: ["module.train.*"]', {address: 'aws_instance.x', declared: {tags: {}}}, 0],
    ['address of an object that nobody declares', 'addresses: ["*"]', {}, 0],
    ['tags', 'tags: {Environment: [prod, "live-*"]}', {live: {tags: {Environment: 'live-eu'}}}, 1],
    ['other tags', 'tags: {Environment: [prod]}', {live: {tags: {Environment: 'dev'}}}, 0],
    ['tags that are not there', 'tags: {Environment: ["*"]}', {}, 0],
    ['accelerators', 'spend: accelerators', {live: {tags: {}, properties: {InstanceType: 'g6f.large'}}}, 1],
    ['newer accelerators', 'spend: accelerators', {live: {tags: {}, properties: {InstanceType: 'p9x.48xlarge'}}}, 1],
    ['no accelerators', 'spend: accelerators', {live: {tags: {}, properties: {InstanceType: 'm6g.large'}}}, 0],
    ['declared accelerators', 'spend: accelerators', {address, declared: {instance_type: 'p5.48xlarge', tags: {}}}, 1],
    ['all of several', 'types: [aws_instance], regions: [eu-west-1]', {}, 0],
  ])('%s', (_, scope, options, count) => {
    expect(check([untagged(options)], `  - {key: Owner, scope: {${scope}}}`).findings).toHaveLength(count)
  })

  test('that depend on an unknown place are a gap', () => {
    const object = untagged({location: {region: 'us-east-1'}})
    const {findings, gaps, facts} = check([object], '  - {key: Owner, scope: {accounts: ["123456789012"]}}')
    expect(findings).toEqual([])
    expect(gaps).toMatchObject([{reason: 'tags-unknown'}])
    expect(facts.unusedRules).toHaveLength(1)
  })
})
