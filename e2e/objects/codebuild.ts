import {CodeBuildClient, CreateProjectCommand, DeleteProjectCommand} from '@aws-sdk/client-codebuild'

import {settings} from '../moto.ts'
import {region} from '../scan.ts'
import {account, tagAttributes, tags, type Maker} from './made.ts'

const codebuild = new CodeBuildClient(settings)
const role = `arn:aws:iam::${account}:role/builds`
const image = 'aws/codebuild/amazonlinux2-x86_64-standard:5.0'

export const codeBuildProject: Maker = {
  type: 'AWS::CodeBuild::Project',
  make: async (name) => {
    const project = {
      name,
      description: 'Builds images',
      serviceRole: role,
      timeoutInMinutes: 30,
      queuedTimeoutInMinutes: 480,
      source: {type: 'S3', location: 'sources/images.zip'},
      artifacts: {type: 'NO_ARTIFACTS'},
      environment: {
        type: 'LINUX_CONTAINER',
        image,
        computeType: 'BUILD_GENERAL1_SMALL',
        privilegedMode: false,
        imagePullCredentialsType: 'CODEBUILD',
        environmentVariables: [{name: 'STAGE', value: 'production', type: 'PLAINTEXT'}],
      },
      tags: Object.entries(tags).map(([key, value]) => ({key, value})),
    } as const
    const create = async (changes: {readonly timeoutInMinutes?: number} = {}): Promise<unknown> =>
      codebuild.send(
        new CreateProjectCommand({
          ...project,
          ...changes,
          tags: [...project.tags],
          environment: {
            ...project.environment,
            environmentVariables: [...project.environment.environmentVariables],
          },
        }),
      )
    await create()
    const arn = `arn:aws:codebuild:${region}:${account}:project/${name}`
    return {
      id: name,
      resource: {
        type: 'aws_codebuild_project',
        name,
        attributes: {
          ...tagAttributes,
          id: arn,
          arn,
          artifacts: [{type: 'NO_ARTIFACTS', encryption_disabled: false, override_artifact_name: false}],
          badge_enabled: false,
          build_batch_config: [],
          build_timeout: 30,
          cache: [{location: '', modes: [], type: 'NO_CACHE'}],
          concurrent_build_limit: null,
          description: 'Builds images',
          encryption_key: `arn:aws:kms:${region}:${account}:alias/aws/s3`,
          environment: [
            {
              certificate: '',
              compute_type: 'BUILD_GENERAL1_SMALL',
              environment_variable: [{name: 'STAGE', type: 'PLAINTEXT', value: 'production'}],
              image,
              image_pull_credentials_type: 'CODEBUILD',
              privileged_mode: false,
              registry_credential: [],
              type: 'LINUX_CONTAINER',
            },
          ],
          file_system_locations: [],
          logs_config: [],
          name,
          project_visibility: 'PRIVATE',
          queued_timeout: 480,
          resource_access_role: '',
          secondary_artifacts: [],
          secondary_sources: [],
          service_role: role,
          source: [{type: 'S3', location: 'sources/images.zip', buildspec: '', git_clone_depth: 0}],
          source_version: '',
          vpc_config: [],
        },
      },
      // moto breaks down over UpdateProject.
      change: async () => {
        await codebuild.send(new DeleteProjectCommand({name}))
        await create({timeoutInMinutes: 300})
      },
      finding: 'drifted TimeoutInMinutes',
    }
  },
}
