import * as Flags from '@oclif/core/flags'

import {BaseCommand} from '../../cli/base-command.ts'
import {billFlags, billRequestOf} from '../../cli/bill-flags.ts'
import {spendTargets} from '../../cli/spend-target.ts'
import {sharedSplits} from '../../model/unit-spend.ts'
import type {UnitSpendJson} from '../../report/bill/schema.ts'

export default class SpendUnit extends BaseCommand {
  static override summary = 'Tell what each customer costs, and what one unit of usage does.'

  static override description =
    'Joins a bill with a table of usage (columns customer, units and perhaps month): cost of each customer by a tag, its share of what all ' +
    'use, and what is nobody’s, which add up to the bill to the last digit. A second table (value, customer and perhaps weight) says whose a ' +
    'value of the tag is; an empty customer or * means all. AWS is not asked. --json is in the shape of schemas/spend-unit.schema.json. ' +
    'Exit codes: 0 summed, 2 wrong usage, or tables and bills that cannot be used, 3 a file could not be read.'

  static override examples = [
    {
      description: 'By the tag customer, shared cost by units',
      command: '<%= config.bin %> <%= command.id %> --bill cur/ --by tag:customer --usage usage.csv',
    },
    {
      description: 'By account, with support shared in equal parts, as a table for a spreadsheet',
      command:
        '<%= config.bin %> <%= command.id %> --bill cur/ --by account --customers accounts.csv --usage usage.csv --share-bucket support --split even --csv',
    },
  ]

  static override flags = {
    ...billFlags,
    by: Flags.string({
      summary: 'What tells whose a charge is. Given again, totals of the bill: as --by of `trueup spend gpu`.',
      helpValue: 'tag:KEY|account',
      helpGroup: 'CUSTOMERS',
      multiple: true,
      required: true,
    }),
    usage: Flags.string({
      summary: 'Usage as CSV: customer, units, and month (2026-10) where it tells months.',
      helpValue: 'FILE',
      helpGroup: 'CUSTOMERS',
      required: true,
    }),
    customers: Flags.string({
      summary:
        'Whose a value is, as CSV: value, customer, and weight for a fixed split. Default: each value is a customer.',
      helpValue: 'FILE',
      helpGroup: 'CUSTOMERS',
    }),
    'share-value': Flags.string({
      summary: 'Value whose charges all customers share. May be repeated.',
      helpValue: 'VALUE',
      helpGroup: 'CUSTOMERS',
      multiple: true,
    }),
    'share-bucket': Flags.string({
      summary: 'Bucket of the bill that all customers share: support, tax, unused-commitment ... May be repeated.',
      helpValue: 'BUCKET',
      helpGroup: 'CUSTOMERS',
      multiple: true,
    }),
    split: Flags.option({options: sharedSplits, default: 'proportional' as const})({
      summary: 'How shared cost is split: by units, in equal parts, or by the weights of --customers.',
      helpGroup: 'CUSTOMERS',
    }),
    csv: Flags.boolean({
      summary: 'Print the table as CSV, as --report csv does; its rounded column adds up to the bill.',
      exclusive: ['json'],
    }),
  }

  async run(): Promise<UnitSpendJson | undefined> {
    const {flags} = await this.parse(SpendUnit)
    const {readTable} = await import('../../cli/read-table.ts')
    const {spendUnit} = await import('../../pipeline/bill-unit.ts')
    const {exitCodeOf} = await import('../../cli/verdict.ts')
    const {split, 'share-value': sharedValues = [], 'share-bucket': sharedBuckets = []} = flags
    const [by = '', ...totals] = flags.by
    const customers = flags.customers === undefined ? {} : {customers: await readTable(flags.customers)}
    const tables = {usage: await readTable(flags.usage), ...customers}
    const targets = [...spendTargets(flags.report, this.typed), ...(flags.csv ? [{format: 'csv' as const}] : [])]
    const surroundings = this.surroundings()
    const bill = billRequestOf({...flags, by: totals.length > 0 ? totals : undefined}, targets, this.signal)
    const request = {...bill, showback: false, ...tables, by, split, sharedValues, sharedBuckets}
    const spend = await spendUnit(request, surroundings)
    this.progress.clear()
    process.exitCode = exitCodeOf({findings: [], gaps: spend.gaps}, {failOn: [], strict: flags.strict})
    const {unitSpendJson: json} = await import('../../report/bill/json.ts')
    const {renderUnitSpend: terminal} = await import('../../report/bill/unit.ts')
    const {unitTable: table} = await import('../../pipeline/spend-tables.ts')
    const {writeSpend} = await import('../../cli/write-spend.ts')
    const isJson = this.jsonEnabled()
    await writeSpend(spend, {terminal, json, table, rowsArePayers: true}, {targets, isJson, surroundings})
    return isJson ? json(spend) : undefined
  }
}
