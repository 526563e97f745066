import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
export const ecsTaskDefinition = shaped({
  objectType: 'AWS::ECS::TaskDefinition',
  id: 'TaskDefinitionArn',
  perhaps: [
    'EnableFaultInjection',
    'EphemeralStorage',
    'ProxyConfiguration.ProxyConfigurationProperties',
    'RuntimePlatform',
    'Volumes.ConfiguredAtLaunch',
    'Volumes.DockerVolumeConfiguration.DriverOpts',
    'Volumes.DockerVolumeConfiguration.Labels',
    'Volumes.EFSVolumeConfiguration',
    'Volumes.FSxWindowsFileServerVolumeConfiguration',
  ],
})
