import {DescribeServicesCommand, ECSClient, paginateListServices, type Service} from '@aws-sdk/client-ecs'

import {serviceId} from '../../../catalog/ecs-service-id.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized, createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {clusterArns} from './clusters.ts'

const members = [
  'availabilityZoneRebalancing',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'deploymentController',
  'desiredCount',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'launchType',
  'loadBalancers',
  'networkConfiguration',
  'placementConstraints',
  'platformVersion',
  'propagateTags',
  'schedulingStrategy',
  'serviceName',
  'serviceRegistries',
  'taskDefinition',
] as const

/** Service Connect and volumes are of a deployment, not of the service, and not compared. */
export const service = serviceType<ECSClient, Service>({
  objectType: 'AWS::ECS::Service',
  client: ECSClient,
  sees: [
    ...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    'Cluster',
    'PlacementStrategies',
    'Role',
  ],
  async *list(client) {
    for await (const clusters of clusterArns(client)) {
      for (const cluster of clusters) {
        const pages = pagesOf(paginateListServices({client, pageSize: 100}, {cluster}), ({serviceArns}) => serviceArns)
        for await (const arns of pages) yield arns.flatMap((arn) => serviceId(arn, cluster) ?? [])
      }
    }
  },
  get: {
    size: 10,
    read: async (client, ids) => {
      const byCluster = Map.groupBy(ids, (id) => id.slice(id.indexOf('|') + 1))
      const answers = [...byCluster].map(async ([cluster, of]) => {
        const services = of.map((id) => id.slice(0, id.indexOf('|')))
        return client.send(new DescribeServicesCommand({cluster, services, include: ['TAGS']}))
      })
      const found = (await Promise.all(answers)).flatMap(({services = []}) => services)
      // Deleted services stay known for a while.
      return found.filter(({status}) => status !== 'INACTIVE')
    },
  },
  object: (answer) => ({
    id: serviceId(answer.serviceArn, answer.clusterArn) ?? '',
    ...(answer.serviceArn === undefined ? {} : {arn: answer.serviceArn}),
    ...(answer.serviceName === undefined ? {} : {name: answer.serviceName}),
    ...(answer.status === 'DRAINING' ? {deleting: answer.status} : {}),
    ...createdAt(answer.createdAt),
    tags: tagsOf(answer.tags),
    properties: {...capitalized(answer, members), ...renamed(answer)},
  }),
})

function renamed(answer: Service): JsonRecord {
  const {placementStrategy = []} = answer
  const {clusterArn, roleArn} = named(answer, ['clusterArn', 'roleArn'])
  return {
    ...(clusterArn === undefined ? {} : {Cluster: clusterArn}),
    ...(roleArn === undefined ? {} : {Role: roleArn}),
    PlacementStrategies: placementStrategy.map((strategy) => capitalized(strategy, ['field', 'type'])),
  }
}
