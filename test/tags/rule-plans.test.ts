import {array, assert, boolean, constantFrom, dictionary, pre, property, record, uniqueArray} from 'fast-check'
import {expect, test} from 'vitest'
import {stringify} from 'yaml'

import {loadPolicies} from '../../src/tags/policy/load.ts'
import {RulePlans} from '../../src/tags/rule-plans.ts'
import {taggedOf} from '../../src/tags/tagged.ts'
import {outcomeOf, type RuleOutcome} from '../../src/tags/violations.ts'
import {catalog, objectOf} from './tag-check.ts'

const key = constantFrom('Owner', 'owner', 'Stage', 'team:a', 'team:b')
const value = constantFrom('', 'a', 'A', 'b', 'todo')
const tags = dictionary(key, value)

const rule = record(
  {
    key: constantFrom('Owner', 'Stage', 'team:*', '*'),
    presence: constantFrom('optional', 'forbidden'),
    key_case: constantFrom('exact', 'any', 'strict'),
    values: uniqueArray(constantFrom('a', 'b*', 'A'), {minLength: 1}),
    forbidden: uniqueArray(constantFrom('todo', 'b'), {minLength: 1}),
    scope: record(
      {
        types: constantFrom(['aws_instance'], ['aws_s3_bucket']),
        regions: constantFrom(['us-*'], ['eu-*']),
        tags: dictionary(key, array(value, {minLength: 1})),
        addresses: constantFrom(['aws_instance.a'], ['*.b']),
      },
      {requiredKeys: []},
    ),
  },
  {requiredKeys: ['key']},
)

/** What matters of outcomes: violations, rules in their order, and whether any rule is about the object. */
function essence(outcomes: readonly RuleOutcome[]) {
  const violations = outcomes.flatMap((one) => one.violations)
  const texts = violations.map(({rule: {id}, on, otherSide, breach}) => JSON.stringify([id, on, otherSide, breach]))
  return {
    isChecked: outcomes.some(({applies}) => applies !== 'no'),
    rules: [...new Set(violations.map(({rule: {id}}) => id))],
    violations: texts.toSorted(),
  }
}

/** Some of these contradict each other, and are refused. */
function policyOrNone(text: string) {
  try {
    return loadPolicies([{name: 'p.yaml', text}])
  } catch {
    return undefined
  }
}

const bare = {declared: {}, live: {}, isEqual: false, name: 'a', sides: 'both'} as const

test('asking many objects at once comes to the same as asking each rule of each object', () => {
  const object = record({
    declared: tags,
    live: tags,
    isEqual: boolean(),
    name: constantFrom('a', 'b'),
    sides: constantFrom('both', 'declared', 'live'),
  })
  assert(
    property(
      array(rule, {minLength: 1, maxLength: 6}),
      array(object, {minLength: 1, maxLength: 8}),
      (fields, objects) => {
        const rules = fields.map(({forbidden, values, ...one}, index) => {
          if (one.presence === 'forbidden') return {id: `r${index}`, ...one}
          return {id: `r${index}`, ...one, allow_empty: true, ...(values ? {values} : forbidden && {forbidden})}
        })
        const text = stringify({version: 1, name: 'P', rules})
        const policy = policyOrNone(text)
        pre(policy !== undefined)
        if (!policy) return
        const plans = new RulePlans(policy.rules)
        const used = new Set<string>()
        for (const {declared, live, isEqual, name, sides} of objects) {
          const [tagged] = taggedOf(
            objectOf({
              ...(sides !== 'live' && {address: `aws_instance.${name}`, declared: {tags_all: declared}}),
              live: sides === 'declared' ? 'absent' : {tags: isEqual && sides === 'both' ? declared : live},
            }),
            {catalog},
          )
          if (!tagged) continue
          const each = policy.rules.map((one) => [one, outcomeOf(one, tagged)] as const)
          for (const [one, {applies}] of each) if (applies === 'yes') used.add(one.id)
          expect(essence(plans.outcomes(tagged))).toEqual(essence(each.map(([, outcome]) => outcome)))
        }
        expect([...plans.used].map(({id}) => id).toSorted()).toEqual([...used].toSorted())
      },
    ),
    // The example: a rule about the case of a key, in the scope of any tags, and an object without.
    {numRuns: 300, examples: [[[{key: 'Owner', key_case: 'strict', scope: {tags: {}}}], [bare]]]},
  )
})
