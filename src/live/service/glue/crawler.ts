import {GlueClient, paginateGetCrawlers, type Crawler} from '@aws-sdk/client-glue'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'Classifiers',
  'Configuration',
  'CrawlerSecurityConfiguration',
  'DatabaseName',
  'Description',
  'LakeFormationConfiguration',
  'Name',
  'RecrawlPolicy',
  'Role',
  'SchemaChangePolicy',
  'TablePrefix',
] as const

/** Tags are the Tagging API's. */
export const crawler = serviceType<GlueClient, Crawler>({
  objectType: 'AWS::Glue::Crawler',
  client: GlueClient,
  sees: [...members, 'Schedule', 'Targets'],
  list: (client) => pagesOf(paginateGetCrawlers({client, pageSize: 100}, {}), ({Crawlers}) => Crawlers),
  object: (answer, {location: {partition, account, region}}) => {
    const {Name: name = ''} = answer
    return {
      id: name,
      name,
      arn: `arn:${partition}:glue:${region}:${account}:crawler/${name}`,
      ...createdAt(answer.CreationTime),
      properties: {...named(answer, members), ...schedule(answer), ...targets(answer)},
    }
  },
})

/** Whether it is paused is its state, which CloudFormation does not have. */
function schedule({Schedule: when}: Crawler): JsonRecord {
  return when?.ScheduleExpression === undefined ? {} : {Schedule: named(when, ['ScheduleExpression'])}
}

function targets({Targets: all}: Crawler): JsonRecord {
  if (all === undefined) return {}
  // The only members of Glue's that start with a small letter.
  const tables = all.DynamoDBTargets?.map(({Path, scanAll: ScanAll, scanRate: ScanRate}) => ({Path, ScanAll, ScanRate}))
  return plain({Targets: {...all, DynamoDBTargets: tables}}) as JsonRecord
}
