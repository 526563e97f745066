import {setTimeout as delay} from 'node:timers/promises'

import type {AthenaClient, GetQueryExecutionCommandOutput, QueryExecution} from '@aws-sdk/client-athena'

import {call, FailedCall} from '../../aws/call.ts'
import type {SourceColumn} from '../../model/bill.ts'
import {billError} from '../bill-error.ts'
import {quoteName} from './athena-sql.ts'
import type {AthenaPlace} from './place.ts'

/** What is known of a workgroup before it is asked anything. */
export interface Workgroup {
  /** Not where it may not be looked at: then nothing is. */
  readonly isKnown: boolean
  readonly output?: string
  /** Athena keeps the results itself, and in no bucket. */
  readonly managed?: boolean
  readonly mostBytes?: number
  readonly isDisabled?: boolean
}

/** A query that has ended well. */
export interface Answered {
  readonly id: string
  /** `s3://` of the CSV; absent where Athena keeps the results itself. */
  readonly output?: string
  readonly bytes: number
}

/** One table of one workgroup, and the calls that it takes. */
export class Athena {
  readonly #client: AthenaClient
  readonly #place: AthenaPlace
  readonly #output: string | undefined
  readonly #signal: AbortSignal

  constructor(client: AthenaClient, place: AthenaPlace, output: string | undefined, signal: AbortSignal) {
    this.#client = client
    this.#place = place
    this.#output = output
    this.#signal = signal
  }

