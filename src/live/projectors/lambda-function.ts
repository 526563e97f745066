import {permissionsOf} from '../../catalog/function-permission.ts'
import {isRecord, type Json} from '../../model/value.ts'
import {documentAt, listed, picked, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Members of the document whose names are canonical but for their first letter. */
const plain = [
  'Architectures',
  'Description',
  'FunctionName',
  'Handler',
  'MemorySize',
  'PackageType',
  'Role',
  'Runtime',
  'Timeout',
]
const nested = {
  DeadLetterConfig: ['TargetArn'],
  Environment: ['Variables'],
  EphemeralStorage: ['Size'],
  LoggingConfig: ['ApplicationLogLevel', 'LogFormat', 'LogGroup', 'SystemLogLevel'],
  SnapStart: ['ApplyOn'],
  TracingConfig: ['Mode'],
  VpcConfig: ['Ipv6AllowedForDualStack', 'SecurityGroupIds', 'SubnetIds'],
}
/**
 * Younger than Config's record of functions, or (the variables) not in its published schema: compared where they show. That it keeps
 * the logging configuration is said by its rule lambda-function-log-format-json.
 */
const alwaysShown = [
  'Architectures',
  'Environment',
  'EphemeralStorage',
  'LoggingConfig',
  'PackageType',
  'SnapStart',
  'VpcConfig.Ipv6AllowedForDualStack',
]

/**
 * The configuration of GetFunctionConfiguration (https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html); the
 * policy and the reserved concurrency are in the supplementary configuration. The names of environment variables keep their case.
 */
export const lambdaFunction: Projector = {
  objectType: 'AWS::Lambda::Function',
  sees: [
    ...plain,
    ...Object.entries(nested).flatMap(([name, keys]) => keys.map((key) => `${name}.${key}`)),
    'FileSystemConfigs',
    'ImageConfig',
    'KmsKeyArn',
    'Layers',
    'Permissions',
    'ReservedConcurrentExecutions',
  ],
  project({resourceId, configuration, supplementary}) {
    const properties = said({
      ...picked(pascalKeys(configuration), plain),
      ...nestedParts(configuration),
      FileSystemConfigs: listed(recordsAt(configuration, 'fileSystemConfigs').map((system) => pascal(system))),
      ImageConfig: imageConfig(configuration),
      KmsKeyArn: configuration['kmskeyArn'] ?? configuration['kMSKeyArn'],
      Layers: listed(recordsAt(configuration, 'layers').flatMap(({arn}) => arn ?? [])),
      Permissions: permissions(supplementary),
      ReservedConcurrentExecutions: recordAt(supplementary, 'Concurrency')['reservedConcurrentExecutions'],
    })
    return {
      id: textAt(configuration, 'functionName') ?? resourceId,
      properties,
      ...unseenOf(properties, alwaysShown),
    }
  },
}

function nestedParts(configuration: JsonRecord): JsonRecord {
  const parts = pascalKeys(configuration)
  const entries = Object.entries(nested).map(([name, keys]): [string, JsonRecord | undefined] => {
    const part = picked(pascalKeys(recordAt(parts, name)), keys)
    return [name, Object.keys(part).length === 0 ? undefined : part]
  })
  return said(Object.fromEntries(entries))
}

function imageConfig(configuration: JsonRecord): Json | undefined {
  const image = recordAt(recordAt(configuration, 'imageConfigResponse'), 'imageConfig')
  return Object.keys(image).length === 0 ? undefined : pascal(image)
}

/** The policy of the function itself; those of its versions and aliases are not recorded. */
function permissions(supplementary: JsonRecord): Json | undefined {
  const policy = documentAt(supplementary, 'Policy')
  return isRecord(policy) ? listed(permissionsOf(policy) as readonly Json[]) : undefined
}
