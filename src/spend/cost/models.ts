import type {ObjectType} from '../../model/live.ts'
import type {CostModel} from './cost-model.ts'
import {autoScalingGroup} from './models/auto-scaling-group.ts'
import {capacityReservation} from './models/capacity-reservation.ts'
import {dbInstance} from './models/db-instance.ts'
import {ec2Host} from './models/ec2-host.ts'
import {ec2Instance} from './models/ec2-instance.ts'
import {ec2Volume} from './models/ec2-volume.ts'
import {eksNodegroup} from './models/eks-nodegroup.ts'
import {cacheCluster, replicationGroup} from './models/elasticache.ts'
import {lambdaFunction} from './models/lambda-function.ts'
import {launchTemplate} from './models/launch-template.ts'
import {endpoint, hyperPodCluster, notebookInstance, studioApp, trainingJob} from './models/sagemaker.ts'

/** What is known to cost by its properties: one line a type. */
const models: readonly CostModel[] = [
  autoScalingGroup,
  cacheCluster,
  capacityReservation,
  dbInstance,
  ec2Host,
  ec2Instance,
  ec2Volume,
  eksNodegroup,
  endpoint,
  hyperPodCluster,
  lambdaFunction,
  launchTemplate,
  notebookInstance,
  replicationGroup,
  studioApp,
  trainingJob,
]

const byType = new Map(models.map((model) => [model.objectType, model]))

export function costModel(objectType: ObjectType | undefined): CostModel | undefined {
  return objectType === undefined ? undefined : byType.get(objectType)
}
