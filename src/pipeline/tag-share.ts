import type {JoinedObject} from '../join/joined.ts'
import type {TagCoverageShare} from '../model/report.ts'
import type {RunRate} from '../model/spend.ts'
import type {TagCheckContext} from '../tags/check.ts'
import {coverageOf} from '../tags/coverage.ts'
import type {TagPolicy} from '../tags/policy/policy.ts'

/** The coverage by tags of a scan, with what instances cost by its run-rate; nothing where no policy requires a tag of anything. */
export function tagShareOf(
  objects: Iterable<JoinedObject>,
  policy: TagPolicy,
  {context, spend}: {readonly context: TagCheckContext; readonly spend: RunRate},
): {readonly tagCoverage?: TagCoverageShare} {
  const amounts = {monthly: monthlyOf(spend), baseline: new Set<string>()}
  const {keys, total, by, teamKey, notTaggable} = coverageOf(objects, policy, {...context, ...amounts})
  if (keys.length === 0) return {}
  const priced = total.monthly && {spend: {currency: spend.currency, basis: spend.basis}}
  return {tagCoverage: {keys, total, by, ...(teamKey !== undefined && {teamKey}), notTaggable, ...priced}}
}

/** What an object costs a month by the run-rate, in its main currency. */
export function monthlyOf({rows, currency: main}: RunRate): (object: JoinedObject) => string | undefined {
  const amounts = new Map(
    rows.flatMap(({id, account, region, monthly, currency}) =>
      monthly !== undefined && currency === main ? [[[account, region, id].join('\n'), monthly] as const] : [],
    ),
  )
  return ({type, id, live}) =>
    type === 'AWS::EC2::Instance'
      ? amounts.get([live?.location.account, live?.location.region, id].join('\n'))
      : undefined
}
