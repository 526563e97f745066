import type {GapReason} from '../model/gap.ts'
import type {KeptFinding, KeptGap, KeptRun} from '../model/history.ts'
import type {PartialLocation} from '../model/location.ts'

/** Of a run: what it could not have seen, and so does not say is gone. */
type Looked = Pick<KeptRun, 'gaps' | 'states'>

/** Gaps that say nothing of whether a finding is there, but for those of the kinds that they are about. */
const aboutCodes: Readonly<Partial<Record<GapReason, RegExp>>> = {
  'price-unknown': /^accelerator-/,
  'accelerator-unknown': /^accelerator-/,
  'tags-unknown': /^(?:tag|accelerator)-/,
}

/** Who made a change is asked after it was found: without an answer it is no less there. */
const besides: ReadonlySet<string> = new Set(['cloudtrail:LookupEvents', 'config:GetResourceConfigHistory'])

/** Of a reader, such a gap names the type that it could not list. */
function isBeside({action, reason, type}: KeptGap): boolean {
  if (action === undefined || reason === 'not-recorded') return false
  return besides.has(action) || (action === 'config:ListDiscoveredResources' && type === undefined)
}

/** Answers for one run which of its gaps cover a finding. Gaps are looked up by type: there may be thousands of either. */
export class Horizon {
  readonly #byType: ReadonlyMap<string, readonly KeptGap[]>
  readonly #states: ReadonlySet<string>

  constructor({gaps, states}: Looked) {
    this.#byType = Map.groupBy(
      gaps.filter((gap) => !isBeside(gap)),
      ({type = ''}) => type,
    )
    this.#states = new Set(states)
  }

  /** Gaps behind which the finding may be, by key, each with how much it hides. */
  covering(finding: KeptFinding): Readonly<Record<string, number>> {
    const {type = '', objectType = ''} = finding
    const gaps = [...new Set(['', type, objectType])].flatMap((name) => this.#byType.get(name) ?? [])
    const found: Record<string, number> = {}
    for (const gap of gaps) {
      if (covers(gap, finding)) found[keyOf(gap)] = (found[keyOf(gap)] ?? 0) + gap.hides.count
    }
    return found
  }

  /** Whether a finding that is not among those of the run may be there all the same. */
  hides(finding: KeptFinding, despite: Readonly<Record<string, number>>, before: Looked['states']): boolean {
    if (this.#lacksState(finding, before)) return true
    return Object.entries(this.covering(finding)).some(([key, count]) => count > (despite[key] ?? -1))
  }

  /** A state was read before and is not any more: of what it declares nothing is known, and which that is only the place tells. */
  #lacksState({address, source}: KeptFinding, before: Looked['states']): boolean {
    if (address === undefined || before.every((state) => this.#states.has(state))) return false
    return source === undefined || !this.#states.has(source.file)
  }
}

function covers({reason, location, hides, file}: KeptGap, finding: KeptFinding): boolean {
  if (aboutCodes[reason]?.test(finding.code) === false) return false
  const {address, id, arn, name} = finding
  const named = [address, id, arn, name].some((one) => one !== undefined && hides.examples.includes(one))
  if (named) return true
  // A file that could not be read hides what stands in it, and what that is nobody knows.
  if (file !== undefined && finding.source !== undefined && reason !== 'unreadable-input') return false
  return isWithin(finding.location, location)
}

/** What is not known of either place may be equal. */
function isWithin(place: PartialLocation = {}, of: PartialLocation = {}): boolean {
  return (['partition', 'account', 'region'] as const).every(
    (part) => of[part] === undefined || place[part] === undefined || of[part] === place[part],
  )
}

function keyOf({reason, type, location, action, file}: KeptGap): string {
  return [reason, type, location?.partition, location?.account, location?.region, action, file].join(' ').trim()
}
