/** Accelerator spend without a bill: what runs now at list prices. Amounts are decimal text, in `currency`. */
export interface RunRate {
  readonly currency: string
  /** How the figure was reached; printed wherever the figure is. */
  readonly basis: 'on-demand list price, Linux'
  /** Dates of the price lists used, ISO 8601, by region. */
  readonly pricesAsOf: Readonly<Record<string, string>>
  readonly hourly: string
  readonly monthly: string
  readonly unowned: {
    readonly hourly: string
    readonly monthly: string
    readonly instances: number
    readonly accelerators: string
  }
  readonly instances: number
  /** Devices; fractional ones count as fractions. */
  readonly accelerators: string
  readonly rows: readonly RunRateRow[]
  /** Tag keys that say who owns an instance; absent where no policy asks for any, and then nothing is known of ownership. */
  readonly ownershipKeys?: readonly string[]
  /** Accelerated instances that do not run, and so cost no compute. */
  readonly notRunning?: number
  /** Totals of rows in further currencies (China is priced in CNY); absent where there is but one. Nothing is ever converted. */
  readonly otherCurrencies?: readonly CurrencyTotal[]
  /** Reserved capacity that nothing runs in: among the rows and the totals of money, not among the instances. */
  readonly unused?: {
    readonly hourly: string
    readonly monthly: string
    readonly instances: number
    readonly accelerators: string
  }
  /** What CloudWatch measured; absent where nobody asked. */
  readonly utilisation?: Utilisation
  /** What may run accelerators and was not looked at, in words; absent where not all that runs was asked for. */
  readonly notLookedAt?: readonly string[]
}

/** How much accelerators did, of objects that run some. */
export interface Utilisation {
  /** How far back was looked. */
  readonly hours: number
  readonly measured: number
  readonly idle: number
  /** Objects that no metric is about, or none long enough: nothing is said of their use. */
  readonly noMetric: number
  /** Time series that CloudWatch was asked for; a thousand cost USD 0.01. */
  readonly metrics: number
}

/** What a machine runs for, where it is no EC2 instance of its own. */
export type RunRateUse =
  | 'sagemaker-endpoint'
  | 'sagemaker-notebook'
  | 'sagemaker-studio'
  | 'sagemaker-training'
  | 'sagemaker-hyperpod'
  | 'dedicated-host'
  | 'unused-reservation'
  | 'bedrock-throughput'

export interface CurrencyTotal {
  readonly currency: string
  readonly hourly: string
  readonly monthly: string
  readonly unowned: {readonly hourly: string; readonly monthly: string}
}

/**
 * Why a row's figures are not quite what is paid or who pays. `spot`, `capacity-block`: the list price is an upper bound;
 * `spot-price`: it is what the Spot market asked
 * for. `on-host`: its host is paid, in a row of its own. `dedicated`, `not-linux`: the list price is a lower bound. `state-unknown`: it may not run. `count-unverified`: the catalogue doubts its count.
 * `tags-unknown`: whether it is owned is not known, so it is not among the unowned.
 */
export type RunRateNote =
  | 'spot'
  | 'spot-price'
  | 'on-host'
  | 'capacity-block'
  | 'dedicated'
  | 'not-linux'
  | 'state-unknown'
  | 'count-unverified'
  | 'tags-unknown'

/** Accelerated machines of one type that one object runs or reserves: mostly one instance. */
export interface RunRateRow {
  readonly id: string
  readonly address?: string
  readonly arn?: string
  readonly account: string
  readonly region: string
  readonly instanceType: string
  /** `gpu`, `neuron`, `gaudi`, ...: see `catalog/accelerators/`. */
  readonly acceleratorClass: string
  readonly model: string
  readonly accelerators: string
  /** Absent where no price is known for the region: then it is a gap, and not in any total. */
  readonly hourly?: string
  readonly monthly?: string
  /** Required keys that it does not carry; empty where it is owned. */
  readonly missingKeys: readonly string[]
  /** Of `hourly` and `monthly`. */
  readonly currency?: string
  readonly notes?: readonly RunRateNote[]
  /** Absent for an EC2 instance. */
  readonly use?: RunRateUse
  /** How many machines it stands for; absent: one. */
  readonly machines?: number
  /** What started it and answers for it, where Terraform does not: `EKS node group gpu`, `AWS Batch`. */
  readonly keptBy?: string
}
