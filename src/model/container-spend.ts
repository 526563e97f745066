/**
 * What accelerated machines cost, split among the containers on them in the proportions of split cost allocation data: what a container used,
 * and its part of what nobody used. Rows and `withoutContainers` sum to the machines, to the last digit.
 */
export interface ContainerSpend {
  /** Cost of the machines on which containers are known. */
  readonly allocated: string
  /** Cost of accelerators on which none is known. */
  readonly withoutContainers: string
  readonly rows: readonly ContainerRow[]
}

export interface ContainerRow {
  readonly orchestrator: 'eks' | 'ecs' | 'unknown'
  readonly cluster: string
  /** Of Kubernetes. */
  readonly namespace?: string
  /** Workload, service or task, as tags of AWS tell; else the pod. */
  readonly workload: string
  readonly team?: string
  readonly amount: string
  readonly machines: number
  readonly lines: number
}
