import {
  CloudWatchClient,
  GetMetricDataCommand,
  paginateListMetrics,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch'

import {call} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Measured, Metric, MetricStatistic} from '../../model/metric.ts'

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const queriesPerCall = 500
const period = 3600

export interface MetricSpan {
  readonly now: Date
  readonly hours: number
}

/** CloudWatch of one account in one region. */
export class Metrics {
  readonly #client: CloudWatchClient
  readonly #signal: AbortSignal

  constructor(session: AwsSession, region: string, signal: AbortSignal) {
    this.#client = new CloudWatchClient(session.clientSettings(region))
    this.#signal = signal
  }

  /**
   * Time series of a name that got a value in the last two weeks, with all their dimensions, which agents are free to choose.
   *
   * @throws FailedCall
   */
  async list(namespace: string, name: string): Promise<readonly Metric[]> {
    const found: Metric[] = []
    await call('cloudwatch:ListMetrics', async () => {
      const pages = paginateListMetrics(
        {client: this.#client},
        {Namespace: namespace, MetricName: name},
        {abortSignal: this.#signal},
      )
      for await (const {Metrics: page = []} of pages) {
        for (const {Dimensions = []} of page) {
          const dimensions = Object.fromEntries(Dimensions.map(({Name = '', Value = ''}) => [Name, Value]))
          found.push({namespace, name, dimensions})
        }
      }
    })
    return found
  }

  /**
   * One value an hour, five hundred series a call; a thousand of them cost a cent.
   *
   * @throws FailedCall
   */
  async read(
    metrics: readonly Metric[],
    statistic: MetricStatistic,
    {now, hours}: MetricSpan,
  ): Promise<readonly Measured[]> {
    // Whole hours, so that no period is cut.
    const end = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
    const start = new Date(end.getTime() - hours * 3_600_000)
    const measured: Measured[] = []
    for (let at = 0; at < metrics.length; at += queriesPerCall) {
      const batch = metrics.slice(at, at + queriesPerCall)
      const values = await this.#values(
        batch.map((metric, index) => queryOf(metric, statistic, index)),
        start,
        end,
      )
      measured.push(...batch.map((metric, index) => ({metric, values: values.get(`m${index}`) ?? []})))
    }
    return measured
  }

  close(): void {
    this.#client.destroy()
  }

  async #values(
    queries: MetricDataQuery[],
    StartTime: Date,
    EndTime: Date,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const values = new Map<string, number[]>()
    let token: string | undefined
    do {
      const command = new GetMetricDataCommand({
        MetricDataQueries: queries,
        StartTime,
        EndTime,
        ...(token === undefined ? {} : {NextToken: token}),
      })
      const answer = await call('cloudwatch:GetMetricData', async () =>
        this.#client.send(command, {abortSignal: this.#signal}),
      )
      for (const {Id = '', Values = []} of answer.MetricDataResults ?? []) {
        const known = values.get(Id)
        if (known) known.push(...Values)
        else values.set(Id, [...Values])
      }
      token = answer.NextToken
    } while (token)
    return values
  }
}

function queryOf({namespace, name, dimensions}: Metric, Stat: MetricStatistic, index: number): MetricDataQuery {
  return {
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({Name, Value})),
      },
      Period: period,
      Stat,
    },
  }
}
