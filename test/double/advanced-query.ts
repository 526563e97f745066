import {AwsFault} from './wire/fault.ts'

/** What the double understands of an advanced query. */
export interface AdvancedQuery {
  readonly columns: readonly string[]
  /** By Config's names. */
  readonly types: readonly string[]
  readonly accounts: readonly string[]
  readonly regions: readonly string[]
}

/**
 * The part of the query language that trueup speaks: `SELECT columns WHERE field = 'x' AND field IN ('x', 'y')`. Anything else is
 * refused, as Config refuses what it does not understand
 * (https://docs.aws.amazon.com/config/latest/developerguide/query-components.html).
 */
export function parseQuery(expression: string): AdvancedQuery {
  const query = parsed.get(expression) ?? parse(expression)
  parsed.set(expression, query)
  return query
}

/** The same is asked in every place, and for every page. */
const parsed = new Map<string, AdvancedQuery>()

function parse(expression: string): AdvancedQuery {
  if (expression.length > 4096) throw new AwsFault('InvalidExpressionException', 'The expression is too long.')
  const [, columns, conditions] = /^\s*SELECT\s+(.+?)\s+WHERE\s+(.+?)\s*$/is.exec(expression) ?? []
  if (columns === undefined || conditions === undefined) throw invalid(expression)
  const values = new Map<string, readonly string[]>()
  for (const condition of conditions.split(/\s+AND\s+/i)) {
    const [, field, list] = /^\(?\s*(\w+)\s*(?:=|IN)\s*(.+?)\s*\)?$/is.exec(condition) ?? []
    const texts = [...(list ?? '').matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '')
    if (field === undefined || !fields.has(field) || texts.length === 0) throw invalid(expression)
    values.set(field, texts)
  }
  return {
    columns: columns.split(',').map((column) => column.trim()),
    types: values.get('resourceType') ?? [],
    accounts: values.get('accountId') ?? [],
    regions: values.get('awsRegion') ?? [],
  }
}

const fields = new Set(['resourceType', 'accountId', 'awsRegion'])

function invalid(expression: string): AwsFault {
  return new AwsFault('InvalidExpressionException', `The double does not understand: ${expression.slice(0, 200)}`)
}
