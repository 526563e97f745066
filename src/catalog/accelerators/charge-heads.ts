/**
 * What the head of a usage type (`BoxUsage` in `USE2-BoxUsage:p5.48xlarge`) says of a charge for a machine. `machine`: its hours; `idle`:
 * hours of capacity that was reserved and not used; `marker`: reserved hours that were used, at rate 0 beside the machine's own, so never
 * counted again; `upfront`: paid ahead for hours of another line; `host`: a whole dedicated host; `surcharge`: a fee on top of a machine
 * that another line charges.
 */
export type ChargeRole = 'machine' | 'idle' | 'marker' | 'upfront' | 'host' | 'surcharge' | 'managed'

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html, .../billing-info-fields.html */
const ec2Heads: Readonly<Record<string, ChargeRole>> = {
  BoxUsage: 'machine',
  SpotUsage: 'machine',
  DedicatedUsage: 'machine',
  HostBoxUsage: 'machine',
  UnusedBox: 'idle',
  UnusedDed: 'idle',
  Reservation: 'marker',
  DedicatedRes: 'marker',
  CapacityBlockFee: 'upfront',
  HostUsage: 'host',
  HostReservation: 'upfront',
}

/** Products that charge the machine itself; all others that name one charge something on top. */
const machineProducts = new Set(['AmazonEC2', 'AmazonSageMaker', 'AmazonEC2CapacityBlocks'])

/**
 * @param head of the usage type, without region; empty where the bill has no usage types, and then a machine's name stands for its hours
 * @param product as `AmazonEC2`; FOCUS without AWS's own columns has names of services instead
 */
export function roleOf(head: string, product: string): ChargeRole {
  if (/sagemaker/i.test(product)) return sageMakerRole(head)
  const known = ec2Heads[head]
  if (known !== undefined && isEc2(product)) return known
  return head === '' && isEc2(product) ? 'machine' : 'surcharge'
}

/** Hosting, training, notebooks, Studio, processing, transform, HyperPod and the rest are hours of a machine; training plans are paid ahead. */
function sageMakerRole(head: string): ChargeRole {
  if (/volume|storage/i.test(head)) return 'surcharge'
  return /plan|reserved|upfront/i.test(head) ? 'upfront' : 'machine'
}

function isEc2(product: string): boolean {
  return machineProducts.has(product) || /^(?:Amazon )?(?:EC2|Elastic Compute Cloud)/i.test(product)
}

/**
 * Capacity of models that is paid by the hour, not by the token: https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html.
 * A guess at the spellings: no list of usage types is published; guides of users show `ProvisionedThroughput` and `ModelCustomization`.
 */
const bedrockCapacity = /provisioned|model-?units?|custom-?model|customi[sz]ation|reserved/i

/** Charges for accelerators that name no machine, so that neither model nor count is known. */
export function managedAccelerators(product: string, productName: string, text: string): string | undefined {
  if (/bedrock/i.test(`${product} ${productName}`)) return bedrockCapacity.test(text) ? 'Bedrock capacity' : undefined
  if (/workspaces/i.test(product)) return /graphics/i.test(text) ? 'WorkSpaces graphics bundle' : undefined
  return /appstream/i.test(product) && /graphics/i.test(text) ? 'AppStream graphics fleet' : undefined
}
