import data from '../data/accelerators.json' with {type: 'json'}

/** What an EC2 instance type holds besides processors. */
export interface Accelerator {
  /** `media` and `fpga` are accelerators but no GPUs. */
  readonly class: 'gpu' | 'neuron' | 'gaudi' | 'qualcomm' | 'fpga' | 'media'
  readonly vendor: string
  readonly model: string
  /** Devices, as exact decimal text: a `g6f.large` holds 0.125 of a GPU. */
  readonly count: string
  /** Of one device (of the share of it, where the instance has a share). */
  readonly memoryMib: number
  /** Why the figures are in doubt. */
  readonly verify?: string
}

const byType = new Map(Object.entries(data.types) as [string, Accelerator][])

/** Every accelerated EC2 instance type that is known. */
export const acceleratedTypes: readonly string[] = [...byType.keys()]

/** @param instanceType of EC2 (`p5.48xlarge`) or SageMaker (`ml.p5.48xlarge`, the same machine) */
export function acceleratorOf(instanceType: string): Accelerator | undefined {
  return byType.get(withoutProduct(instanceType))
}

/**
 * Accelerated families by AWS's naming (https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html), matched as a
 * whole token up to the dot: `p6-b200.48xlarge`, but neither `i4i.large` nor `m6g.large`.
 */
const acceleratedFamily = /^(?:p|g|gr|trn|inf|dl|f|vt)\d+[a-z]*(?:-[a-z0-9]+)?\./

/** Whether a type that is not in the catalogue is probably accelerated: newer than the catalogue, and then expensive. */
export function looksAccelerated(instanceType: string): boolean {
  return acceleratedFamily.test(withoutProduct(instanceType))
}

function withoutProduct(instanceType: string): string {
  return instanceType.replace(/^ml\./, '')
}
