import {paginateListApps, SageMakerClient, type AppDetails} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['AppName', 'AppType', 'DomainId', 'ResourceSpec', 'SpaceName', 'Status', 'UserProfileName'] as const

/** What runs in the domains of Studio; an app that was deleted stays listed for a day. */
export const app = serviceType<SageMakerClient, AppDetails>({
  objectType: 'AWS::SageMaker::App',
  client: SageMakerClient,
  sees: members,
  list: (client) => pagesOf(paginateListApps({client, pageSize: 100}, {}), ({Apps}) => Apps),
  object: (answer) => ({
    id: [answer.AppName, answer.AppType, answer.DomainId, answer.UserProfileName ?? answer.SpaceName].join('|'),
    ...(answer.Status === 'Deleted' || answer.Status === 'Deleting' ? {deleting: answer.Status} : {}),
    ...createdAt(answer.CreationTime),
    properties: named(answer, members),
  }),
})
