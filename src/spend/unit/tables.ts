import {parse} from 'csv-parse/sync'

import {userError} from '../../errors.ts'
import {Decimal} from '../../model/money.ts'

/** Units that customers used. */
export interface Usage {
  /** Whether the table tells months; else there is one month, of the name ''. */
  readonly monthly: boolean
  readonly units: ReadonlyMap<string, ReadonlyMap<string, Decimal>>
}

/** Whose the values of a bill are. */
export interface Customers {
  /** By value; an empty name is what all customers share. */
  readonly of: ReadonlyMap<string, string>
  /** By customer, for a fixed split. */
  readonly weights: ReadonlyMap<string, Decimal>
}

/** Text of a file, with its name for messages. */
export interface TableText {
  readonly file: string
  readonly text: string
}

/**
 * `customer,units` and, where it tells months, `month` (`2026-10`, or a day in it). Several rows of a customer add up.
 * @throws TrueupError `table-invalid`
 */
export function usageIn({file, text}: TableText): Usage {
  const rows = rowsOf({file, text}, ['customer', 'units'], ['month'])
  const monthly = rows.some(({cells}) => cells['month'] !== undefined)
  const units = new Map<string, Map<string, Decimal>>()
  for (const {line, cells} of rows) {
    const month = monthly ? monthOf(cells['month'] ?? '', {file, line}) : ''
    const customer = cells['customer'] ?? ''
    if (customer === '') throw invalid(file, line, 'names no customer')
    const of = units.get(month) ?? new Map<string, Decimal>()
    of.set(customer, (of.get(customer) ?? new Decimal(0)).plus(amountOf(cells['units'] ?? '', {file, line})))
    units.set(month, of)
  }
  return {monthly, units}
}

/**
 * `value,customer` and, for a fixed split, `weight`. An empty customer, or `*`, is what all share.
 * @throws TrueupError `table-invalid`
 */
export function customersIn({file, text}: TableText): Customers {
  const of = new Map<string, string>()
  const weights = new Map<string, Decimal>()
  for (const {line, cells} of rowsOf({file, text}, ['value', 'customer'], ['weight'])) {
    const [value = '', named = ''] = [cells['value'], cells['customer']]
    const customer = named === '*' ? '' : named
    const known = of.get(value)
    if (known !== undefined && known !== customer) {
      throw invalid(file, line, `gives ${JSON.stringify(value)} to a second customer: ${JSON.stringify(known)} has it`)
    }
    of.set(value, customer)
    if (cells['weight']) weights.set(customer, amountOf(cells['weight'], {file, line}))
  }
  return {of, weights}
}

interface Place {
  readonly file: string
  readonly line: number
}

interface TableRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string | undefined>>
}

function rowsOf(
  {file, text}: TableText,
  required: readonly string[],
  optional: readonly string[],
): readonly TableRow[] {
  const records = parsed(file, text)
  const [head, ...rest] = records
  const names = (head?.record ?? []).map((name) => name.toLowerCase())
  const lacking = required.filter((name) => !names.includes(name))
  if (lacking.length > 0) {
    throw invalid(
      file,
      1,
      `has no column ${lacking.join(', ')}: it needs ${required.join(',')}, and may have ${optional.join(',')}`,
    )
  }
  const unknown = names.filter((name) => ![...required, ...optional].includes(name))
  if (unknown.length > 0) throw invalid(file, 1, `has a column ${JSON.stringify(unknown[0])} that means nothing here`)
  return rest.map(({record, info}) => ({
    line: info.lines,
    cells: Object.fromEntries(names.map((name, at) => [name, record[at]])),
  }))
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: {readonly lines: number}
}

function parsed(file: string, text: string): readonly Parsed[] {
  try {
    return parse(text, {bom: true, info: true, skip_empty_lines: true, trim: true}) as unknown as readonly Parsed[]
  } catch (error) {
    const {message, lines} = error as {readonly message: string; readonly lines?: number}
    throw invalid(file, lines ?? 1, `is no CSV: ${message}`)
  }
}

function amountOf(text: string, {file, line}: Place): Decimal {
  if (!/^\d+(?:\.\d+)?$/.test(text))
    throw invalid(file, line, `has ${JSON.stringify(text)} where a number that is not negative belongs`)
  return new Decimal(text)
}

function monthOf(text: string, {file, line}: Place): string {
  const [month] = /^\d{4}-(?:0[1-9]|1[0-2])(?=$|-\d{2}$)/.exec(text) ?? []
  if (month === undefined)
    throw invalid(file, line, `has ${JSON.stringify(text)} where a month belongs, such as 2026-10`)
  return month
}

function invalid(file: string, line: number, problem: string) {
  return userError('table-invalid', `${file}:${line} ${problem}`, 'See trueup spend unit --help for the columns')
}
