import {BatchClient, paginateDescribeJobDefinitions, type JobDefinition} from '@aws-sdk/client-batch'

import {capitalized, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'containerProperties',
  'ecsProperties',
  'eksProperties',
  'jobDefinitionArn',
  'jobDefinitionName',
  'nodeProperties',
  'parameters',
  'platformCapabilities',
  'propagateTags',
  'retryStrategy',
  'schedulingPriority',
  'timeout',
  'type',
] as const

/** Their keys are people's own: parameters, options of log drivers, labels and limits of pods. */
const maps = new Set(['annotations', 'labels', 'limits', 'options', 'parameters', 'requests'])

/** The latest of the active revisions of each, which is the one that a name stands for. */
export const jobDefinition = serviceType<BatchClient, JobDefinition>({
  objectType: 'AWS::Batch::JobDefinition',
  client: BatchClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  async *list(client) {
    const latest = new Map<string, JobDefinition>()
    const pages = paginateDescribeJobDefinitions({client, pageSize: 100}, {status: 'ACTIVE'})
    for await (const page of pagesOf(pages, ({jobDefinitions}) => jobDefinitions)) {
      for (const definition of page) {
        const {jobDefinitionName: name = '', revision = 0} = definition
        if (revision > (latest.get(name)?.revision ?? -1)) latest.set(name, definition)
      }
    }
    yield [...latest.values()]
  },
  object: (answer) => ({
    id: answer.jobDefinitionName ?? '',
    ...(answer.jobDefinitionArn === undefined ? {} : {arn: answer.jobDefinitionArn}),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members, maps),
  }),
})
