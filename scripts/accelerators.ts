/**
 * Derives `src/catalog/data/accelerators.json` and `src/catalog/data/ec2-prices.json`:
 *
 *     node scripts/accelerators.ts FOLDER
 *
 * FOLDER holds `catalogue/` and `prices/`, JSON re-expressions of the public files named in `sources` below. What the sources
 * disagree on is printed: read it before the data is committed.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {styleText} from 'node:util'

import {Decimal} from 'decimal.js'

const sources = {
  moto: 'getmoto/moto moto/ec2/resources/instance_types.json at 34d6cad5a (2026-08-02), Apache-2.0',
  vantage: 'vantage-sh/ec2instances.info scraper/aws/ec2/gpu_data.go at 4ef36cd2 (2026-07-20), MIT',
  karpenter:
    'aws/karpenter-provider-aws website/content/en/v1.14/reference/instance-types.md at 1d927085d (2026-08-21), Apache-2.0',
  botocore: 'boto/botocore botocore/data/ec2/2016-11-15/service-2.json at 0e6e2404b (2026-08-07), Apache-2.0',
  prices:
    'aws/karpenter-provider-aws pkg/providers/pricing/zz_generated.pricing_aws*.go at 1d927085d (2026-08-21), Apache-2.0',
} as const

interface Device {
  readonly Name: string
  readonly Manufacturer?: string
  readonly Count: number
  readonly LogicalGpuCount?: number
  readonly GpuPartitionSize?: number
  readonly MemoryInfo: {readonly SizeInMiB: number}
}

/** What `DescribeInstanceTypes` says of accelerators (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html). */
interface InstanceTypeInfo {
  readonly GpuInfo?: {readonly Gpus: readonly Device[]}
  readonly NeuronInfo?: {readonly NeuronDevices: readonly Device[]}
  readonly InferenceAcceleratorInfo?: {readonly Accelerators: readonly Device[]}
  readonly FpgaInfo?: {readonly Fpgas: readonly Device[]}
  readonly MediaAcceleratorInfo?: {readonly Accelerators: readonly Device[]}
}

interface VantageGpu {
  readonly gpuCount: number
  readonly gpuModel: string
  /** Of all devices together, GB. */
  readonly gpuMemory: number
}

