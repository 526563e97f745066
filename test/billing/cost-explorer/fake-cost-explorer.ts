import type {Expression, GetCostAndUsageRequest} from '@aws-sdk/client-cost-explorer'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'

import {Decimal} from '../../../src/model/money.ts'
import type {SyntheticCharge} from '../../bills/synthetic/charge.ts'

/** What Cost Explorer calls services. */
const services: Readonly<Record<string, string>> = {
  AmazonEC2: 'Amazon Elastic Compute Cloud - Compute',
  AmazonSageMaker: 'Amazon SageMaker',
  ElasticMapReduce: 'Amazon Elastic MapReduce',
  AmazonEKS: 'Amazon Elastic Container Service for Kubernetes',
  AmazonBedrock: 'Amazon Bedrock',
  AmazonWorkSpaces: 'Amazon WorkSpaces',
  AmazonS3: 'Amazon Simple Storage Service',
  AmazonRegistrar: 'Amazon Registrar',
  ComputeSavingsPlans: 'Savings Plans for AWS Compute usage',
}

function serviceOf({product, productName}: SyntheticCharge): string {
  return services[product] ?? productName ?? product
}

export interface FakeCostExplorer extends AsyncDisposable {
  readonly url: string
  readonly asked: readonly GetCostAndUsageRequest[]
}

/** Groups a page: an answer of more has further pages, each of which is paid for. */
const page = 10

/** Cost Explorer over charges, on the loopback interface; `denied` answers nobody. */
export async function startFakeCostExplorer(
  charges: readonly SyntheticCharge[],
  options: {readonly denied?: true} = {},
): Promise<FakeCostExplorer> {
  const asked: GetCostAndUsageRequest[] = []
  const own = charges.filter(({answer}) => answer.bucket !== 'split-cost-children')
  const server = createServer((request, response) => {
    const answer = async (): Promise<string> => {
      const body = await text(request)
      if (body.includes('GetCallerIdentity')) return identity
      const input = JSON.parse(body) as GetCostAndUsageRequest
      asked.push(input)
      return JSON.stringify(answerTo(input, own))
    }
    void answer().then((body) => {
      const isDenied = options.denied === true && !body.startsWith('<')
      const type = body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.1'
      response.writeHead(isDenied ? 400 : 200, {'content-type': type})
      response.end(isDenied ? JSON.stringify({__type: 'AccessDeniedException', message: 'not yours'}) : body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const identity =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/reader</Arn><UserId>U</UserId><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'

function valueOf(charge: SyntheticCharge, key: string | undefined): string {
  if (key === 'SERVICE') return serviceOf(charge)
  return key === 'USAGE_TYPE' ? charge.usageType : charge.lineType
}

function answerTo(input: GetCostAndUsageRequest, charges: readonly SyntheticCharge[]): object {
  const {
    TimePeriod: period,
    Granularity: granularity,
    GroupBy: groupBy = [],
    Filter: filter,
    NextPageToken: token,
  } = input
  const within = charges.filter(
    (charge) =>
      charge.start.slice(0, 10) >= (period?.Start ?? '') &&
      charge.start.slice(0, 10) < (period?.End ?? '') &&
      (filter === undefined || holds(filter, charge)),
  )
  const timeOf = ({start}: SyntheticCharge) =>
    granularity === 'DAILY' ? start.slice(0, 10) : `${start.slice(0, 7)}-01`
  const groups = [
    ...Map.groupBy(within, (charge) =>
      JSON.stringify([timeOf(charge), ...groupBy.map(({Key: key}) => valueOf(charge, key))]),
    ),
  ]
  const start = Number(token ?? 0)
  const shown = groups.slice(start, start + page).map(([key, some]) => {
    const [time = '', ...keys] = JSON.parse(key) as string[]
    return {time, group: {Keys: keys, Metrics: metricsOf(some)}}
  })
  const results = [...Map.groupBy(shown, ({time}) => time)].map(([time, some]) => ({
    TimePeriod: {Start: time, End: time},
    Groups: some.map(({group}) => group),
    Estimated: false,
  }))
  return {ResultsByTime: results, ...(start + page < groups.length && {NextPageToken: String(start + page)})}
}

function holds(expression: Expression, charge: SyntheticCharge): boolean {
  const {And: and, Or: or, Not: not, Dimensions: dimensions, Tags: tags} = expression
  if (and) return and.every((one) => holds(one, charge))
  if (or) return or.some((one) => holds(one, charge))
  if (not) return !holds(not, charge)
  if (dimensions) return dimensions.Values?.includes(charge.lineType) ?? false
  return tags?.MatchOptions?.includes('ABSENT') === true && charge.tags?.[tags.Key ?? ''] === undefined
}

function metricsOf(charges: readonly SyntheticCharge[]): object {
  const sum = (of: (charge: SyntheticCharge) => string | undefined) =>
    charges.reduce((all, charge) => all.plus(of(charge) ?? 0), new Decimal(0)).toFixed()
  return {
    UnblendedCost: {Amount: sum(({answer}) => answer.unblended), Unit: 'USD'},
    AmortizedCost: {Amount: sum(({answer}) => answer.amortised), Unit: 'USD'},
    NetAmortizedCost: {Amount: sum(({answer}) => answer.netAmortised), Unit: 'USD'},
    UsageQuantity: {Amount: sum(({quantity}) => quantity), Unit: charges[0]?.unit ?? 'N/A'},
  }
}
