import type {AttributeRule} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-artifacts.html */
export const artifacts: Readonly<Record<string, AttributeRule>> = {
  artifact_identifier: {to: 'ArtifactIdentifier'},
  bucket_owner_access: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
  encryption_disabled: {to: 'EncryptionDisabled'},
  location: {to: 'Location'},
  name: {to: 'Name', computed: true},
  namespace_type: {to: 'NamespaceType', default: 'NONE'},
  override_artifact_name: {to: 'OverrideArtifactName'},
  packaging: {to: 'Packaging', default: 'NONE'},
  path: {to: 'Path'},
  type: {to: 'Type'},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-source.html */
export const source: Readonly<Record<string, AttributeRule>> = {
  auth: {
    to: 'Auth',
    block: 'single',
    of: {resource: {to: 'Resource'}, type: {to: 'Type'}},
  },
  build_status_config: {
    to: 'BuildStatusConfig',
    block: 'single',
    of: {context: {to: 'Context'}, target_url: {to: 'TargetUrl'}},
  },
  buildspec: {to: 'BuildSpec'},
  git_clone_depth: {to: 'GitCloneDepth', default: 0},
  git_submodules_config: {
    to: 'GitSubmodulesConfig',
    block: 'single',
    of: {fetch_submodules: {to: 'FetchSubmodules'}},
  },
  insecure_ssl: {to: 'InsecureSsl'},
  location: {to: 'Location'},
  report_build_status: {to: 'ReportBuildStatus'},
  type: {to: 'Type'},
}
