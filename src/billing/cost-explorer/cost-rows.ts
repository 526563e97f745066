import type {Answer} from './paid-answers.ts'
import {anyUsage} from '../../spend/classify/charge-kind.ts'
import {billError} from '../bill-error.ts'

/** A group of an answer as a line of the model (`spend/charges/charge-line.ts`); what is absent is NULL there. */
export type CostRow = Readonly<Record<CostColumn, string>>

type CostColumn =
  | 'start_time'
  | 'end_time'
  | 'bill_start'
  | 'bill_end'
  | 'currency'
  | 'entity'
  | 'line_type'
  | 'product'
  | 'product_name'
  | 'usage_type'
  | 'quantity'
  | 'unit'
  | 'unblended'
  | 'amortised'
  | 'net_amortised'

/** @throws {TrueupError} `cost-explorer-failed` where a group has no amounts */
export function costRows({results}: Answer, second: 'usage-type' | 'record-type'): readonly CostRow[] {
  return results.flatMap(({TimePeriod: period, Groups: groups = []}) =>
    groups.map(({Keys: [service = '', name = ''] = [], Metrics: metrics = {}}): CostRow => {
      const amountOf = (metric: string): string => {
        const amount = metrics[metric]?.Amount
        if (amount === undefined)
          throw billError('cost-explorer-failed', `Cost Explorer gave no ${metric} for ${service}`)
        return amount
      }
      const start = period?.Start ?? ''
      const usageType = second === 'usage-type' ? name : ''
      return {
        start_time: start,
        end_time: period?.End ?? start,
        bill_start: `${start.slice(0, 7)}-01`,
        bill_end: monthAfter(start),
        currency: metrics['UnblendedCost']?.Unit ?? '',
        entity: isMarketplace(usageType) ? 'AWS Marketplace' : 'AWS',
        line_type: second === 'usage-type' ? anyUsage : name,
        product: service.startsWith('Savings Plans for ') ? 'ComputeSavingsPlans' : service,
        product_name: service,
        usage_type: usageType,
        quantity: second === 'usage-type' ? amountOf('UsageQuantity') : '0',
        unit: second === 'usage-type' ? unitOf(metrics['UsageQuantity']?.Unit) : '',
        unblended: amountOf('UnblendedCost'),
        amortised: amountOf('AmortizedCost'),
        net_amortised: amountOf('NetAmortizedCost'),
      }
    }),
  )
}

/** A guess: products of Marketplace are not marked in an answer, but their usage types are of software. */
function isMarketplace(usageType: string): boolean {
  return /(?:^|-)(?:SoftwareUsage|MP):/.test(usageType)
}

/** `N/A` is said of hours, too: usage types of machines are hours by definition. */
function unitOf(unit = ''): string {
  return unit === 'N/A' ? '' : unit
}

export function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
