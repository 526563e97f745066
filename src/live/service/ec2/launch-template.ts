import {
  EC2Client,
  paginateDescribeLaunchTemplateVersions,
  paginateDescribeLaunchTemplates,
  type LaunchTemplate,
  type LaunchTemplateVersion,
} from '@aws-sdk/client-ec2'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, pagesOf, plain, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Templates are listed 200 a call, and so are their latest versions, which the provider compares. */
const pageSize = 200

export const launchTemplate = serviceType<EC2Client, LaunchTemplate>({
  objectType: 'AWS::EC2::LaunchTemplate',
  client: EC2Client,
  sees: ['DefaultVersionNumber', 'LatestVersionNumber', 'LaunchTemplateName'],
  list: (client) =>
    pagesOf(paginateDescribeLaunchTemplates({client, pageSize}, {}), ({LaunchTemplates}) => LaunchTemplates),
  object: ({LaunchTemplateId, LaunchTemplateName, DefaultVersionNumber, LatestVersionNumber, CreateTime, Tags}) => ({
    id: LaunchTemplateId ?? '',
    ...(LaunchTemplateName === undefined ? {} : {name: LaunchTemplateName}),
    ...createdAt(CreateTime),
    tags: tagsOf(Tags),
    properties: plain({LaunchTemplateName, DefaultVersionNumber, LatestVersionNumber}) as JsonRecord,
  }),
  parts: [
    {
      shows: ['LaunchTemplateData', 'VersionDescription'],
      size: pageSize,
      read: async (client, templates) => {
        const latest = await latestVersions(client, templates)
        return templates.map(({LaunchTemplateId}) => {
          const {LaunchTemplateData = {}, VersionDescription} = latest.get(LaunchTemplateId) ?? {}
          return {properties: plain({LaunchTemplateData, VersionDescription}) as JsonRecord}
        })
      },
    },
  ],
})

/** Of one template by its id; without an id, EC2 gives the latest version of each template there is. */
async function latestVersions(
  client: EC2Client,
  templates: readonly LaunchTemplate[],
): Promise<ReadonlyMap<string | undefined, LaunchTemplateVersion>> {
  const [{LaunchTemplateId} = {}] = templates.length === 1 ? templates : []
  const input = {Versions: ['$Latest'], ...(LaunchTemplateId === undefined ? {} : {LaunchTemplateId})}
  const pages = pagesOf(
    paginateDescribeLaunchTemplateVersions({client, pageSize}, input),
    ({LaunchTemplateVersions}) => LaunchTemplateVersions,
  )
  const versions = (await Array.fromAsync(pages)).flat()
  return new Map(versions.map((version) => [version.LaunchTemplateId, version]))
}
