import type {BlockRule, CompareRule} from './entry.ts'

/** A bound that is not set: 0 in states of the plugin SDK. */
function range(to: string): BlockRule {
  return {to, block: 'single', of: {max: {to: 'Max', default: 0}, min: {to: 'Min', default: 0}}}
}

function names(to: string): CompareRule {
  return {to, as: 'set'}
}

/**
 * By what attributes instance types are chosen: the same block in launch templates, Auto Scaling groups and fleets
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceRequirements.html).
 */
export const instanceRequirements: BlockRule = {
  to: 'InstanceRequirements',
  block: 'single',
  of: {
    accelerator_count: range('AcceleratorCount'),
    accelerator_manufacturers: names('AcceleratorManufacturers'),
    accelerator_names: names('AcceleratorNames'),
    accelerator_total_memory_mib: range('AcceleratorTotalMemoryMiB'),
    accelerator_types: names('AcceleratorTypes'),
    allowed_instance_types: names('AllowedInstanceTypes'),
    bare_metal: {to: 'BareMetal', default: 'excluded'},
    baseline_ebs_bandwidth_mbps: range('BaselineEbsBandwidthMbps'),
    burstable_performance: {to: 'BurstablePerformance', default: 'excluded'},
    cpu_manufacturers: names('CpuManufacturers'),
    excluded_instance_types: names('ExcludedInstanceTypes'),
    instance_generations: names('InstanceGenerations'),
    local_storage: {to: 'LocalStorage', default: 'included'},
    local_storage_types: names('LocalStorageTypes'),
    max_spot_price_as_percentage_of_optimal_on_demand_price: {
      to: 'MaxSpotPriceAsPercentageOfOptimalOnDemandPrice',
      default: 0,
    },
    memory_gib_per_vcpu: range('MemoryGiBPerVCpu'),
    memory_mib: range('MemoryMiB'),
    network_bandwidth_gbps: range('NetworkBandwidthGbps'),
    network_interface_count: range('NetworkInterfaceCount'),
    on_demand_max_price_percentage_over_lowest_price: {
      to: 'OnDemandMaxPricePercentageOverLowestPrice',
      default: 20,
      value: zeroIsNone,
    },
    require_hibernate_support: {to: 'RequireHibernateSupport'},
    spot_max_price_percentage_over_lowest_price: {
      to: 'SpotMaxPricePercentageOverLowestPrice',
      default: 100,
      value: zeroIsNone,
    },
    total_local_storage_gb: range('TotalLocalStorageGB'),
    vcpu_count: range('VCpuCount'),
  },
}

/** How states of the plugin SDK write a number that nobody set. */
export function zeroIsNone<T>(value: T): T | null {
  return value === 0 || value === '0' ? null : value
}
