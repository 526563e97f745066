import {Chalk, type ChalkInstance} from 'chalk'

import type {PartialLocation} from '../../model/location.ts'
import type {Gap} from '../../model/gap.ts'
import type {FormatOptions} from '../format.ts'

/** What every part of the terminal report needs to know of the screen, and of the report as a whole. */
export interface View {
  readonly width: number
  readonly limit: number
  readonly paint: ChalkInstance
  /** Account and region, without what is the same in all findings and gaps; that is said once, at the top. */
  readonly place: (location: PartialLocation | undefined) => string
}

/** Below this nothing can be laid out side by side; above it lines are too long to read. */
const widths = {least: 60, most: 160}

/** What has a place. */
interface Placed {
  readonly findings: readonly {readonly subject: {readonly location?: PartialLocation}}[]
  readonly gaps: readonly Pick<Gap, 'location'>[]
}

export function viewOf(report: Placed, {width, colour, limit = 10}: FormatOptions): View {
  const oneAccount = soleAccount(report) !== undefined
  return {
    width: Math.min(Math.max(width, widths.least), widths.most),
    limit,
    // Sixteen colours: they follow the theme that the reader has chosen.
    paint: new Chalk({level: colour ? 1 : 0}),
    place: (location) => [oneAccount ? undefined : location?.account, location?.region].filter(Boolean).join(' '),
  }
}

/** The account that all findings and gaps are in; undefined where there are several, or none. */
export function soleAccount({findings, gaps}: Placed): string | undefined {
  const accounts = new Set<string>()
  for (const {subject} of findings) if (subject.location?.account) accounts.add(subject.location.account)
  for (const {location} of gaps) if (location?.account) accounts.add(location.account)
  return accounts.size === 1 ? accounts.values().next().value : undefined
}
