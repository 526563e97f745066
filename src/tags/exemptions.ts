import {compareText, fingerprintOf, type Finding, type FindingDetail, type Subject} from '../model/finding.ts'
import type {TagExemption} from './policy/policy.ts'
import {appliesTo} from './scope.ts'
import type {Tagged} from './tagged.ts'
import type {TagView} from './tag-view.ts'

/** The exemptions of a policy on a given day, and what each of them met. */
export class Exemptions {
  readonly #active: readonly TagExemption[]
  readonly #expired: readonly TagExemption[]
  readonly #hits = new Map<TagExemption, number>()

  /** @param today ISO 8601; an exemption holds to the end of its last day */
  constructor(exemptions: readonly TagExemption[], today: string) {
    this.#active = exemptions.filter(({expires}) => compareText(expires, today) >= 0)
    this.#expired = exemptions.filter(({expires}) => compareText(expires, today) < 0)
  }

  /** Whether a violation is accepted. One that an expired exemption used to hide is counted for it. */
  covers(key: string, tagged: Tagged, view: TagView): boolean {
    const meets = (exemption: TagExemption) => concerns(exemption, key, tagged, view)
    const active = this.#active.find(meets)
    const met = active ?? this.#expired.find(meets)
    if (met) this.#hits.set(met, (this.#hits.get(met) ?? 0) + 1)
    return active !== undefined
  }

  /** Exemptions in force that hid nothing. */
  unused(): readonly TagExemption[] {
    return this.#active.filter((exemption) => !this.#hits.has(exemption))
  }

  expiredFindings(): readonly Finding[] {
    return this.#expired.map((exemption) => expiredFinding(exemption, this.#hits.get(exemption) ?? 0))
  }
}

function concerns({keys, ids, scope}: TagExemption, key: string, tagged: Tagged, view: TagView): boolean {
  const {id, arn} = tagged.subject
  const named = ids === undefined || [id, arn].some((name) => name !== undefined && ids.match(name))
  return named && keys.match(key) && appliesTo(scope, tagged, view) === 'yes'
}

function expiredFinding(exemption: TagExemption, violations: number): Finding {
  const {expires, reason, owner, source} = exemption
  const keys = exemption.keys.texts
  const detail: FindingDetail = {
    code: 'tag-exemption-expired',
    keys,
    expired: expires,
    reason,
    exemptionOwner: owner,
    violations,
  }
  const subject: Subject = {objectType: 'tag exemption', id: [keys.join(','), owner, reason].join('/')}
  const fingerprint = fingerprintOf(detail, subject)
  return {...detail, severity: 'low', confidence: 'curated', subject, source, fingerprint}
}
