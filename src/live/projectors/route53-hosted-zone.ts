import {picked, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** In the CloudFormation schema, but not in every document of AWS Config. */
const perhaps = ['HostedZoneConfig', 'HostedZoneFeatures']

/** CloudFormation-shaped as Config keeps it; the tags are within (https://github.com/awslabs/aws-config-resource-schema, AWS::Route53::HostedZone). */
export const route53HostedZone: Projector = {
  objectType: 'AWS::Route53::HostedZone',
  sees: [...perhaps, 'Name', 'VPCs'],
  project: ({resourceId, configuration}) => {
    const document = pascalKeys(configuration)
    const properties = picked(document, [...perhaps, 'Name', 'VPCs'])
    const tags = tagsOf(document)
    return {
      id: textAt(document, 'Id')?.replace('/hostedzone/', '') ?? resourceId,
      ...(tags === undefined ? {} : {tags}),
      ...unseenOf(properties, perhaps),
      properties,
    }
  },
}

function tagsOf(zone: JsonRecord): Readonly<Record<string, string>> | undefined {
  if (!Array.isArray(zone['HostedZoneTags'])) return undefined
  const pairs = recordsAt(zone, 'HostedZoneTags').map(({Key, Value}) => [Key, Value])
  return said(Object.fromEntries(pairs)) as Readonly<Record<string, string>>
}
