import type {AttributeRule, BlockRule, CompareRule} from './entry.ts'

const list = (to: string): CompareRule => ({to, as: 'set', computed: true})

/** Least and most of something; no least is 0 (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InstanceRequirementsRequest.html). */
const range = (to: string): BlockRule => ({
  to,
  block: 'single',
  computed: true,
  of: {max: {to: 'Max', computed: true}, min: {to: 'Min', default: 0, computed: true}},
})

const hardware: Readonly<Record<string, AttributeRule>> = {
  accelerator_count: range('AcceleratorCount'),
  accelerator_manufacturers: list('AcceleratorManufacturers'),
  accelerator_names: list('AcceleratorNames'),
  accelerator_total_memory_mib: range('AcceleratorTotalMemoryMiB'),
  accelerator_types: list('AcceleratorTypes'),
  baseline_ebs_bandwidth_mbps: range('BaselineEbsBandwidthMbps'),
  cpu_manufacturers: list('CpuManufacturers'),
  local_storage: {to: 'LocalStorage', default: 'included', computed: true},
  local_storage_types: list('LocalStorageTypes'),
  memory_gib_per_vcpu: range('MemoryGiBPerVCpu'),
  memory_mib: range('MemoryMiB'),
  network_bandwidth_gbps: range('NetworkBandwidthGbps'),
  network_interface_count: range('NetworkInterfaceCount'),
  total_local_storage_gb: range('TotalLocalStorageGB'),
  vcpu_count: range('VCpuCount'),
}

const choice: Readonly<Record<string, AttributeRule>> = {
  allowed_instance_types: list('AllowedInstanceTypes'),
  bare_metal: {to: 'BareMetal', default: 'excluded', computed: true},
  burstable_performance: {to: 'BurstablePerformance', default: 'excluded', computed: true},
  excluded_instance_types: list('ExcludedInstanceTypes'),
  instance_generations: list('InstanceGenerations'),
  max_spot_price_as_percentage_of_optimal_on_demand_price: {
    to: 'MaxSpotPriceAsPercentageOfOptimalOnDemandPrice',
    default: 0,
    computed: true,
  },
  on_demand_max_price_percentage_over_lowest_price: {
    to: 'OnDemandMaxPricePercentageOverLowestPrice',
    default: 0,
    computed: true,
  },
  require_hibernate_support: {to: 'RequireHibernateSupport'},
  spot_max_price_percentage_over_lowest_price: {
    to: 'SpotMaxPricePercentageOverLowestPrice',
    default: 0,
    computed: true,
  },
}

/** Which instances ECS may choose for tasks on managed instances. */
export const ecsInstanceRequirements: BlockRule = {
  to: 'InstanceRequirements',
  block: 'single',
  computed: true,
  of: {...hardware, ...choice},
}
