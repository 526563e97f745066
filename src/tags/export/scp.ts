import {taggingCreations, type TaggingCreation} from '../../catalog/tag-on-create.ts'
import type {TagRule} from '../policy/policy.ts'
import {leftOfRule, sayable, someOf, typesOf, type Lacks} from './by-rule.ts'
import type {Exported, ExportTarget, LeftOut} from './exported.ts'
import {packStatements, type Statement} from './pack-statements.ts'

const lacks: Lacks = {
  whole: ['many-keys', 'forbidden-key', 'optional-key', 'addresses', 'tags', 'spend'],
  part: ['any-case-key', 'values', 'pattern', 'length', 'placeholders', 'not-empty'],
}

/**
 * As service control policies that deny making anything without the required keys
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_tagging.html). What a value is like, tag
 * policies have to say.
 */
export const toScp: ExportTarget = (policy, {types}): Exported => {
  const {rules, left} = sayable(policy, lacks)
  const said = rules.map((rule) => saidOf(rule, types))
  const packed = packStatements(said.flatMap(({statements}) => statements))
  return {documents: packed.documents, left: [...left, ...said.flatMap((one) => one.left), ...packed.left]}
}

interface Said {
  readonly statements: readonly Statement[]
  readonly left: readonly LeftOut[]
}

/** Several keys in one condition would be denied only if all of them were missing: a statement each. */
function saidOf(rule: TagRule, fallback: readonly string[]): Said {
  const types = typesOf(rule) ?? fallback
  const unseen = types.filter((type) => taggingCreations(type).length === 0)
  const creations = types.flatMap(taggingCreations)
  const condition = {Null: {[`aws:RequestTag/${rule.key}`]: 'true'}, ...placeOf(rule)}
  return {
    statements: together(creations).map((group) => ({
      Effect: 'Deny',
      Action: sortedOnce(group.map(({action}) => action)),
      Resource: sortedOnce(group.map(({makes}) => makes)),
      Condition: condition,
    })),
    left: [
      ...(rule.scope.types ? [] : [leftOfRule(rule, `other types than ${someOf(types)}: name them with --type`)]),
      ...(unseen.length > 0
        ? [leftOfRule(rule, `types whose creation shows no tags to a policy: ${someOf(unseen)}`)]
        : []),
      ...regionsLeft(rule),
    ],
  }
}

/** Accounts and regions are conditions; those of global services have no region that says so. */
function placeOf({scope: {accounts, regions}}: TagRule): Readonly<Record<string, unknown>> {
  const named = regions?.texts.filter((region) => region !== 'global') ?? []
  return {
    ...(accounts && {StringEquals: {'aws:PrincipalAccount': accounts.texts}}),
    ...(named.length > 0 && {StringLike: {'aws:RequestedRegion': named}}),
  }
}

function regionsLeft(rule: TagRule): readonly LeftOut[] {
  const isGlobal = rule.scope.regions?.texts.includes('global') ?? false
  return isGlobal ? [leftOfRule(rule, 'objects of global services: their requests name a region')] : []
}

/**
 * Actions that one statement can deny at once: where one of them merely needs leave for what another makes, it would be denied there,
 * for it has no tags to show.
 */
function together(creations: readonly TaggingCreation[]): readonly (readonly TaggingCreation[])[] {
  const groups: TaggingCreation[][] = []
  for (const creation of creations) {
    const group = groups.find((members) => members.every((member) => agree(member, creation)))
    if (group) group.push(creation)
    else groups.push([creation])
  }
  return groups
}

function agree(a: TaggingCreation, b: TaggingCreation): boolean {
  const [isWhole, isOtherWhole] = [a, b].map(({makes}) => makes === '*')
  if (isWhole !== isOtherWhole) return false
  return !a.uses.includes(b.makes) && !b.uses.includes(a.makes)
}

function sortedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted()
}
