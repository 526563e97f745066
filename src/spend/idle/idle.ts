import {useMetrics, type UseMetric} from '../../catalog/accelerators/use-metrics.ts'
import type {Measured, Metric} from '../../model/metric.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {ObjectType} from '../../model/live.ts'

/** Below this in every hour, of one device in percent, an accelerator does nothing: what drivers and probes do is less. */
const idleBelow = 5
/** A day at least: a shorter one tells of a pause. */
const leastHours = 24
/** How far back is looked. */
export const hoursLookedAt = 168

/** What was measured of one object. */
export interface Use {
  /** `CWAgent nvidia_smi_utilization_gpu` */
  readonly metric: string
  /** The most of all devices in any hour, in percent. */
  readonly peak: string
  readonly isIdle: boolean
}

/** The name of an object in dimensions: of ARNs and names with a path the last part. */
function nameInDimension(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

/** Series that are about an object. */
export function seriesOf(type: ObjectType, id: string, listed: readonly Metric[]): readonly Metric[] {
  const name = nameInDimension(id)
  return listed.filter((metric) => useMetrics.some((use) => isAbout(use, type, name, metric)))
}

function isAbout(
  {namespace, name: metricName, objectType, dimension, isPrefix}: UseMetric,
  type: ObjectType,
  name: string,
  metric: Metric,
): boolean {
  const value = metric.dimensions[dimension]
  if (objectType !== type || value === undefined) return false
  if (namespace !== metric.namespace || metricName !== metric.name) return false
  return isPrefix ? value.startsWith(`${name}/`) : value === name
}

/** Undefined where nothing was measured, or not long enough to say anything. */
export function useOfSeries(measured: readonly Measured[]): Use | undefined {
  const long = measured.filter(({values}) => values.length >= leastHours)
  // Of a device that was measured too short a time nothing is known, and so nothing of the whole.
  if (long.length === 0 || measured.some(({values}) => values.length > 0 && values.length < leastHours))
    return undefined
  const peaks = long.map(({metric, values}) => ({metric, peak: peakOf(metric, values)}))
  const [most] = peaks.toSorted((a, b) => b.peak.comparedTo(a.peak))
  if (!most) return undefined
  const {namespace, name} = most.metric
  return {metric: `${namespace} ${name}`, peak: decimalText(most.peak), isIdle: most.peak.lt(idleBelow)}
}

function peakOf({namespace, name}: Metric, values: readonly number[]): Decimal {
  const {scale = 1} = useMetrics.find((use) => use.namespace === namespace && use.name === name) ?? {}
  return Decimal.max(...values).times(scale)
}
