import {spawnSync} from 'node:child_process'

import {describe, expect, test} from 'vitest'

import type {ExportOptions} from '../../../src/tags/export/exported.ts'
import {jsonTargets, terraformTargets} from '../../../src/tags/export/targets.ts'
import {terraformText} from '../../../src/tags/export/terraform.ts'
import {effectivePolicy} from '../../../src/tags/organizations/effective.ts'
import {loadTagPolicies} from '../../../src/tags/organizations/load.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'

const options: ExportOptions = {types: ['aws_instance', 'aws_s3_bucket'], enforce: false}

function policyOf(rules: string, rest = '') {
  return loadPolicies([{name: 'tags.yaml', text: `version: 1\nname: Tags\nrules:\n${rules}\n${rest}`}])
}

function exportTo(
  to: keyof typeof jsonTargets,
  rules: string,
  {rest = '', ...given}: Partial<ExportOptions> & {rest?: string} = {},
) {
  const {documents, left} = jsonTargets[to](policyOf(rules, rest), {...options, ...given})
  return {
    contents: documents.map(({content}) => content),
    left: left.map(({rule, what, extent}) => [rule, extent, what].join(': ')),
  }
}

const plain = (key: string) => `  - {key: ${key}, allow_empty: true, scope: {types: [aws_instance]}}`

describe('to tag policies', () => {
  test('keys, values and where the key is required', () => {
    const rules = `  - {key: Stage, presence: optional, values: [prod, "dev-*"]}\n${plain('Owner')}`
    expect(exportTo('tag-policy', rules)).toEqual({
      contents: [
        {
          tags: {
            Stage: {tag_key: {'@@assign': 'Stage'}, tag_value: {'@@assign': ['prod', 'dev-*']}},
            Owner: {tag_key: {'@@assign': 'Owner'}, report_required_tag_for: {'@@assign': ['ec2:instance']}},
          },
        },
      ],
      left: [],
    })
  })

  test('enforcement is asked for', () => {
    const [content] = exportTo('tag-policy', plain('Owner'), {enforce: true}).contents
    expect(content).toMatchObject({
      tags: {Owner: {enforced_for: {'@@assign': expect.arrayContaining(['ec2:ALL_SUPPORTED']) as unknown}}},
    })
  })

  test('many keys on every type take several policies, each within the size that AWS takes, which merge to the whole', () => {
    const keys = Array.from({length: 9}, (_, index) => `Key${index}`)
    const values = Array.from({length: 400}, (_, index) => `value-${index}-of-a-long-list`)
    const rules = keys.map((key) => `  - {key: ${key}, values: [${values.join(', ')}]}`).join('\n')
    const {contents} = exportTo('tag-policy', rules)
    expect(contents.length).toBeGreaterThan(5)
    const texts = contents.map((content, index) => ({name: `${index}.json`, text: JSON.stringify(content)}))
    expect(texts.every(({text}) => text.length <= 10_000)).toBe(true)
    const {tags} = effectivePolicy(loadTagPolicies([texts.slice(0, 10)]))
    expect(tags['key0']?.tag_value).toEqual(values)
    const all = loadTagPolicies([texts.slice(0, 10), texts.slice(10)])
    expect(Object.values(effectivePolicy(all).tags).map((tag) => [tag.tag_key, tag.tag_value.length])).toEqual(
      keys.map((key) => [key, 400]),
    )
  })

  test('what they cannot say is told', () => {
    const rules = [
      '  - {key: "*", max_keys: 9, allow_empty: true}',
      '  - {key: Secret, presence: forbidden}',
      '  - {key: Owner, pattern: "[a-z]+", key_case: any, forbidden: [todo], scope: {types: [aws_instance, aws_ebs_snapshot_copy]}}',
      '  - {key: Team, scope: {regions: [eu-*], addresses: ["module.x.*"]}}',
      '  - {id: t2, key: OWNER, allow_empty: true}',
      '  - {id: v1, key: Stage, presence: optional, values: ["*a*"]}',
      '  - {id: v2, key: Kind, presence: optional, values: [x], scope: {types: [aws_s3_bucket]}}',
    ].join('\n')
    const rest = 'exemptions: [{reason: r, owner: ml, expires: 2030-01-01}]'
    expect(exportTo('tag-policy', rules, {rest}).left).toMatchInlineSnapshot(`
      [
        "*: whole: a rule about every key that matches a wildcard",
        "Secret: whole: a key that may not be there",
        "Owner: part: a key in any case (AWS goes by the case that is written)",
        "Owner: part: a regular expression for values",
        "Owner: part: placeholders that are no values",
        "Owner: part: that a value may not be empty",
        "Team: whole: a scope by region",
        "Team: whole: a scope by Terraform address",
        "exemption of ml: whole: an exemption until 2030-01-01",
        "t2: whole: the key of rule "Owner" in other case: AWS has one case for a key",
        "Owner: part: its types alone: the names of AWS take in aws_ebs_snapshot, aws_ebs_snapshot_import too",
        "v1: part: values with several wildcards (*a*), and so none of its values",
        "v2: part: values by type (AWS judges the values of a key on every type)",
      ]
    `)
  })
})

