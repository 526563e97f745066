import type {AwsSide} from '../live/open-aws.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Surroundings} from '../model/surroundings.ts'

/** The findings, each with who made it so as far as AWS tells; as they are where there is nobody to ask. */
export async function attributed(
  findings: readonly Finding[],
  sessionOf: AwsSide['sessionOf'] | undefined,
  {now, signal, progress}: Surroundings,
): Promise<{readonly findings: readonly Finding[]; readonly gaps: readonly Gap[]}> {
  if (sessionOf === undefined || findings.length === 0) return {findings, gaps: []}
  progress.step('asking who changed what')
  const {attribute} = await import('../live/attribution/attribute.ts')
  const {changes, gaps} = await attribute(findings, {sessionOf, now, signal})
  const withChange = findings.map((finding) => {
    const change = changes.get(finding.fingerprint)
    return change === undefined ? finding : {...finding, change}
  })
  return {findings: withChange, gaps}
}
