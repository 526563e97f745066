import {compareText} from '../model/finding.ts'
import type {ContainerRow, ContainerSpend} from '../model/container-spend.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {sumOf, type TextRow} from './bill-sums.ts'
import {apportion} from './unit/apportion.ts'
import {LineTags} from './untagged/line-tags.ts'
import {teamOf} from './untagged/untagged-row.ts'

/** As many places as a bill has. */
const places = 24

/** Where a container runs and what it is part of. */
type Container = Pick<ContainerRow, 'orchestrator' | 'cluster' | 'namespace' | 'workload' | 'team'>

/**
 * @param machines rows of lines of machines, by account and resource
 * @param children rows of lines of split cost allocation, by account, instance, container and tags
 * @param accelerators what all accelerators cost
 */
export function containerSpend(
  machines: readonly TextRow[],
  children: readonly TextRow[],
  accelerators: Decimal,
): ContainerSpend {
  const costs = new Map<string, Decimal>()
  for (const row of machines) {
    const name = row['resource_id'] ?? ''
    if (name !== '') costs.set(name, (costs.get(name) ?? new Decimal(0)).plus(row['cost'] ?? 0))
  }
  const byMachine = Map.groupBy(children, (row) => row['parent_resource_id'] ?? '')
  const parts = [...byMachine].flatMap(([machine, some]) => partsOf(machine, costs.get(machine), some))
  const allocated = sumOf(parts.map(({amount}) => amount))
  const rows = [...Map.groupBy(parts, ({container}) => JSON.stringify(container)).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const amount = sumOf(some.map((part) => part.amount))
    return {
      ...first.container,
      amount: decimalText(amount),
      machines: new Set(some.map(({machine}) => machine)).size,
      lines: some.reduce((sum, {lines}) => sum + lines, 0),
    }
  })
  return {
    allocated: decimalText(allocated),
    withoutContainers: decimalText(accelerators.minus(allocated)),
    rows: rows.toSorted(
      (a, b) => new Decimal(b.amount).comparedTo(a.amount) || compareText(JSON.stringify(a), JSON.stringify(b)),
    ),
  }
}

interface Part {
  readonly machine: string
  readonly container: Container
  readonly amount: Decimal
  readonly lines: number
}

/** The cost of one machine among its containers; none where it is no accelerated one, or nothing tells how to split it. */
function partsOf(machine: string, cost: Decimal | undefined, some: readonly TextRow[]): readonly Part[] {
  const weights = some.map((row) => Decimal.max(0, row['split_cost'] ?? 0))
  if (cost === undefined || sumOf(weights).isZero()) return []
  const amounts = apportion(cost, weights, places)
  return some.map((row, at) => ({
    machine,
    container: containerOf(row),
    amount: amounts[at] ?? new Decimal(0),
    lines: Number(row['lines']),
  }))
}

/** `arn:aws:eks:REGION:ACCOUNT:pod/CLUSTER/NAMESPACE/POD/UID`, `arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/TASK`. */
const pod = /:eks:[^:]*:\d*:pod\/(?<cluster>[^/]+)\/(?<namespace>[^/]+)\/(?<name>[^/]+)/
const task = /:ecs:[^:]*:\d*:task\/(?<cluster>[^/]+)\/(?<name>[^/]+)/

/** By the tags that AWS puts on such lines (https://docs.aws.amazon.com/cur/latest/userguide/enabling-split-cost-allocation-data.html). */
function containerOf(row: TextRow): Container {
  const name = row['resource_id'] ?? ''
  const tags = new LineTags(row['tags'] ?? '')
  const first = (...keys: readonly string[]): string | undefined => {
    const values = keys.map((key) => tags.find(key)).flatMap((tag) => (tag.is === 'value' ? [tag.value] : []))
    return values.find((value) => value !== '')
  }
  const kube = pod.exec(name)?.groups
  const named = kube ?? task.exec(name)?.groups
  const namespace = first('aws:eks:namespace') ?? kube?.['namespace']
  const team = teamOf({tags}, undefined)
  return {
    orchestrator: orchestratorOf(name, first('aws:eks:cluster-name') !== undefined),
    cluster: first('aws:eks:cluster-name', 'aws:ecs:clusterName') ?? named?.['cluster'] ?? '',
    ...(namespace !== undefined && {namespace}),
    workload: first('aws:eks:workload-name', 'aws:eks:deployment', 'aws:ecs:serviceName') ?? named?.['name'] ?? name,
    ...(team !== undefined && {team}),
  }
}

function orchestratorOf(name: string, hasCluster: boolean): Container['orchestrator'] {
  if (hasCluster || pod.test(name)) return 'eks'
  return task.test(name) ? 'ecs' : 'unknown'
}
