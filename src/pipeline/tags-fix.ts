import type {CodeDraft} from '../fix/tags/draft-code.ts'
import type {Gap} from '../model/gap.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TagFixPlan} from '../model/tag-fix.ts'
import {checkTags} from '../tags/check.ts'
import {type CodeFixOptions, planCode} from '../tags/fixes/plan-code.ts'
import {isViolation} from '../tags/fixes/wanted-value.ts'
import {policyOf} from './tag-check.ts'
import {takeTagSources, type TagsRequest} from './tags.ts'

export interface TagFixRequest extends TagsRequest {
  readonly options: CodeFixOptions
}

/** What `tags fix` would do, with the edits made in memory. */
export interface TagFixDraft {
  readonly plan: TagFixPlan
  readonly drafts: readonly CodeDraft[]
  readonly gaps: readonly Gap[]
  readonly inputs: ReportInputs
}

/** Checks, and works out what would mend each violation. Nothing is written. */
export async function draftTagFix(request: TagFixRequest, surroundings: Surroundings): Promise<TagFixDraft> {
  const {options} = request
  const policy = await policyOf([...request.policies, ...demandOf(options.values, await policyOf(request.policies))])
  const sources = await takeTagSources(request, surroundings)
  const {joined, context, code, gaps} = sources
  const check = checkTags(joined.objects, policy, context)
  const violations = check.findings.filter(isViolation)
  const declared = violations.filter(({on}) => on === 'declared')
  const {draftCode} = await import('../fix/tags/draft-code.ts')
  const planned = code ? planCode(declared, code, policy, options) : {fixes: [], left: []}
  const drafted = await draftCode(planned.fixes)
  return {
    plan: {code: drafted.fixes, live: [], left: [...planned.left, ...drafted.left]},
    drafts: drafted.drafts,
    gaps: [...gaps, ...check.gaps],
    inputs: {...sources.inputs, policies: policy.names},
  }
}

/** A key that is set, and that no policy speaks of, is asked of everything. */
function demandOf(
  values: ReadonlyMap<string, string>,
  {rules}: Awaited<ReturnType<typeof policyOf>>,
): TagFixRequest['policies'] {
  const asked = [...values.keys()].filter((key) => !rules.some((rule) => rule.key === key))
  if (asked.length === 0) return []
  const text = JSON.stringify({version: 1, name: '--set', rules: asked.map((key) => ({key, allow_empty: true}))})
  return [{name: '--set', text}]
}

/** @returns the files that were edited; @throws TrueupError `file-changed`, `file-not-writable` */
export async function writeTagFix({drafts}: TagFixDraft, signal: AbortSignal): Promise<readonly string[]> {
  const {writeDrafts} = await import('../fix/tags/write-code.ts')
  await writeDrafts(drafts, signal)
  return drafts.map(({file}) => file)
}
