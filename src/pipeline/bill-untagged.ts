import {sumCharges, type Charges} from '../billing/charges.ts'
import type {LineLabel} from '../billing/total-sums.ts'
import {openBill, type Bill} from '../billing/open-bill.ts'
import {TrueupError, userError} from '../errors.ts'
import type {NotComputable} from '../model/bill.ts'
import type {UntaggedSpend} from '../model/bill-report.ts'
import {compareGaps} from '../model/gap.ts'
import {Decimal} from '../model/money.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {notLacking} from '../spend/bill-totals/total-rows.ts'
import {sumOf, type TextRow} from '../spend/bill-sums.ts'
import {acceleratorBuckets} from '../spend/classify/charge-kind.ts'
import {machineLines} from '../spend/gpu-spend.ts'
import type {KeyActivation, RefusedValue} from '../spend/untagged/judge.ts'
import type {CostAllocationSource} from './cost-allocation.ts'
import {LineTags, textsOfKey} from '../spend/untagged/line-tags.ts'
import type {JudgedLines, ResourceFinder, TaggedLines} from '../spend/untagged/tagged-line.ts'
import {teamOf} from '../spend/untagged/untagged-row.ts'
import {untaggedBySums} from '../spend/untagged/lacking-sums.ts'
import {judgedLines, untaggedSpend} from '../spend/untagged/untagged-spend.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {billSpend, type BillRequest} from './bill-spend.ts'
import {knownResources, type KnownRequest} from './bill-resources.ts'
import {billTotals, checkTotals} from './bill-totals.ts'
import {policyOf} from './tag-check.ts'

export interface UntaggedRequest extends BillRequest, KnownRequest {
  /** Keys that every accelerator must carry, besides those of policies. */
  readonly keys: readonly string[]
  readonly policies: readonly PolicyText[]
  /** Who tells which keys are activated for cost allocation. */
  readonly costAllocation?: CostAllocationSource
}

/**
 * What accelerators cost that lack required tags, why, and who has to mend it.
 *
 * @throws {TrueupError} `no-required-keys`, and those of bills, policies and states
 */
export async function spendUntagged(request: UntaggedRequest, surroundings: Surroundings): Promise<UntaggedSpend> {
  const {keys, refused} = await requiredKeys(request)
  checkTotals(request)
  const known = await knownResources(request, surroundings)
  await using bill = await openBill(request.bills, surroundings, {...request.access, lackingKeys: keys})
  surroundings.progress.step('summing charges')
  const charges = await sumCharges(bill, {...request, now: surroundings.now})
  const spend = billSpend(bill, charges)
  if (bill.lacking) {
    const figures = untaggedBySums(bill.lacking, charges.kinds, spend, keys)
    const totals = await billTotals(bill, charges, request, {...surroundings, total: spend.total})
    return {...spend, ...totals, ...figures, notComputable: [...spend.notComputable, ...noResources(bill)]}
  }
  const found = await taggedLines(charges)
  const lines = found.map((one) => one.lines)
  proveWhole(lines, charges)
  const activations = await activationsOf(keys, request, surroundings)
  const notInBill = await absentKeys(keys, lines, charges)
  const context = {keys, notInBill, finder: known.finder, refused, ...(activations && {activations})}
  const judged = judgedLines(lines, context)
  const untagged = untaggedSpend(lines, judged, context, spend)
  // Last, since it tells what all questions have cost.
  const totals = await billTotals(bill, charges, request, {
    ...surroundings,
    total: spend.total,
    lines: () => lineLabels(found, judged, known.finder),
  })
  const noTags = bill.missing.get('tags')
  return {
    ...spend,
    ...totals,
    ...untagged,
    notComputable: [
      ...spend.notComputable,
      ...noResources(bill),
      ...(noTags ? [{...noTags, figure: 'which charges are tagged'}] : []),
    ],
    gaps: [...spend.gaps, ...known.gaps].toSorted(compareGaps),
  }
}

async function activationsOf(
  keys: readonly string[],
  {costAllocation: source}: UntaggedRequest,
  surroundings: Surroundings,
): Promise<ReadonlyMap<string, KeyActivation> | undefined> {
  if (source === undefined) return undefined
  const {listBilledKeys} = await import('./cost-allocation.ts')
  const billed = await listBilledKeys({policies: [], keys, source}, surroundings)
  return new Map(billed.map((one) => [one.key, one]))
}

