import type {AccessRequest} from '../aws/sessions.ts'
import type {CodeDraft} from '../fix/write-code.ts'
import type {AppliedTags} from '../model/applied-tags.ts'
import type {Gap} from '../model/gap.ts'
import {globalRegion} from '../model/location.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TagFixPlan} from '../model/tag-fix.ts'
import {checkTags} from '../tags/check.ts'
import {type CodeFixOptions, planCode} from '../tags/fixes/plan-code.ts'
import {planLive} from '../tags/fixes/plan-live.ts'
import {isViolation, type TagViolation} from '../tags/fixes/wanted-value.ts'
import {type Tagged, taggedOf} from '../tags/tagged.ts'
import {policyOf} from './tag-check.ts'
import {takeTagSources, type TagSources, type TagsRequest} from './tags.ts'

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
  const mended = new Set(
    drafted.fixes.flatMap(({addresses, changes}) =>
      addresses.flatMap((name) => changes.map(({key}) => `${name}\n${key}`)),
    ),
  )
  const objects = {
    taggedOf: findTagged(sources),
    isMendedInCode: ({subject, key}: TagViolation) => mended.has(`${subject.address}\n${key}`),
  }
  const live = request.live ? planLive(violations, objects, policy, options) : {fixes: [], left: []}
  const left = [...planned.left, ...drafted.left]
  const alreadyLeft = new Set(left.map(({name, key}) => `${name}\n${key}`))
  return {
    plan: {
      code: drafted.fixes,
      live: live.fixes,
      left: [...left, ...live.left.filter(({name, key}) => !alreadyLeft.has(`${name}\n${key}`))],
    },
    drafts: drafted.drafts,
    gaps: [...gaps, ...check.gaps],
    inputs: {...sources.inputs, policies: policy.names},
  }
}

/** What carries the tags that a violation is about. */
function findTagged({joined, context}: TagSources): (violation: TagViolation) => Tagged | undefined {
  let known: ReadonlyMap<string, Tagged> | undefined
  return (violation) => {
    known ??= new Map(
      joined.objects.flatMap((object) => taggedOf(object, context)).map((tagged) => [subjectKey(tagged), tagged]),
    )
    return known.get(subjectKey(violation))
  }
}

function subjectKey({subject: {address, objectType, id, location}}: Pick<Tagged, 'subject'>): string {
  return [address, objectType, id, location?.account, location?.region].join('\n')
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
  const {writeDrafts} = await import('../fix/write-code.ts')
  await writeDrafts(drafts, signal)
  return drafts.map(({file}) => file)
}

/**
 * Sets the planned tags of live objects, after their former tags are in a file.
 * @throws TrueupError `undo-file-exists`, `file-not-writable`, `aws-...`
 */
export async function applyTagFix(
  {plan}: TagFixDraft,
  access: AccessRequest,
  undoFile: string,
  {signal, progress, now}: Surroundings,
): Promise<AppliedTags> {
  const [{openSessions}, {applyTags}, {UndoFile}] = await Promise.all([
    import('../aws/sessions.ts'),
    import('../fix/live/apply-tags.ts'),
    import('../fix/live/undo-file.ts'),
  ])
  const region = plan.live.find((fix) => fix.region !== globalRegion)?.region
  const sessions = await openSessions(access, {signal, ...(region === undefined ? {} : {region})})
  const undo = await UndoFile.create(undoFile, now.toISOString())
  progress.step('setting tags')
  try {
    const advance = (done: number) => progress.advance(done, plan.live.length)
    return await applyTags(plan.live, {sessions, undo, signal, advance})
  } finally {
    await undo.close()
  }
}
