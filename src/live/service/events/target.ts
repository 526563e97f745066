import type {EcsParameters, Target} from '@aws-sdk/client-eventbridge'

import {capitalized} from '../answer.ts'

/** A target with the names of CloudFormation, which differ for tasks of ECS alone. */
export function targetOf(target: Target): object {
  const {EcsParameters: ecs} = target
  return ecs === undefined ? target : {...target, EcsParameters: ecsParameters(ecs)}
}

function ecsParameters({
  CapacityProviderStrategy,
  NetworkConfiguration,
  PlacementConstraints,
  PlacementStrategy,
  Tags,
  ...rest
}: EcsParameters): object {
  const network = NetworkConfiguration?.awsvpcConfiguration
  return {
    ...rest,
    CapacityProviderStrategy: CapacityProviderStrategy?.map((item) =>
      capitalized(item, ['base', 'capacityProvider', 'weight']),
    ),
    NetworkConfiguration: network && {AwsVpcConfiguration: network},
    PlacementConstraints: PlacementConstraints?.map((item) => capitalized(item, ['expression', 'type'])),
    PlacementStrategies: PlacementStrategy?.map((item) => capitalized(item, ['field', 'type'])),
    TagList: Tags,
  }
}
