import {isEmpty} from '../../model/value.ts'
import {filled, listed, picked, recordAt, recordsAt, textAt} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

const plain = [
  'AssociatePublicIpAddress',
  'EbsOptimized',
  'IamInstanceProfile',
  'ImageId',
  'InstanceType',
  'KeyName',
  'LaunchConfigurationName',
  'PlacementTenancy',
  'SecurityGroups',
  'SpotPrice',
]

/**
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html. Nothing of it can be changed once it is made;
 * user data that is empty may have been left out by the recorder.
 */
export const launchConfiguration: Projector = {
  objectType: 'AWS::AutoScaling::LaunchConfiguration',
  sees: [...plain, 'BlockDeviceMappings', 'InstanceMonitoring', 'MetadataOptions', 'UserData'],
  project: ({resourceId, configuration}) => {
    const properties = filled({
      ...picked(pascalKeys(configuration), plain),
      BlockDeviceMappings: listed(recordsAt(configuration, 'blockDeviceMappings').map((device) => pascal(device))),
      InstanceMonitoring: recordAt(configuration, 'instanceMonitoring')['enabled'],
      MetadataOptions: pascal(recordAt(configuration, 'metadataOptions')),
      UserData: configuration['userData'],
    })
    const id = textAt(configuration, 'launchConfigurationName') ?? resourceId
    return {id, name: id, ...(isEmpty(properties['UserData']) ? {unseen: ['UserData']} : {}), properties}
  },
}