interface Accelerator {
  readonly class: string
  readonly vendor: string
  readonly model: string
  readonly count: string
  readonly memoryMib: number
  readonly verify?: string
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/accelerators.ts FOLDER')

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const merged = read('catalogue/accelerated_ec2_merged.json') as Record<string, unknown>
const moto = read('catalogue/moto_instance_types.json') as Record<string, InstanceTypeInfo>
const vantage = read('catalogue/vantage_gpu_data.json') as Record<string, VantageGpu>
const karpenter = read('catalogue/karpenter_accelerated_labels.json') as Record<string, Record<string, string>>
const enumeration = (read('catalogue/botocore_ec2_instance_enums.json') as {InstanceType: readonly string[]})
  .InstanceType
const prices = read('prices/karpenter_ec2_linux_ondemand.json') as Record<
  string,
  {generated_at: string; usd_or_cny_per_hour: Record<string, number>}
>

/**
 * Types that no machine-readable source covers, from AWS's product pages (https://aws.amazon.com/ec2/instance-types/f1/, .../dl1/,
 * .../p6/). GB200: 36xlarge is 144 vCPUs, two Grace CPUs of 72 cores, each with two Blackwell GPUs; Vantage counts 36.
 */
const byHand: Readonly<Record<string, Accelerator>> = {
  'dl1.24xlarge': {class: 'gaudi', vendor: 'Habana', model: 'Gaudi HL-205', count: '8', memoryMib: 32768},
  'f1.2xlarge': {class: 'fpga', vendor: 'Xilinx', model: 'Virtex UltraScale+ (VU9P)', count: '1', memoryMib: 65536},
  'f1.4xlarge': {class: 'fpga', vendor: 'Xilinx', model: 'Virtex UltraScale+ (VU9P)', count: '2', memoryMib: 65536},
  'f1.16xlarge': {class: 'fpga', vendor: 'Xilinx', model: 'Virtex UltraScale+ (VU9P)', count: '8', memoryMib: 65536},
  'p6e-gb200.36xlarge': {
    class: 'gpu',
    vendor: 'NVIDIA',
    model: 'GB200',
    count: '4',
    memoryMib: 189440,
    verify: 'count derived from the number of Grace CPUs; Vantage counts 36, which is an UltraServer',
  },
}

function accelerator(type: string): Accelerator {
  const found = byHand[type] ?? fromApi(moto[type]) ?? fromVantage(vantage[type])
  if (!found) throw new Error(`${type}: no source says what it holds`)
  return found
}

function fromApi(info: InstanceTypeInfo | undefined): Accelerator | undefined {
  const kinds: readonly (readonly [string, string, readonly Device[] | undefined])[] = [
    ['gpu', 'NVIDIA', info?.GpuInfo?.Gpus],
    ['neuron', 'AWS', info?.NeuronInfo?.NeuronDevices],
    ['qualcomm', 'Qualcomm', info?.InferenceAcceleratorInfo?.Accelerators],
    ['fpga', 'Xilinx', info?.FpgaInfo?.Fpgas],
    ['media', 'Xilinx', info?.MediaAcceleratorInfo?.Accelerators],
  ]
  const [kind] = kinds.filter(([, , devices]) => devices !== undefined)
  const device = kind?.[2]?.[0]
  if (!kind || !device || kind[2]?.length !== 1) return undefined
  return {
    class: kind[0],
    vendor: device.Manufacturer ?? kind[1],
    model: device.Name.replace(`${device.Manufacturer} `, ''),
    count: apiCount(device),
    memoryMib: device.MemoryInfo.SizeInMiB,
  }
}

/** A share of a GPU (g6f, gr6f) has a `Count` of 0: what counts there is the partition. */
function apiCount({Count, LogicalGpuCount, GpuPartitionSize}: Device): string {
  const whole = LogicalGpuCount === undefined || GpuPartitionSize === undefined
  return (whole ? new Decimal(Count) : new Decimal(LogicalGpuCount).times(GpuPartitionSize)).toFixed()
}

function fromVantage(gpu: VantageGpu | undefined): Accelerator | undefined {
  if (!gpu) return undefined
  const [vendor = '', ...words] = gpu.gpuModel.split(' ')
  const model = words.join(' ').replace(/^(?:Tesla|GRID) /, '')
  const memory = new Decimal(gpu.gpuMemory).times(1024).div(gpu.gpuCount).toNumber()
  return {class: 'gpu', vendor, model, count: new Decimal(gpu.gpuCount).toFixed(), memoryMib: memory}
}

function disagreements(type: string, {count}: Accelerator): readonly string[] {
  const labels = karpenter[type] ?? {}
  const others: Record<string, string | undefined> = {
    moto: fromApi(moto[type])?.count,
    vantage: fromVantage(vantage[type])?.count,
    karpenter: labels['instance-gpu-count'] ?? labels['instance-accelerator-count'],
  }
  return Object.entries(others).flatMap(([name, other]) =>
    other === undefined || other === count ? [] : [`${type}: ${count} here, ${other} in ${name}`],
  )
}

const types = [
  ...new Set([
    ...Object.keys(merged),
    ...Object.keys(vantage),
    ...Object.keys(moto).filter((type) => fromApi(moto[type])),
  ]),
].toSorted()
const catalogue = Object.fromEntries(types.map((type) => [type, accelerator(type)]))

const priceLists = Object.fromEntries(
  Object.entries(prices).map(([region, list]) => [
    region,
    {
      asOf: list.generated_at,
      currency: region.startsWith('cn-') ? 'CNY' : 'USD',
      hourly: Object.fromEntries(
        Object.entries(list.usd_or_cny_per_hour).map(([type, price]) => [type, new Decimal(price).toFixed()]),
      ),
    },
  ]),
)

const generated = 'by scripts/accelerators.ts, do not edit'
write('accelerators.json', {
  generated,
  sources: [sources.moto, sources.vantage, sources.karpenter, sources.botocore],
  types: catalogue,
})
write('ec2-prices.json', {
  generated,
  sources: [sources.prices],
  basis: 'Linux, on-demand, shared tenancy, list price by the hour',
  regions: priceLists,
})

function write(name: string, content: object): void {
  const file = new URL(`../src/catalog/data/${name}`, import.meta.url)
  writeFileSync(file, `${JSON.stringify(content, undefined, 1).replaceAll(/\{\s+("class"[^}]*?)\s+\}/g, oneLine)}\n`)
}

/** One type a line: a new one is one line of a diff. */
function oneLine(_: string, members: string): string {
  return `{${members.replaceAll(/\s*\n\s*/g, ' ')}}`
}

const heading = (text: string) => styleText('bold', text)
process.stdout.write(
  `${heading(`${types.length} accelerated types, prices in ${Object.keys(priceLists).join(', ')}`)}\n`,
)
process.stdout.write(
  `${heading('Sources disagree on:')}\n${types.flatMap((type) => disagreements(type, accelerator(type))).join('\n')}\n`,
)
process.stdout.write(`${heading('To verify:')}\n${types.filter((type) => catalogue[type]?.verify).join('\n')}\n`)
const unpriced = types.filter((type) => !Object.values(priceLists).some(({hourly}) => type in hourly))
process.stdout.write(`${heading('Without any price:')}\n${unpriced.join('\n')}\n`)
const missing = enumeration.filter((type) => /^(?:p|g|gr|trn|inf|dl|f|vt)\d/.test(type) && !(type in catalogue))
process.stdout.write(`${heading('In the EC2 API, looking accelerated, not here:')}\n${missing.join('\n') || 'none'}\n`)
