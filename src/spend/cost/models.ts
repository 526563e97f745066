import type {ObjectType} from '../../model/live.ts'
import type {CostModel} from './cost-model.ts'
import {ec2Instance} from './models/ec2-instance.ts'
import {ec2Volume} from './models/ec2-volume.ts'

/** What is known to cost by its properties: one line a type. */
const models: readonly CostModel[] = [ec2Instance, ec2Volume]

const byType = new Map(models.map((model) => [model.objectType, model]))

export function costModel(objectType: ObjectType | undefined): CostModel | undefined {
  return objectType === undefined ? undefined : byType.get(objectType)
}
