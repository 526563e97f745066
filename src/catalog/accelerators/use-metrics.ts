import type {ObjectType} from '../../model/live.ts'

/** A metric of CloudWatch that tells how much an accelerator does, and whose it is. */
export interface UseMetric {
  readonly namespace: string
  readonly name: string
  readonly objectType: ObjectType
  /** The dimension that names the object; every series that has it is of that object, whatever other dimensions it has. */
  readonly dimension: string
  /** What the dimension says beside the name of the object: `job/algo-1`. */
  readonly isPrefix?: true
  /** What one of it is in percent: a ratio counts a hundred times. Default: 1. */
  readonly scale?: number
}

const instance = {objectType: 'AWS::EC2::Instance', dimension: 'InstanceId'} as const

/**
 * All of them are there only where somebody set them up, but for SageMaker's: what has none is not known to be idle. `GPU-Util` counts
 * any work at all, so it overstates use, and never calls a busy device idle.
 */
export const useMetrics: readonly UseMetric[] = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-NVIDIA-GPU.html
  {...instance, namespace: 'CWAgent', name: 'nvidia_smi_utilization_gpu'},
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-enhanced-EKS.html
  {...instance, namespace: 'ContainerInsights', name: 'node_gpu_utilization'},
  {...instance, namespace: 'ContainerInsights', name: 'node_neuroncore_utilization'},
  // https://github.com/NVIDIA/dcgm-exporter, as the agent takes it over from Prometheus; a ratio
  {...instance, namespace: 'ContainerInsights/Prometheus', name: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE', scale: 100},
  {...instance, namespace: 'ContainerInsights/Prometheus', name: 'DCGM_FI_DEV_GPU_UTIL'},
  // https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html: 0 to 100 for each device
  {
    objectType: 'AWS::SageMaker::Endpoint',
    dimension: 'EndpointName',
    namespace: '/aws/sagemaker/Endpoints',
    name: 'GPUUtilization',
  },
  {
    objectType: 'AWS::SageMaker::TrainingJob',
    dimension: 'Host',
    isPrefix: true,
    namespace: '/aws/sagemaker/TrainingJobs',
    name: 'GPUUtilization',
  },
]
