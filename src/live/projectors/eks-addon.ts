import {textAt} from './document.ts'
import type {Projector} from './projector.ts'

/** CloudFormation-shaped, with these members alone (https://github.com/awslabs/aws-config-resource-schema, AWS::EKS::Addon). */
export const eksAddon: Projector = {
  objectType: 'AWS::EKS::Addon',
  sees: ['AddonName', 'AddonVersion', 'ClusterName', 'ServiceAccountRoleArn'],
  project: ({resourceId, configuration}) => {
    const [cluster, addon] = [textAt(configuration, 'ClusterName'), textAt(configuration, 'AddonName')]
    return {
      id: cluster === undefined || addon === undefined ? resourceId : `${cluster}|${addon}`,
      ...(addon === undefined ? {} : {name: addon}),
      properties: configuration,
    }
  },
}
