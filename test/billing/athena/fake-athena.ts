import {createServer, type IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'

import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'

/** Functions of Trino that DuckDB calls otherwise: with them it runs what is written for Athena. */
const trinoFunctions = [
  'CREATE MACRO regexp_like(t, p) AS regexp_matches(t, p)',
  'CREATE MACRO json_format(j) AS CAST(j AS VARCHAR)',
  'CREATE MACRO json_extract_scalar(t, p) AS json_extract_string(TRY_CAST(t AS JSON), p)',
  'CREATE MACRO element_at(m, k) AS m[k]',
  'CREATE MACRO from_iso8601_timestamp(t) AS CAST(t AS TIMESTAMPTZ)',
]

export interface FakeAthena extends AsyncDisposable {
  readonly url: string
  /** Statements, in the order in which they were run. */
  readonly statements: readonly string[]
  /** `StartQueryExecution` and the like, and `GET s3://...`. */
  readonly calls: readonly string[]
}

export interface FakeOptions {
  /** The file that is the table `billing.cur`. */
  readonly bill: string
  /** What the workgroup says; `denied` where it may not be looked at. */
  readonly workgroup?: object | 'denied'
  readonly partitions?: readonly string[]
  /** How often a query is still running when it is looked at; default: never, for each time is waited for. */
  readonly running?: number
  /** How a query ends, where it does not end well. */
  readonly status?: object
  /** Rows a page of results. */
  readonly page?: number
}

interface Query {
  readonly status: object
  readonly rows: readonly (readonly (string | null)[])[]
  readonly columns: readonly string[]
  polls: number
}

const cell = (value: string | null) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`)

/** Athena on the loopback interface: its JSON on the wire, DuckDB behind it, its CSV in a bucket. */
export async function startFakeAthena(options: FakeOptions): Promise<FakeAthena> {
  const connection = await database(options)
  const statements: string[] = []
  const calls: string[] = []
  const queries = new Map<string, Query>()
  const server = createServer((request, response) => {
    const answer = async (): Promise<{status: number; body: string}> => {
      const target = String(request.headers['x-amz-target'] ?? '').split('.')[1]
      if (target === undefined) {
        const path = decodeURIComponent(request.url ?? '').replace(/\?.*/, '')
        calls.push(`GET s3:/${path}`)
        const query = queries.get(/([^/]+)\.csv$/.exec(path)?.[1] ?? '')
        if (!query) return {status: 404, body: '<Error><Code>NoSuchKey</Code><Message>absent</Message></Error>'}
        return {status: 200, body: [query.columns, ...query.rows].map((row) => row.map(cell).join(',')).join('\n')}
      }
      calls.push(target)
      const input = await inputOf(request)
      const {denied, ...result} = await answers(target, input, {options, connection, statements, queries})
      if (denied) return {status: 400, body: JSON.stringify({__type: 'AccessDeniedException', message: denied})}
      return {status: 200, body: JSON.stringify(result)}
    }
    answer().then(
      ({status, body}) => {
        response.writeHead(status, {'content-type': 'application/x-amz-json-1.1'})
        response.end(body)
      },
      (error: unknown) => {
        response.writeHead(400, {'content-type': 'application/x-amz-json-1.1'})
        response.end(JSON.stringify({__type: 'InvalidRequestException', message: String(error)}))
      },
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statements,
    calls,
    [Symbol.asyncDispose]: async () => {
      connection.closeSync()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function database({bill}: FakeOptions): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect()
  await connection.run("SET TimeZone = 'UTC'")
  await connection.run("ATTACH ':memory:' AS awsdatacatalog")
  await connection.run('CREATE SCHEMA awsdatacatalog.billing')
  for (const macro of trinoFunctions) await connection.run(macro)
  const from = bill.endsWith('.parquet')
    ? `read_parquet('${bill}')`
    : `read_csv('${bill}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`
  await connection.run(`CREATE TABLE awsdatacatalog.billing.cur AS SELECT * FROM ${from}`)
  return connection
}

async function inputOf(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await text(request)) as Record<string, string>
}

interface World {
  readonly options: FakeOptions
  readonly connection: DuckDBConnection
  readonly statements: string[]
  readonly queries: Map<string, Query>
}

async function answers(
  target: string,
  input: Readonly<Record<string, string>>,
  {options, connection, statements, queries}: World,
): Promise<{readonly denied?: string} & Readonly<Record<string, unknown>>> {
  const {
    workgroup = {ResultConfiguration: {OutputLocation: 's3://results/here/'}},
    partitions = [],
    page,
    running = 0,
  } = options
  const id = input['QueryExecutionId'] ?? ''
  const query = queries.get(id)
  if (target === 'GetWorkGroup') {
    return workgroup === 'denied' ? {denied: 'not yours'} : {WorkGroup: {Name: 'primary', Configuration: workgroup}}
  }
  if (target === 'GetTableMetadata') {
    const described = await connection.runAndReadAll('DESCRIBE awsdatacatalog.billing.cur')
    const columns = (described.getRowObjectsJson() as {column_name: string; column_type: string}[]).map(
      ({column_name: name, column_type: type}) => ({Name: name, Type: glueType(type)}),
    )
    return {TableMetadata: {Name: 'cur', Columns: columns, PartitionKeys: partitions.map((name) => ({Name: name}))}}
  }
  if (target === 'StartQueryExecution') {
    const sql = input['QueryString'] ?? ''
    statements.push(sql)
    const own = `q-${statements.length}`
    queries.set(own, {
      ...(options.status ? {rows: [], columns: []} : await ran(connection, sql)),
      status: options.status ?? {State: 'SUCCEEDED'},
      polls: 0,
    })
    return {QueryExecutionId: own}
  }
  if (!query) throw new Error(`no query ${id}`)
  if (target === 'GetQueryExecution') {
    query.polls += 1
    const managed = workgroup !== 'denied' && 'ManagedQueryResultsConfiguration' in workgroup
    return {
      QueryExecution: {
        QueryExecutionId: id,
        Status: query.polls <= running ? {State: 'RUNNING'} : query.status,
        Statistics: {DataScannedInBytes: 123_456_789},
        ...(!managed && {ResultConfiguration: {OutputLocation: `s3://results/here/${id}.csv`}}),
      },
    }
  }
  const all = [query.columns, ...query.rows]
  const start = Number(input['NextToken'] ?? 0)
  const end = start + (page ?? all.length)
  const rows = all.slice(start, end).map((row) => ({
    Data: row.map((value) => (value === null ? {} : {VarCharValue: value})),
  }))
  return {ResultSet: {Rows: rows}, ...(end < all.length && {NextToken: String(end)})}
}

/** As Athena writes them: timestamps with milliseconds. */
async function ran(connection: DuckDBConnection, sql: string): Promise<Pick<Query, 'rows' | 'columns'>> {
  const read = await connection.runAndReadAll(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql})`)
  const rows = read.getRowsJson() as (string | null)[][]
  const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/
  return {
    columns: read.columnNames(),
    rows: rows.map((row) => row.map((value) => (value !== null && isTime.test(value) ? `${value}.000` : value))),
  }
}

function glueType(type: string): string {
  if (type.startsWith('MAP')) return 'map<string,string>'
  return type === 'VARCHAR' ? 'string' : type.toLowerCase()
}