function noResources({missing}: Bill): readonly NotComputable[] {
  const noIds = missing.get('resource_id')
  return noIds ? [{...noIds, figure: 'untagged spend by resource'}] : []
}

/** Keys of flags, and those that policies require of whoever answers for the money, or of all. */
async function requiredKeys({
  keys,
  policies,
}: UntaggedRequest): Promise<{readonly keys: readonly string[]; readonly refused: RefusedValue}> {
  const {rules} = await policyOf(policies)
  const required = rules.filter(({presence, scope}) => presence === 'required' && coversMachines(scope.types))
  const marked = required.filter(({ownership}) => ownership)
  const asked = marked.length > 0 ? marked : required
  const all = [...new Set([...keys, ...asked.map(({key}) => key)])]
  if (all.length === 0) {
    throw userError(
      'no-required-keys',
      'no tag is required',
      'Name keys with --require KEY, or a policy with --policy FILE',
    )
  }
  const refused: RefusedValue = (key, value) =>
    required.some((rule) => rule.key === key && rule.breachOf(value) !== undefined)
  return {keys: all, refused}
}

/** A rule for some types only counts here if machines are among them. */
function coversMachines(types: {match(text: string): boolean} | undefined): boolean {
  return types === undefined || ['aws_instance', 'AWS::EC2::Instance'].some((type) => types.match(type))
}

interface FoundLines {
  readonly row: TextRow
  readonly lines: TaggedLines
}

async function taggedLines(charges: Charges): Promise<readonly FoundLines[]> {
  const kinds = new Map(charges.kinds.map((kind) => [kind.id, kind]))
  const taggable = charges.kinds.filter(({classified}) => acceleratorBuckets.has(classified.bucket))
  const rows = await charges.linesOf(taggable, ['account', 'region', 'resource_id', 'tags'])
  const parsed = new Map<string, LineTags>()
  return rows.flatMap((row) => {
    const lines = machineLines(row, kinds)
    if (!lines) return []
    const text = row['tags'] ?? ''
    const tags = parsed.get(text) ?? new LineTags(text)
    parsed.set(text, tags)
    return [{row, lines: {...lines, resource: row['resource_id'] ?? '', tags}}]
  })
}

/** What totals by cause and by team say of these lines; the cause is that of the first required key that they lack. */
function lineLabels(
  found: readonly FoundLines[],
  judged: readonly JudgedLines[],
  finder: ResourceFinder,
): readonly LineLabel[] {
  const missing = new Map(judged.map((one) => [one.lines, one.missing]))
  return found.map(({row, lines}) => {
    const lacks = missing.get(lines)
    const known = lines.resource === '' ? undefined : finder.resource(lines.resource)
    return {
      kind: row['kind'] ?? '',
      account: row['account'] ?? '',
      region: row['region'] ?? '',
      resource: row['resource_id'] ?? '',
      tags: row['tags'] ?? '',
      cause: lacks ? (lacks[0]?.cause ?? notLacking.tagged) : notLacking.unknown,
      team: teamOf(lines, known) ?? '',
    }
  })
}

/** Two ways to one sum: what the resources cost is what the buckets say. */
function proveWhole(lines: readonly TaggedLines[], {kinds}: Charges): void {
  const byResource = sumOf(lines.map(({cost}) => cost))
  const byKind = sumOf(kinds.filter(({classified}) => acceleratorBuckets.has(classified.bucket)).map(({cost}) => cost))
  if (new Decimal(byResource).equals(byKind)) return
  throw new TrueupError(`resources cost ${byResource.toFixed()}, their buckets ${byKind.toFixed()}`, {
    code: 'bill-does-not-add-up',
    fault: 'bug',
    hint: 'Report it, with the columns of the bill: no figure of this bill can be trusted',
  })
}

/** Keys that no line has, of machines or of anything else: nobody activated them, or nothing was ever tagged so. */
async function absentKeys(
  keys: readonly string[],
  lines: readonly TaggedLines[],
  charges: Charges,
): Promise<ReadonlySet<string>> {
  const tags = [...new Set(lines.map((one) => one.tags))]
  const absent = new Set<string>()
  for (const key of keys) {
    if (tags.some((one) => one.has(key))) continue
    if (!(await charges.hasTagText(textsOfKey(key)))) absent.add(key)
  }
  return absent
}
