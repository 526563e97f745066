import {shaped} from './shaped.ts'

const spaces = [
  'CustomFileSystemConfigs',
  'CustomPosixUserConfig',
  'JupyterLabAppSettings',
  'JupyterServerAppSettings.LifecycleConfigArns',
  'SpaceStorageSettings',
]

const users = [
  ...spaces,
  'AutoMountHomeEFS',
  'CodeEditorAppSettings',
  'DefaultLandingUri',
  'KernelGatewayAppSettings.LifecycleConfigArns',
  'StudioWebPortal',
  'StudioWebPortalSettings',
]

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html */
export const sageMakerDomain = shaped({
  objectType: 'AWS::SageMaker::Domain',
  id: 'DomainId',
  perhaps: [
    ...spaces.map((name) => `DefaultSpaceSettings.${name}`),
    ...users.map((name) => `DefaultUserSettings.${name}`),
    'DomainSettings.DockerSettings',
    'DomainSettings.ExecutionRoleIdentityConfig',
    'TagPropagation',
  ],
})
