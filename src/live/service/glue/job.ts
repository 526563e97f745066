import {GlueClient, paginateGetJobs, type Job} from '@aws-sdk/client-glue'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'Command',
  'Connections',
  'DefaultArguments',
  'Description',
  'ExecutionClass',
  'ExecutionProperty',
  'GlueVersion',
  'JobMode',
  'JobRunQueuingEnabled',
  'LogUri',
  'MaintenanceWindow',
  'MaxCapacity',
  'MaxRetries',
  'Name',
  'NonOverridableArguments',
  'NotificationProperty',
  'NumberOfWorkers',
  'Role',
  'SecurityConfiguration',
  'Timeout',
  'WorkerType',
] as const

/** Tags are the Tagging API's. */
export const job = serviceType<GlueClient, Job>({
  objectType: 'AWS::Glue::Job',
  client: GlueClient,
  sees: members,
  list: (client) => pagesOf(paginateGetJobs({client, pageSize: 200}, {}), ({Jobs}) => Jobs),
  object: (answer, {location: {partition, account, region}}) => {
    const {Name: name = ''} = answer
    return {
      id: name,
      name,
      arn: `arn:${partition}:glue:${region}:${account}:job/${name}`,
      ...createdAt(answer.CreatedOn),
      properties: named(answer, members),
    }
  },
})