  /** @throws {TrueupError} `athena-denied`, `athena-failed` */
  async columns(): Promise<{readonly columns: readonly SourceColumn[]; readonly partitions: readonly string[]}> {
    const {GetTableMetadataCommand} = await import('@aws-sdk/client-athena')
    const {url, workgroup, catalog, database, table} = this.#place
    const command = new GetTableMetadataCommand({
      WorkGroup: workgroup,
      CatalogName: catalog,
      DatabaseName: database,
      TableName: table,
    })
    const {TableMetadata: metadata} = await this.#told('athena:GetTableMetadata', () =>
      this.#client.send(command, {abortSignal: this.#signal}),
    )
    const all = [...(metadata?.Columns ?? []), ...(metadata?.PartitionKeys ?? [])]
    if (all.length === 0) throw billError('athena-failed', `${url} has no columns`)
    return {
      columns: all.map(({Name: name = '', Type: type = 'string'}) => ({name, type, sql: quoteName(name)})),
      partitions: (metadata?.PartitionKeys ?? []).map(({Name: name = ''}) => name),
    }
  }

  /** Nothing is known where the workgroup may not be looked at: the queries tell what is wrong, if anything is. */
  async workgroup(): Promise<Workgroup> {
    const {GetWorkGroupCommand} = await import('@aws-sdk/client-athena')
    const command = new GetWorkGroupCommand({WorkGroup: this.#place.workgroup})
    try {
      const {WorkGroup: found} = await call('athena:GetWorkGroup', () =>
        this.#client.send(command, {abortSignal: this.#signal}),
      )
      const {ResultConfiguration: results, BytesScannedCutoffPerQuery: mostBytes} = found?.Configuration ?? {}
      return {
        isKnown: true,
        ...(results?.OutputLocation !== undefined && {output: results.OutputLocation}),
        ...(found?.Configuration?.ManagedQueryResultsConfiguration?.Enabled === true && {managed: true}),
        ...(mostBytes !== undefined && {mostBytes}),
        ...(found?.State === 'DISABLED' && {isDisabled: true}),
      }
    } catch (error) {
      if (error instanceof FailedCall && error.failure.reason === 'denied') return {isKnown: false}
      throw this.#failure(error)
    }
  }

  /** @throws {TrueupError} `athena-denied`, `athena-limit`, `athena-failed` */
  async run(sql: string): Promise<Answered> {
    const {StartQueryExecutionCommand} = await import('@aws-sdk/client-athena')
    const {workgroup, catalog, database} = this.#place
    const command = new StartQueryExecutionCommand({
      QueryString: sql,
      WorkGroup: workgroup,
      QueryExecutionContext: {Catalog: catalog, Database: database},
      ...(this.#output !== undefined && {ResultConfiguration: {OutputLocation: this.#output}}),
    })
    const {QueryExecutionId: id = ''} = await this.#told('athena:StartQueryExecution', () =>
      this.#client.send(command, {abortSignal: this.#signal}),
    )
    try {
      return answered(await this.#ended(id))
    } catch (error) {
      if (this.#signal.aborted) await this.#stop(id)
      throw error
    }
  }

  /** All rows of a query, page by page, the header left out: for results that are in no bucket. */
  async *pages(id: string): AsyncGenerator<readonly (readonly (string | null)[])[]> {
    const {GetQueryResultsCommand} = await import('@aws-sdk/client-athena')
    let token: string | undefined
    let isFirst = true
    do {
      const command = new GetQueryResultsCommand({
        QueryExecutionId: id,
        MaxResults: 1000,
        ...(token !== undefined && {NextToken: token}),
      })
      const {ResultSet: results, NextToken: next} = await this.#told('athena:GetQueryResults', () =>
        this.#client.send(command, {abortSignal: this.#signal}),
      )
      const rows = (results?.Rows ?? []).map(({Data: cells = []}) => cells.map((cell) => cell.VarCharValue ?? null))
      yield isFirst ? rows.slice(1) : rows
      isFirst = false
      token = next
    } while (token !== undefined)
  }

  async #ended(id: string): Promise<QueryExecution> {
    const {GetQueryExecutionCommand} = await import('@aws-sdk/client-athena')
    for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
      const command = new GetQueryExecutionCommand({QueryExecutionId: id})
      const {QueryExecution: query}: GetQueryExecutionCommandOutput = await this.#told('athena:GetQueryExecution', () =>
        this.#client.send(command, {abortSignal: this.#signal}),
      )
      if (query && !['QUEUED', 'RUNNING'].includes(query.Status?.State ?? '')) return query
      await delay(wait, undefined, {signal: this.#signal})
    }
  }

  /** An interrupted query goes on, and is paid for, unless somebody stops it. */
  async #stop(id: string): Promise<void> {
    const {StopQueryExecutionCommand} = await import('@aws-sdk/client-athena')
    await this.#client.send(new StopQueryExecutionCommand({QueryExecutionId: id})).catch(() => undefined)
  }

  async #told<T>(action: string, send: () => Promise<T>): Promise<T> {
    try {
      return await call(action, send)
    } catch (error) {
      throw this.#failure(error)
    }
  }

  #failure(error: unknown): unknown {
    if (!(error instanceof FailedCall)) return error
    const {reason, detail} = error.failure
    return billError(reason === 'denied' ? 'athena-denied' : 'athena-failed', `${this.#place.url}: ${detail}`, error)
  }
}

const firstWaitMs = 200
const longestWaitMs = 3000

function answered({
  QueryExecutionId: id = '',
  Status: status,
  Statistics: statistics,
  ...query
}: QueryExecution): Answered {
  const bytes = statistics?.DataScannedInBytes ?? 0
  const said = status?.AthenaError?.ErrorMessage ?? status?.StateChangeReason ?? 'no reason was given'
  if (status?.State !== 'SUCCEEDED') {
    // "Query cancelled! : Bytes scanned limit was exceeded", and it is paid for up to there.
    if (/bytes scanned limit/i.test(`${status?.StateChangeReason} ${said}`)) {
      throw billError('athena-limit', `the query ${id} was cancelled by the limit of its workgroup: ${said}`)
    }
    const denied = /access denied|not authorized|insufficient (?:permissions|lake formation)/i.test(said)
    const how = status?.State === 'CANCELLED' ? 'was cancelled' : 'failed'
    throw billError(denied ? 'athena-denied' : 'athena-failed', `the query ${id} ${how}: ${said}`)
  }
  const output = query.ResultConfiguration?.OutputLocation
  return {id, bytes, ...(output !== undefined && {output})}
}
