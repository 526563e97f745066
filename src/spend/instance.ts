import {isRecord, type Value, type ValueRecord} from '../model/value.ts'
import type {RunRateNote} from '../model/spend.ts'

/** What decides whether a live instance costs, and how close the list price is to what it costs. */
export interface InstanceFacts {
  readonly runs: 'yes' | 'no' | 'unknown'
  readonly notes: readonly RunRateNote[]
}

/**
 * From the canonical properties of an AWS::EC2::Instance. `State.Name`, `Tenancy` and `Placement.Tenancy` are the resource schema's;
 * `InstanceLifecycle` and `Platform` are pseudo-properties named as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html. What is absent is not known, or the usual case.
 */
export function instanceFacts(properties: ValueRecord): InstanceFacts {
  const state = textAt(properties, 'State', 'Name') ?? textAt(properties, 'State')
  const lifecycle = textAt(properties, 'InstanceLifecycle')
  const tenancy = textAt(properties, 'Tenancy') ?? textAt(properties, 'Placement', 'Tenancy') ?? 'default'
  const platform = textAt(properties, 'Platform') ?? ''
  const notes = [
    lifecycle === 'spot' && 'spot',
    lifecycle === 'capacity-block' && 'capacity-block',
    tenancy === 'host' && 'on-host',
    tenancy !== 'default' && tenancy !== 'host' && 'dedicated',
    platform !== '' && !/linux/i.test(platform) && 'not-linux',
    state === undefined && 'state-unknown',
  ] as const
  return {runs: runs(state), notes: notes.filter((note) => note !== false)}
}

/** Only `running` is charged for (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html). */
function runs(state: string | undefined): InstanceFacts['runs'] {
  if (state === undefined) return 'unknown'
  return state === 'running' ? 'yes' : 'no'
}

function textAt(properties: ValueRecord, ...path: readonly string[]): string | undefined {
  const value = path.reduce<Value | undefined>((at, name) => (isRecord(at) ? at[name] : undefined), properties)
  return typeof value === 'string' && value !== '' ? value : undefined
}
