import {array, assert, boolean, constantFrom, dictionary, property, record, subarray, uniqueArray} from 'fast-check'
import {expect, test} from 'vitest'
import {parse, stringify} from 'yaml'

import {checkTags} from '../../../src/tags/check.ts'
import {jsonTargets} from '../../../src/tags/export/targets.ts'
import {importPolicies} from '../../../src/tags/import/import-policies.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'
import {catalog, lineOf, objectOf} from '../tag-check.ts'

/** What a policy says of an instance and of a bucket with these tags. */
function verdicts(text: string, tags: Readonly<Record<string, string>>): readonly string[] {
  const policy = loadPolicies([{name: 'tags.yaml', text}])
  const objects = ['aws_instance', 'aws_s3_bucket'].map((type) => objectOf({type, id: type, live: {tags}}))
  const {findings} = checkTags(objects, policy, {catalog, today: '2026-09-01'})
  return findings.map((finding) => `${finding.subject.id} ${lineOf(finding)}`)
}

/** The policy after it was written for AWS and read again. */
function there(to: 'tag-policy' | 'config-rule', text: string): string {
  const {documents} = jsonTargets[to](loadPolicies([{name: 'tags.yaml', text}]), {types: [], enforce: false})
  const texts = documents.map(({name, content}) => ({name, text: JSON.stringify(content)}))
  return importPolicies([texts]).text
}

const tags = dictionary(
  constantFrom('Owner', 'owner', 'Stage', 'STAGE', 'Team'),
  constantFrom('', 'a', 'A', 'b', 'c1', 'x'),
)
const types = subarray(['aws_instance', 'aws_s3_bucket'], {minLength: 1})
const textOf = (rules: readonly object[]) => stringify({version: 1, name: 'Tags', rules})

test('tag policies say the same after a round trip', () => {
  const rule = record({
    key: constantFrom('Owner', 'Stage', 'Team'),
    values: uniqueArray(constantFrom('a', 'b', 'c*'), {minLength: 1}),
    hasValues: boolean(),
    required: types,
    isRequired: boolean(),
  })
  assert(
    property(uniqueArray(rule, {selector: ({key}) => key, minLength: 1}), tags, (rules, given) => {
      const text = textOf(
        rules.flatMap(({key, values, hasValues, required, isRequired}) => [
          {key, presence: 'optional', key_case: 'strict', ...(hasValues ? {values} : {allow_empty: true})},
          ...(isRequired ? [{id: `${key} required`, key, allow_empty: true, scope: {types: required}}] : []),
        ]),
      )
      expect(verdicts(there('tag-policy', text), given)).toEqual(verdicts(text, given))
    }),
  )
})

test('AWS Config rules say the same after a round trip', () => {
  const rule = record({
    key: constantFrom('Owner', 'Stage', 'Team', 'owner', 'a', 'b', 'c', 'd'),
    values: array(constantFrom('a', 'b', 'c d'), {maxLength: 3}),
    types,
  })
  assert(
    property(uniqueArray(rule, {selector: ({key}) => key, minLength: 1}), tags, (rules, given) => {
      const text = textOf(
        rules.map(({key, values, types: scope}) => ({
          key,
          scope: {types: scope},
          ...(values.length > 0 ? {values} : {allow_empty: true}),
        })),
      )
      expect(verdicts(there('config-rule', text), given)).toEqual(verdicts(text, given))
    }),
  )
})

test('what is not carried over stands at the top', () => {
  const root = {
    tags: {
      Owner: {
        tag_value: {'@@append': ['ml'], '@@operators_allowed_for_child_policies': ['@@append']},
        enforced_for: {'@@assign': ['rds:ri', 'ec2:instance']},
        report_required_tag_for: {'@@assign': ['s3:bucket']},
      },
      Nothing: {tag_value: {'@@append': ['x']}},
    },
  }
  const account = {tags: {owner: {tag_key: {'@@assign': 'Owner'}}, Nothing: {tag_value: {'@@remove': ['x']}}}}
  const levels = [root, account].map((content, index) => [{name: `${index}.json`, text: JSON.stringify(content)}])
  const {text, left} = importPolicies(levels)
  expect(left).toEqual([
    '0.json + 1.json: what policies further down may change (@@operators_allowed_for_child_policies)',
    'Owner: rds:ri (Terraform makes no such object)',
  ])
  for (const line of left) expect(text).toContain(`#   ${line}\n`)
  expect(parse(text)).toEqual({
    version: 1,
    name: 'Imported from 0.json + 1.json',
    rules: [
      {key: 'Owner', presence: 'optional', key_case: 'strict', values: ['ml']},
      {
        id: 'Owner (enforced)',
        key: 'Owner',
        presence: 'optional',
        key_case: 'strict',
        values: ['ml'],
        severity: 'high',
        message: 'AWS refuses to tag it so: the tag policy is enforced for this type.',
        scope: {types: ['aws_instance']},
      },
      {
        id: 'Owner (required)',
        key: 'Owner',
        presence: 'required',
        allow_empty: true,
        scope: {types: ['aws_s3_bucket']},
      },
      {key: 'nothing', presence: 'forbidden', key_case: 'any'},
    ],
  })
})
