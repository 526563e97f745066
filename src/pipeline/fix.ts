import type {FileDraft} from '../fix/remedies/draft-fixes.ts'
import {type Keep, planFixes} from '../fix/remedies/plan-fixes.ts'
import {userError} from '../errors.ts'
import {type Finding, subjectName} from '../model/finding.ts'
import type {FixPlan} from '../model/fix-plan.ts'
import type {Remedy} from '../model/remedy.ts'

export interface FixDraft {
  readonly plan: FixPlan
  readonly drafts: readonly FileDraft[]
  /** The same as a patch that `git apply` takes. */
  readonly patch: string
}

/** What would mend findings. Nothing is written. @throws TrueupError `file-changed` */
export async function draftFix(findings: readonly FoundFix[], keep?: Keep): Promise<FixDraft> {
  const [{draftFixes}, {patchOf}] = await Promise.all([
    import('../fix/remedies/draft-fixes.ts'),
    import('../fix/remedies/write-fixes.ts'),
  ])
  const plan = planFixes(findings, keep)
  const drafts = await draftFixes(plan)
  return {plan, drafts, patch: await patchOf(drafts)}
}

export type FoundFix = Parameters<typeof planFixes>[0][number]

/** @returns the files that were written; @throws TrueupError `file-changed`, `file-not-writable` */
export async function writeFix({drafts}: FixDraft, signal: AbortSignal): Promise<readonly string[]> {
  const {writeFixes} = await import('../fix/remedies/write-fixes.ts')
  await writeFixes(drafts, signal)
  return drafts.map(({file}) => file)
}

export function fixesOf(findings: readonly Finding[]): readonly FoundFix[] {
  return findings.map((finding) => {
    const {severity, remedies = [], subject} = finding
    return {name: subjectName(subject), severity, remedies}
  })
}

/**
 * The same from a report that a scan wrote as JSON.
 * @throws TrueupError `not-a-report`
 */
export function fixesIn(text: string, name: string): readonly FoundFix[] {
  const report = parsed(text) as {findings?: readonly KeptFinding[]; schemaVersion?: unknown} | undefined
  if (!report || !Array.isArray(report.findings) || typeof report.schemaVersion !== 'string') {
    throw userError(
      'not-a-report',
      `${name} is no report of trueup in JSON`,
      'Write one with trueup scan --report json=report.json',
    )
  }
  return report.findings.map(({address, arn, objectType, id, severity, remedies = []}) => {
    return {name: address ?? arn ?? `${objectType} ${id}`, severity, remedies}
  })
}

interface KeptFinding {
  readonly address?: string
  readonly arn?: string
  readonly objectType?: string
  readonly id?: string
  readonly severity: Finding['severity']
  readonly remedies?: readonly Remedy[]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
