import {isArray, isRecord, type Json} from '../../model/value.ts'
import {filled, textAt, unseenOf} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** In every document that AWS Config or BatchGetProjects gives. */
const always = [
  'Artifacts',
  'Description',
  'EncryptionKey',
  'Environment',
  'Name',
  'ServiceRole',
  'Source',
  'VpcConfig',
]

/** Not in documents that were recorded before CodeBuild had them. */
const perhaps = [
  'AutoRetryLimit',
  'BadgeEnabled',
  'BuildBatchConfig',
  'Cache',
  'ConcurrentBuildLimit',
  'FileSystemLocations',
  'LogsConfig',
  'QueuedTimeoutInMinutes',
  'ResourceAccessRole',
  'SecondaryArtifacts',
  'SecondarySourceVersions',
  'SecondarySources',
  'SourceVersion',
  'TimeoutInMinutes',
  'Visibility',
]

/** Names that differ by more than their first letter. */
const renamed: Readonly<Record<string, string>> = {
  ProjectVisibility: 'Visibility',
  QueuedtimeoutInMinutes: 'QueuedTimeoutInMinutes',
}

/**
 * The answer of BatchGetProjects (https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html), which AWS Config keeps
 * with the only source and the only artifacts in lists.
 */
export const codeBuildProject: Projector = {
  objectType: 'AWS::CodeBuild::Project',
  sees: [...always, ...perhaps],
  project: ({resourceId, resourceName, configuration}) => {
    const properties = projectOf(configuration)
    const name = textAt(properties, 'Name') ?? resourceName ?? resourceId
    return {id: name, name, ...unseenOf(properties, perhaps), properties}
  },
}

function projectOf(document: JsonRecord): JsonRecord {
  const members = Object.entries(pascal(document) as JsonRecord).map(([key, value]) => [renamed[key] ?? key, value])
  const project = Object.fromEntries(members) as JsonRecord
  const badge = isRecord(project['Badge']) ? project['Badge'] : {}
  return {
    ...project,
    ...filled({
      Artifacts: only(project['Artifacts']),
      Source: spec(only(project['Source'])),
      BadgeEnabled: badge['BadgeEnabled'],
    }),
    ...(isArray(project['SecondarySources']) ? {SecondarySources: project['SecondarySources'].map(spec)} : {}),
  }
}

function only(value: Json | undefined): Json {
  return (isArray(value) ? value[0] : value) ?? null
}

/** `buildspec` in the service's answer, `buildSpec` in AWS Config. */
function spec(source: Json): Json {
  if (!isRecord(source)) return source
  const {Buildspec: text, ...rest} = source
  return text === undefined ? source : {...rest, BuildSpec: text}
}
