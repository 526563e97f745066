import type {BlockRule} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-environment.html */
export const codeBuildEnvironment: BlockRule = {
  to: 'Environment',
  block: 'single',
  of: {
    certificate: {to: 'Certificate'},
    compute_type: {to: 'ComputeType'},
    docker_server: {
      to: 'DockerServer',
      block: 'single',
      of: {compute_type: {to: 'ComputeType'}, security_group_ids: {to: 'SecurityGroupIds', as: 'set'}},
    },
    environment_variable: {
      to: 'EnvironmentVariables',
      block: 'list',
      key: ['Name'],
      of: {name: {to: 'Name'}, type: {to: 'Type', default: 'PLAINTEXT'}, value: {to: 'Value'}},
    },
    fleet: {to: 'Fleet', block: 'single', of: {fleet_arn: {to: 'FleetArn'}}},
    image: {to: 'Image'},
    image_pull_credentials_type: {to: 'ImagePullCredentialsType', default: 'CODEBUILD'},
    privileged_mode: {to: 'PrivilegedMode'},
    registry_credential: {
      to: 'RegistryCredential',
      block: 'single',
      of: {credential: {to: 'Credential'}, credential_provider: {to: 'CredentialProvider'}},
    },
    type: {to: 'Type'},
  },
}
