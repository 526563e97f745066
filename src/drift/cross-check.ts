import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import {fingerprintOf, type Finding, type FindingDetail, type Severity} from '../model/finding.ts'
import {ownerOf} from '../model/owner.ts'
import type {CrossCheck, TerraformDrift, UnseenReason} from '../model/plan.ts'

/** Resources that Terraform saw drift in, and of which the live side is known here, too. Objects need not be kept for it. */
export class LookedAt {
  readonly #wanted: ReadonlySet<string>
  readonly #seen = new Set<string>()

  constructor(drifts: readonly TerraformDrift[]) {
    this.#wanted = new Set(drifts.map(({file, address}) => `${file} ${address}`))
  }

  add({live, notLookedAt, shares}: JoinedObject): void {
    if (this.#wanted.size === 0 || (live === undefined && notLookedAt !== undefined)) return
    for (const {resource} of shares) {
      const key = `${resource.source.file} ${resource.address}`
      if (this.#wanted.has(key)) this.#seen.add(key)
    }
  }

  has({file, address}: TerraformDrift): boolean {
    return this.#seen.has(`${file} ${address}`)
  }
}

export interface CrossChecked {
  /** Those of trueup, marked, and what Terraform alone saw. */
  readonly findings: readonly Finding[]
  readonly check: CrossCheck
}

/**
 * Holds what Terraform's refresh found, as plans tell it, against what trueup found of the same resources. Neither is believed more: what
 * only one of them saw is said to be so, with the reason as far as it is known.
 *
 * @param files the plans: findings of other sources stay as they are
 */
export function crossCheck(
  drifts: readonly TerraformDrift[],
  findings: readonly Finding[],
  {files, lookedAt, catalog}: {files: ReadonlySet<string>; lookedAt: LookedAt; catalog: Catalog},
): CrossChecked {
  const seen = new Set(drifts.flatMap((drift) => [...keysOf(drift)]))
  const matched = new Set<string>()
  let [both, trueupOnly] = [0, 0]
  const marked = findings.map((finding) => {
    const key = keyOf(finding)
    if (key === undefined || !files.has(finding.source?.file ?? '')) return finding
    const seenByTerraform = seen.has(key)
    if (seenByTerraform) matched.add(key)
    if (seenByTerraform) both += 1
    else trueupOnly += 1
    return {...finding, seenByTerraform}
  })
  const further = drifts.flatMap((drift) => findingsOf(drift, matched, lookedAt, catalog))
  return {findings: [...marked, ...further], check: {both, trueupOnly, terraformOnly: further.length}}
}

function* keysOf({file, address, isGone, changes}: TerraformDrift): Generator<string> {
  if (isGone) yield `${file} ${address}`
  for (const {attribute} of changes) yield `${file} ${address} ${attribute}`
}

/** Of what differs between state and AWS, by the attribute at the top of the resource. */
function keyOf(finding: Finding): string | undefined {
  const {code, source, subject} = finding
  const where = `${source?.file} ${subject.address}`
  if (code === 'missing') return where
  if (!stateDiffers.has(code)) return undefined
  const attribute = ownerOf(finding)?.attribute
  return attribute === undefined ? undefined : `${where} ${topOf(attribute)}`
}

/** Where only the code differs, a refresh finds nothing. */
const stateDiffers: ReadonlySet<string> = new Set([
  'drifted',
  'drifted-undeclared',
  'conflict',
  'stale-state',
  'controlled',
])

function topOf(attribute: string): string {
  const [, key] = /^tags(?:_all)?\.(.*)$/s.exec(attribute) ?? []
  return key === undefined ? (attribute.split(/[.[]/)[0] ?? attribute) : `tags.${key}`
}

function findingsOf(
  drift: TerraformDrift,
  matched: ReadonlySet<string>,
  lookedAt: LookedAt,
  catalog: Catalog,
): readonly Finding[] {
  const {file, address, type, isGone, changes} = drift
  const isKnown = lookedAt.has(drift)
  const objectType = catalog.entry(type)?.objectType
  const make = (detail: FindingDetail & {readonly because: UnseenReason}, severity: Severity): Finding => {
    const subject = {address, type, ...(objectType === undefined ? {} : {objectType})}
    const owner = 'path' in detail ? {owner: detail.path} : {}
    const fingerprint = fingerprintOf(detail, subject)
    return {...detail, severity, confidence: 'curated', subject, ...owner, source: {file}, fingerprint}
  }
  if (isGone && !matched.has(`${file} ${address}`)) {
    const because = isKnown ? 'equal' : 'not-looked-at'
    return [make({code: 'terraform-missing', because}, severities[because])]
  }
  return changes
    .filter(({attribute}) => !matched.has(`${file} ${address} ${attribute}`))
    .map(({attribute, before, after}) => {
      const because = reasonOf(type, attribute, isKnown, catalog)
      return make({code: 'terraform-drift', path: attribute, before, after, because}, severities[because])
    })
}

/** Drift that nobody could look at again is drift until the opposite is shown; the rest is told so that the numbers add up. */
const severities: Readonly<Record<UnseenReason, Severity>> = {
  'not-looked-at': 'medium',
  'not-compared': 'info',
  equal: 'info',
}

function reasonOf(type: string, attribute: string, isKnown: boolean, catalog: Catalog): UnseenReason {
  const rule = attribute.startsWith('tags.') ? undefined : catalog.entry(type)?.attributes[attribute]
  if (rule && 'skip' in rule) return 'not-compared'
  if (!isKnown) return 'not-looked-at'
  return rule || attribute.startsWith('tags.') ? 'equal' : 'not-compared'
}
