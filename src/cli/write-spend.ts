import {writeAtomically} from '../files/atomic-write.ts'
import type {BillSpend} from '../model/bill-report.ts'
import type {SpendTable} from '../model/spend-table.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {renderTableCsv} from '../report/bill/table-csv.ts'
import {chunks} from '../report/chunks.ts'
import type {FormatOptions} from '../report/format.ts'
import {writeJson} from '../report/write-json.ts'
import {screenOf} from './screen.ts'
import type {SpendFormat, SpendTarget} from './spend-target.ts'
import {writeToStream} from './write-reports.ts'

/** An answer about a bill in each of its forms. */
export interface SpendForms<Spend extends BillSpend> {
  readonly terminal: (spend: Spend, options: FormatOptions) => Iterable<string>
  readonly json: (spend: Spend) => object
  /** The rows of the answer, which sum to the bill. */
  readonly table: (spend: Spend) => SpendTable
  /** Where the rows of the answer are a showback themselves. */
  readonly rowsArePayers?: true
}

/**
 * Writes each report to its file or to the screen; text for a person where none is asked for. Under `--json` standard output belongs to the
 * result. FOCUS has been written while the bill was open.
 */
export async function writeSpend<Spend extends BillSpend>(
  spend: Spend,
  forms: SpendForms<Spend>,
  {targets, isJson, surroundings}: {targets: readonly SpendTarget[]; isJson: boolean; surroundings: Surroundings},
): Promise<void> {
  const screen = screenOf(process.stdout, process.env)
  const asked: readonly SpendTarget[] = targets.length > 0 || isJson ? targets : [{format: 'terminal'}]
  const tables = await import('../pipeline/spend-tables.ts')
  for (const {format, file} of asked) {
    if (format === 'focus-1.2' || (isJson && file === undefined)) continue
    const table = () => tables.mainTable(spend, forms.table)
    if (format === 'parquet') {
      await tables.writeParquet(table(), file ?? '', surroundings)
      continue
    }
    const payers = (kind: 'showback' | 'chargeback') =>
      forms.rowsArePayers ? forms.table(spend) : tables.payersTable(spend, kind)
    const options = {width: screen.width, colour: file === undefined && screen.colour}
    const pieces = chunks(textOf(format, spend, forms, {table, payers, options}))
    if (file === undefined) await writeToStream(pieces, screen.stream)
    else await writeAtomically(file, pieces, surroundings.signal)
  }
}

interface Made {
  readonly table: () => SpendTable
  readonly payers: (kind: 'showback' | 'chargeback') => SpendTable | undefined
  readonly options: FormatOptions
}

function textOf<Spend extends BillSpend>(
  format: Exclude<SpendFormat, 'parquet' | 'focus-1.2'>,
  spend: Spend,
  forms: SpendForms<Spend>,
  {table, payers, options}: Made,
): Iterable<string> {
  if (format === 'terminal') return forms.terminal(spend, options)
  if (format === 'json') return writeJson({...forms.json(spend)})
  const rows = format === 'csv' ? table() : payers(format)
  return rows ? renderTableCsv(rows) : []
}
