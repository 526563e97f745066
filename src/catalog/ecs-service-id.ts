import {parseArn} from '../model/arn.ts'
import type {Value} from '../model/value.ts'

/**
 * The primary identifier of AWS::ECS::Service: ARN of the service and cluster. The cluster is put in as its ARN, whatever way it was
 * named, so that both sides say the same.
 */
export function serviceId(serviceArn: Value | undefined, cluster: Value | undefined): string | undefined {
  const arn = parseArn(serviceArn)
  if (arn === undefined || typeof serviceArn !== 'string') return undefined
  const {partition, region = '', account = '', resource} = arn
  // Services of before 2018 have the short ARN, without the cluster in it
  // (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids).
  const [, ofArn, name] = resource.split('/')
  const clusterName = name === undefined ? nameOf(cluster) : ofArn
  return `${serviceArn}|arn:${partition}:ecs:${region}:${account}:cluster/${clusterName}`
}

function nameOf(cluster: Value | undefined): string {
  if (typeof cluster !== 'string' || cluster === '') return 'default'
  return parseArn(cluster)?.resource.split('/').at(-1) ?? cluster
}

/** Of the scalable target that sets the number of its tasks (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html). */
export function scalableServiceId(id: string): string {
  const [serviceArn = '', cluster = ''] = id.split('|')
  return `service/${lastPart(cluster)}/${lastPart(serviceArn)}|ecs:service:DesiredCount|ecs`
}

function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn
}
