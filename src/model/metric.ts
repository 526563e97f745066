/** A time series of CloudWatch, by its full name. */
export interface Metric {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** What was measured in a time: one value a period; a period without any has no value, which is not 0. */
export interface Measured {
  readonly metric: Metric
  readonly values: readonly number[]
}

/** How the periods of a time are told: by the highest value, or by the sum. */
export type MetricStatistic = 'Maximum' | 'Sum'