interface Scp {
  readonly Statement: readonly {
    readonly Action: readonly string[]
    readonly Resource: readonly string[]
    readonly Condition: {readonly Null: Readonly<Record<string, string>>}
  }[]
}

/** Whether the policies deny an action on a resource for a request with these tag keys. */
function denies(contents: readonly unknown[], action: string, resource: string, keys: readonly string[]): boolean {
  const matches = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(resource)
  return (contents as Scp[]).some(({Statement}) =>
    Statement.some(
      ({Action, Resource, Condition}) =>
        Action.includes(action) &&
        Resource.some(matches) &&
        Object.keys(Condition.Null).every((name) => !keys.includes(name.replace('aws:RequestTag/', ''))),
    ),
  )
}

describe('to service control policies', () => {
  const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1'
  const image = 'arn:aws:ec2:eu-west-1::image/ami-1'

  test('creation without a required key is denied, and nothing else', () => {
    const {contents} = exportTo('scp', `${plain('Owner')}\n${plain('Stage')}`)
    expect(denies(contents, 'ec2:RunInstances', instance, [])).toBe(true)
    expect(denies(contents, 'ec2:RunInstances', instance, ['Owner'])).toBe(true)
    expect(denies(contents, 'ec2:RunInstances', instance, ['Owner', 'Stage'])).toBe(false)
    expect(denies(contents, 'ec2:RunInstances', image, [])).toBe(false)
    expect(denies(contents, 'ec2:StartInstances', instance, [])).toBe(false)
  })

  test('an action is not denied on what it merely uses, though another makes such', () => {
    const rules =
      '  - {key: Owner, allow_empty: true, scope: {types: [aws_ebs_volume, aws_ebs_snapshot, aws_instance, aws_ami]}}'
    const {contents} = exportTo('scp', rules)
    const volume = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1'
    expect(denies(contents, 'ec2:CreateVolume', volume, [])).toBe(true)
    expect(denies(contents, 'ec2:CreateSnapshot', volume, [])).toBe(false)
    expect(denies(contents, 'ec2:CreateSnapshot', 'arn:aws:ec2:eu-west-1::snapshot/snap-1', [])).toBe(true)
    expect(denies(contents, 'ec2:CreateImage', instance, [])).toBe(false)
  })

  test('accounts and regions are conditions', () => {
    const scope = 'scope: {types: [aws_sqs_queue], accounts: ["111122223333"], regions: [eu-*, global]}'
    const {contents, left} = exportTo('scp', `  - {key: Owner, allow_empty: true, ${scope}}`)
    expect(contents).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Action: ['sqs:CreateQueue'],
            Resource: ['*'],
            Condition: {
              Null: {'aws:RequestTag/Owner': 'true'},
              StringEquals: {'aws:PrincipalAccount': ['111122223333']},
              StringLike: {'aws:RequestedRegion': ['eu-*']},
            },
          },
        ],
      },
    ])
    expect(left).toEqual(['Owner: part: objects of global services: their requests name a region'])
  })

  test('each is within the size that AWS takes, and too many for one target are told', () => {
    const rules = Array.from({length: 12}, (_, index) => `  - {key: Key${index}, allow_empty: true}`).join('\n')
    const types = [
      'aws_instance',
      'aws_ebs_volume',
      'aws_db_instance',
      'aws_rds_cluster',
      'aws_ebs_snapshot',
      'aws_ami',
    ]
    const {contents, left} = exportTo('scp', rules, {types})
    expect(contents.every((content) => JSON.stringify(content).length <= 5120)).toBe(true)
    expect(contents.length).toBeGreaterThan(1)
    expect(left.some((line) => line.includes('policies at one target'))).toBe(contents.length >= 5)
    expect(left).toContain(
      'Key0: part: other types than aws_instance, aws_ebs_volume, aws_db_instance, aws_rds_cluster, aws_ebs_snapshot and 1 more: name them with --type',
    )
  })
})

