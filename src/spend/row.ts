import {acceleratorOf, type Accelerator} from '../catalog/accelerators/accelerators.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare} from '../join/subject.ts'
import type {LiveObject} from '../model/live.ts'
import {Decimal, decimalText} from '../model/money.ts'
import type {RunRateNote, RunRateRow, RunRateUse} from '../model/spend.ts'

/** Machines of one type that an object runs or reserves: what they are, and how far their price can be trusted. */
export interface Machine {
  readonly instanceType: string
  readonly accelerator: Accelerator
  readonly notes: readonly RunRateNote[]
  readonly use?: RunRateUse
  /** Default: one. */
  readonly machines?: Decimal
}

/** Empty where no price is known. */
export type Price = Pick<RunRateRow, 'hourly' | 'monthly' | 'currency'>

/** Who answers for it. */
export interface Responsible {
  readonly missing: readonly string[] | 'unknown'
  readonly keptBy?: string
}

export function rowOf(
  object: JoinedObject,
  {location, arn}: LiveObject,
  {instanceType, accelerator, notes: known, use, machines = new Decimal(1)}: Machine,
  {missing, keptBy}: Responsible,
  price: Price,
): RunRateRow {
  const address = mainShare(object)?.resource.address
  const notes: readonly RunRateNote[] = [
    ...known,
    ...(accelerator.verify === undefined ? [] : (['count-unverified'] as const)),
    ...(missing === 'unknown' ? (['tags-unknown'] as const) : []),
  ]
  return {
    id: object.id,
    ...(address !== undefined && {address}),
    ...(arn !== undefined && {arn}),
    account: location.account,
    region: location.region,
    instanceType,
    acceleratorClass: accelerator.class,
    model: `${accelerator.vendor} ${accelerator.model}`,
    accelerators: decimalText(machines.times(accelerator.count)),
    ...price,
    missingKeys: missing === 'unknown' ? [] : missing,
    ...(notes.length > 0 && {notes}),
    ...(use !== undefined && {use}),
    ...(!machines.equals(1) && {machines: machines.toNumber()}),
    ...(keptBy !== undefined && address === undefined && {keptBy}),
  }
}

/** How many machines run in a row; reserved and paid capacity is none that runs. */
export function runningMachines({use, machines = 1}: RunRateRow): number {
  return use !== undefined && (idleUses.has(use) || use === 'bedrock-throughput') ? 0 : machines
}

/** Devices that run. */
export function runningDevices(row: RunRateRow): string {
  return runningMachines(row) === 0 ? '0' : row.accelerators
}

const idleUses: ReadonlySet<RunRateUse> = new Set<RunRateUse>(['dedicated-host', 'unused-reservation'])

/** A dedicated host holds as many devices as its family has in the largest size, which its instances share. */
export function hostAccelerator(family: string, sizes: readonly string[]): Accelerator | undefined {
  const known = sizes.filter((size) => size.startsWith(`${family}.`)).flatMap((size) => acceleratorOf(size) ?? [])
  const [largest] = known.toSorted((a, b) => new Decimal(b.count).comparedTo(a.count))
  return largest
}
