import type {GpuSpend, GpuSpendRow, ModelSpend} from '../model/bill-report.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {compareText} from '../model/finding.ts'
import {type KindSum, pricePerHour, sumOf, type TextRow} from './bill-sums.ts'
import type {MachineCharge} from './classify/classify.ts'
import {parseUsageType} from './classify/usage-type.ts'

/** One group of lines of accelerators: of one kind, in one place. */
export interface MachineLines {
  readonly account: string
  readonly region: string
  readonly kind: KindSum
  readonly machine: MachineCharge
  readonly cost: Decimal
  readonly quantity: Decimal
  readonly lines: number
  readonly firstStart?: string
  readonly lastStart?: string
  readonly lastEnd?: string
}

/** A row of `selectByKind` over account and region; undefined for a kind that charges no accelerators. */
export function machineLines(row: TextRow, kinds: ReadonlyMap<number, KindSum>): MachineLines | undefined {
  const kind = kinds.get(Number(row['kind']))
  const machine = kind?.classified.machine
  if (kind === undefined || machine === undefined) return undefined
  return {
    kind,
    machine,
    account: row['account'] ?? '',
    region: row['region'] || regionOf(kind),
    cost: new Decimal(row['cost'] ?? 0),
    quantity: new Decimal(row['quantity'] ?? 0),
    lines: Number(row['lines']),
    ...(row['first_start'] && {firstStart: row['first_start']}),
    ...(row['last_start'] && {lastStart: row['last_start']}),
    ...(row['last_end'] && {lastEnd: row['last_end']}),
  }
}

/** What the usage type says where the bill has no column for it. */
function regionOf({kind}: KindSum): string {
  return parseUsageType(kind.usage_type).region ?? ''
}

/** Hours of devices; undefined where the quantity is none of this machine's hours, or nobody knows how many devices it has. */
export function deviceHours({machine, quantity}: MachineLines): Decimal | undefined {
  return machine.hours && machine.accelerator ? quantity.times(machine.accelerator.count) : undefined
}

/** What accelerators cost, by place and machine, and by model. */
export function gpuSpend(all: readonly MachineLines[]): Pick<GpuSpend, 'acceleratorHours' | 'models' | 'rows'> {
  const used = all.filter(({kind}) => kind.classified.bucket === 'accelerators')
  const rows = [...Map.groupBy(all, rowKey).values()].map(rowOf).toSorted(byAmount)
  return {acceleratorHours: decimalText(hoursOf(used)), models: modelsOf(used), rows}
}

function rowKey({kind, machine, account, region}: MachineLines): string {
  const {role, instanceType, purchase} = machine
  return [kind.classified.bucket, account, region, kind.kind.product, role, instanceType, purchase].join('\n')
}

function rowOf(some: readonly MachineLines[]): GpuSpendRow {
  const [{kind, machine, account, region}] = some as readonly [MachineLines, ...MachineLines[]]
  const {accelerator} = machine
  const amount = sumOf(some.map(({cost}) => cost))
  const hours = hoursOf(some)
  const notes = [
    ...(accelerator?.verify === undefined ? [] : (['count-unverified'] as const)),
    ...(amount.isNegative() && !amount.isZero() ? (['negative'] as const) : []),
  ]
  return {
    bucket: kind.classified.bucket,
    account,
    region,
    product: kind.kind.product,
    role: machine.role,
    instanceType: machine.instanceType,
    purchase: machine.purchase,
    ...(accelerator && {class: accelerator.class, model: `${accelerator.vendor} ${accelerator.model}`}),
    amount: decimalText(amount),
    lines: some.reduce((sum, {lines}) => sum + lines, 0),
    ...(machine.hours && {machineHours: decimalText(sumOf(some.map(({quantity}) => quantity)))}),
    ...(machine.hours &&
      accelerator && {
        acceleratorHours: decimalText(hours),
        ...(hours.isPositive() && !hours.isZero() && {pricePerAcceleratorHour: pricePerHour(amount, hours)}),
      }),
    ...(machine.role === 'upfront' && paysFor(some)),
    ...(notes.length > 0 && {notes}),
  }
}

function paysFor(some: readonly MachineLines[]): Pick<GpuSpendRow, 'paysFor'> {
  const start = some.flatMap(({firstStart}) => firstStart ?? []).toSorted()[0]
  const end = some
    .flatMap(({lastEnd}) => lastEnd ?? [])
    .toSorted()
    .at(-1)
  return start === undefined || end === undefined ? {} : {paysFor: {start: isoTime(start), end: isoTime(end)}}
}

/** DuckDB writes a space for the T. */
function isoTime(text: string): string {
  return `${text.replace(' ', 'T')}Z`
}

/** By what is in the machines, whatever charges them; a price is what the machines cost, without fees on top. */
function modelsOf(used: readonly MachineLines[]): readonly ModelSpend[] {
  const known = used.filter(({machine}) => machine.accelerator !== undefined)
  const groups = Map.groupBy(known, ({machine: {accelerator}}) =>
    [accelerator?.class, `${accelerator?.vendor} ${accelerator?.model}`].join('\n'),
  )
  return [...groups]
    .map(([key, some]) => {
      const [name = '', model = ''] = key.split('\n')
      const hours = hoursOf(some)
      const paid = some.filter(({machine}) => machine.role !== 'surcharge')
      return {
        class: name,
        model,
        amount: decimalText(sumOf(some.map(({cost}) => cost))),
        acceleratorHours: decimalText(hours),
        ...(!hours.isZero() && {pricePerAcceleratorHour: pricePerHour(sumOf(paid.map(({cost}) => cost)), hours)}),
      }
    })
    .toSorted(byAmount)
}

function hoursOf(some: readonly MachineLines[]): Decimal {
  return sumOf(some.flatMap((lines) => deviceHours(lines) ?? []))
}

/** The dearest first; equal ones in the order of all that they say. */
export function byAmount<T extends {readonly amount: string}>(a: T, b: T): number {
  return new Decimal(b.amount).comparedTo(a.amount) || compareText(JSON.stringify(a), JSON.stringify(b))
}
