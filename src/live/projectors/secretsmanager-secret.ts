import {filled, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {folded} from './folded.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/**
 * A secret as DescribeSecret answers (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html), whose
 * names Config keeps as they are (`ARN`, `KMSKeyId`, https://github.com/awslabs/aws-config-resource-schema). Policy and value are not
 * in it; the replicas are not in the Config schema, so those are compared where an item has them.
 */
export const secretsmanagerSecret: Projector = {
  objectType: 'AWS::SecretsManager::Secret',
  sees: ['Description', 'KmsKeyId', 'Name', 'ReplicaRegions', 'RotationSchedule'],
  project({resourceId, configuration, arn}) {
    const secret = folded(configuration)
    const properties = said({
      Description: secret['description'],
      KmsKeyId: secret['kmskeyid'],
      Name: secret['name'],
      ReplicaRegions: replicas(secret),
      RotationSchedule: rotation(secret),
    })
    const isDeleted = textAt(secret, 'deleteddate') !== undefined
    return {
      id: textAt(secret, 'arn') ?? arn ?? resourceId,
      properties,
      ...(isDeleted ? {deleting: 'scheduled for deletion'} : {}),
      ...unseenOf(properties, ['ReplicaRegions']),
    }
  },
}

function rotation(secret: JsonRecord): JsonRecord | undefined {
  const schedule = filled({
    RotationLambdaARN: secret['rotationlambdaarn'],
    RotationRules: pascalKeys(recordAt(secret, 'rotationrules')),
  })
  return Object.keys(schedule).length > 0 ? schedule : undefined
}

function replicas(secret: JsonRecord): readonly JsonRecord[] | undefined {
  if (secret['replicationstatus'] === undefined) return undefined
  return recordsAt(secret, 'replicationstatus')
    .map(folded)
    .map(({region, kmskeyid}) => said({Region: region, KmsKeyId: kmskeyid}))
}