describe('to AWS Config rules', () => {
  test('six keys a rule, types of its own', () => {
    const rules = Array.from({length: 7}, (_, index) => `  - {key: K${index}, allow_empty: true}`).join('\n')
    const {contents} = exportTo(
      'config-rule',
      `${rules}\n  - {key: Owner, values: [ml, web], scope: {types: [aws_instance, aws_sqs_queue]}}`,
    )
    expect(contents).toMatchObject([
      {InputParameters: '{"tag1Key":"K0","tag2Key":"K1","tag3Key":"K2","tag4Key":"K3","tag5Key":"K4","tag6Key":"K5"}'},
      {InputParameters: '{"tag1Key":"K6"}'},
      {
        Scope: {ComplianceResourceTypes: ['AWS::EC2::Instance']},
        InputParameters: '{"tag1Key":"Owner","tag1Value":"ml,web"}',
      },
    ])
  })

  test('what they cannot say is told', () => {
    const rules = [
      '  - {key: Stage, presence: optional, values: [prod]}',
      '  - {key: Owner, values: ["team-*"], scope: {types: [aws_sqs_queue]}}',
      '  - {key: Team, values: ["a,b", c], scope: {types: [aws_instance]}}',
    ].join('\n')
    const {contents, left} = exportTo('config-rule', rules)
    expect(contents).toMatchObject([{InputParameters: '{"tag1Key":"Team"}'}])
    expect(left).toMatchInlineSnapshot(`
      [
        "Stage: whole: a rule about a key that may be absent",
        "Owner: part: values with a wildcard",
        "Owner: whole: types that required-tags does not look at: aws_sqs_queue",
        "Team: part: values with a comma, and so none of its values",
      ]
    `)
  })
})

describe('to Terraform', () => {
  const hasTerraform = spawnSync('terraform', ['version']).status === 0
  const rules = [
    '  - {key: Owner, values: ["${team}", "a\\"b", "%{if}"], scope: {types: [aws_instance]}}',
    '  - {key: "a:b", presence: optional, values: [x]}',
    '  - {key: Stage, allow_empty: true, scope: {types: [aws_s3_bucket], accounts: ["111122223333"]}}',
  ].join('\n')

  test.skipIf(!hasTerraform).each(Object.keys(terraformTargets))('%s is formatted as terraform fmt does', (name) => {
    const target = terraformTargets[name as keyof typeof terraformTargets]
    const text = terraformText(target.of(policyOf(rules), {...options, enforce: true}), target)
    const {status, stdout} = spawnSync('terraform', ['fmt', '-'], {input: text, encoding: 'utf8'})
    expect({status, stdout}).toEqual({status: 0, stdout: text})
  })

  test('templates stay text', () => {
    const target = terraformTargets['terraform-config-rule']
    const text = terraformText(target.of(policyOf(rules), options), target)
    expect(text).toContain('tag1Value = "$${team},a\\"b,%%{if}"')
  })
})
