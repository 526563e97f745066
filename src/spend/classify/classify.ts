import {acceleratorOf, looksAccelerated, type Accelerator} from '../../catalog/accelerators/accelerators.ts'
import {managedAccelerators, roleOf, type ChargeRole} from '../../catalog/accelerators/charge-heads.ts'
import type {CostBasis} from '../../model/bill.ts'
import {anyUsage, type BucketName, type ChargeKind} from './charge-kind.ts'
import {parseUsageType} from './usage-type.ts'

/** What a charge is for. */
export interface Classified {
  readonly bucket: BucketName
  /** Set where accelerators are charged, or something on top of them. */
  readonly machine?: MachineCharge
}

export interface MachineCharge {
  readonly role: ChargeRole
  /** As billed: `p5.48xlarge`, `ml.g5.xlarge`; a family for a dedicated host; a description where no machine is named. */
  readonly instanceType: string
  /** Absent where the catalogue does not know it. */
  readonly accelerator?: Accelerator
  readonly purchase: Purchase
  /** Whether the quantity is hours of this machine, so that devices can be counted. */
  readonly hours: boolean
}

/** `unknown`: where nothing tells whether the usage is covered by anything. */
export type Purchase = 'on-demand' | 'spot' | 'reserved' | 'savings-plan' | 'upfront' | 'unknown'

/** In which bucket a charge belongs, and which accelerators it is for. */
export function classify(kind: ChargeKind, basis: CostBasis): Classified {
  if (!isAws(kind.provider)) return {bucket: 'other-providers'}
  if (kind.child) return {bucket: 'split-cost-children'}
  if (!kind.dated) return {bucket: 'absurd-dates'}
  const byType = bucketOfLineType(kind, basis)
  if (byType !== undefined) return {bucket: byType}
  if (isSupport(kind)) return {bucket: 'support'}
  const machine = machineCharge(kind)
  if (isMarketplace(kind) && machine?.role !== 'managed') return {bucket: 'marketplace', ...(machine && {machine})}
  if (machine) return {bucket: machineBucket(machine), machine}
  if (usageTypes.has(kind.line_type)) return {bucket: 'other-usage'}
  return {bucket: kind.line_type === 'Fee' ? 'other-fees' : 'other-line-types'}
}

function isAws(provider: string): boolean {
  return provider === '' || /^(?:aws|amazon)/i.test(provider)
}

const usageTypes = new Set(['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', anyUsage])

/**
 * Charges that are for no resource, by `lineItem/LineItemType` (https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html).
 * Under an amortised basis the fees of commitments hold only what was not used.
 */
function bucketOfLineType(
  {line_type: type, usage_type: usageType, product}: ChargeKind,
  basis: CostBasis,
): BucketName | undefined {
  if (type === 'RIFee' || type === 'SavingsPlanRecurringFee') {
    return basis === 'unblended' ? 'commitment-fees' : 'unused-commitment'
  }
  if (type === 'Fee' && (/HeavyUsage|^ComputeSP|SavingsPlan/.test(usageType) || product === 'ComputeSavingsPlans')) {
    return 'commitment-fees'
  }
  return fixedBuckets[type] ?? (type.endsWith('Discount') ? 'discounts' : undefined)
}

const fixedBuckets: Readonly<Record<string, BucketName>> = {
  Tax: 'tax',
  Credit: 'credits',
  Refund: 'refunds',
  Adjustment: 'adjustments',
  // In the words of Cost Explorer.
  Support: 'support',
  UnusedCommitment: 'unused-commitment',
  SavingsPlanNegation: 'commitment-fees',
  SavingsPlanUpfrontFee: 'commitment-fees',
  CommitmentFee: 'commitment-fees',
}

function isSupport({product, product_name: name}: ChargeKind): boolean {
  return /^AWSSupport|^OCBPremiumSupport|^AWSPremiumSupport/.test(product) || /^AWS (?:Premium )?Support/.test(name)
}

function isMarketplace({entity}: ChargeKind): boolean {
  return /marketplace/i.test(entity)
}

function machineBucket({role, accelerator}: MachineCharge): BucketName {
  if (!accelerator && role !== 'managed') return 'unknown-accelerators'
  if (accelerator?.class === 'fpga' || accelerator?.class === 'media') return 'fpga-and-media'
  return role === 'idle' ? 'idle-reservations' : 'accelerators'
}

/** @returns undefined where nothing says that accelerators are charged */
function machineCharge(kind: ChargeKind): MachineCharge | undefined {
  const {usage_type: usageType, operation, instance_type: attribute, product, product_name: name} = kind
  const {head, machine: named} = parseUsageType(usageType)
  const host = hostFamily(usageType)
  const instanceType = host ?? named ?? (isMachineName(attribute) ? attribute : '')
  const purchase = purchaseOf(kind, head)
  const accelerator = host === undefined ? acceleratorOf(instanceType) : undefined
  if (accelerator || looksAccelerated(host === undefined ? instanceType : `${host}.`)) {
    const role = roleOf(head, product)
    const hours = (role === 'machine' || role === 'idle') && usageTypes.has(kind.line_type) && isHours(kind.unit)
    const known = host === undefined ? accelerator : hostAccelerator(host)
    return {role, instanceType, ...(known && {accelerator: known}), purchase, hours}
  }
  const managed = managedAccelerators(product, name, `${usageType} ${operation} ${attribute}`)
  return managed === undefined ? undefined : {role: 'managed', instanceType: managed, purchase, hours: false}
}

/** The attribute of a product may hold something else for other products; only names of machines count. */
function isMachineName(text: string): boolean {
  return parseUsageType(text).machine === text
}

/** Hosts are charged by family (`HostUsage:p4d`): the machines on them are on lines of their own, at no cost. */
function hostFamily(usageType: string): string | undefined {
  return /Host(?:Usage|Reservation):([a-z0-9-]+)$/.exec(usageType)?.[1]
}

/** What is in a host of a family: the class and model of its machines; how many, the bill does not say. */
function hostAccelerator(family: string): Accelerator | undefined {
  const sizes = ['metal', '48xlarge', '24xlarge', '16xlarge', '8xlarge', '4xlarge', '2xlarge', 'xlarge', '32xlarge']
  return sizes.flatMap((size) => acceleratorOf(`${family}.${size}`) ?? [])[0]
}

/** `Hrs` in a CUR, `Hours` in FOCUS; the usage types of machines are hours by definition where the unit was not exported. */
function isHours(unit: string): boolean {
  return unit === '' || /^(?:hrs?|hours?)$/i.test(unit.trim())
}

function purchaseOf({line_type: type}: ChargeKind, head: string): Purchase {
  if (type === 'SavingsPlanCoveredUsage') return 'savings-plan'
  if (type === 'DiscountedUsage') return 'reserved'
  if (/^CapacityBlock|HostReservation/.test(head) || type === 'Fee') return 'upfront'
  if (/spot|TrSpt/i.test(head)) return 'spot'
  return type === anyUsage ? 'unknown' : 'on-demand'
}
