import {machineIn} from '../charges/machine-token.ts'
import regions from '../../catalog/data/billing-regions.json' with {type: 'json'}

export interface UsageType {
  /** `BoxUsage`; the whole of a usage type that names nothing after a colon. */
  readonly head: string
  /** Where the prefix says so; a usage type without one is of us-east-1, if its product has regions at all. */
  readonly region?: string
  readonly machine?: string
}

const byPrefix: ReadonlyMap<string, string> = new Map(Object.entries(regions.prefixes))

/** Of regions, of local zones and Wavelength zones after them, known to the table or not: `USW2-`, `USW2-LAX1-`, `EU-`. */
const prefixes = /^(?:(?:[A-Z]{2,4}[0-9]+|EU|US)-)+/

/** `USE2-BoxUsage:p5.48xlarge`: region, head, machine. */
export function parseUsageType(usageType: string): UsageType {
  const prefix = prefixes.exec(usageType)?.[0] ?? ''
  const region = byPrefix.get(prefix.split('-')[0] ?? '')
  const [head = ''] = usageType.slice(prefix.length).split(':')
  const machine = machineIn(usageType)
  return {head, ...(region !== undefined && {region}), ...(machine !== undefined && {machine})}
}
