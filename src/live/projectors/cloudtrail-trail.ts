import {picked, said, textAt} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'CloudWatchLogsLogGroupArn',
  'CloudWatchLogsRoleArn',
  'IncludeGlobalServiceEvents',
  'IsMultiRegionTrail',
  'IsOrganizationTrail',
  'S3BucketName',
  'S3KeyPrefix',
  'SnsTopicName',
]

/**
 * A trail as DescribeTrails answers (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html): neither its
 * selectors nor whether it logs is in it.
 */
export const cloudtrailTrail: Projector = {
  objectType: 'AWS::CloudTrail::Trail',
  sees: [...plain, 'EnableLogFileValidation', 'KMSKeyId', 'TrailName'],
  project({resourceId, configuration}) {
    const trail = pascalKeys(configuration)
    const id = textAt(trail, 'Name') ?? resourceId
    const arn = textAt(trail, 'TrailARN')
    const properties = said({
      ...picked(trail, plain),
      EnableLogFileValidation: trail['LogFileValidationEnabled'],
      KMSKeyId: trail['KmsKeyId'],
      TrailName: id,
    })
    return {id, properties, ...(arn === undefined ? {} : {arn})}
  },
}
