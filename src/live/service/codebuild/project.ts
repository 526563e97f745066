import {BatchGetProjectsCommand, CodeBuildClient, paginateListProjects, type Project} from '@aws-sdk/client-codebuild'

import {picked} from '../../projectors/document.ts'
import {codeBuildProject} from '../../projectors/codebuild-project.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Cloud Control cannot read projects. */
export const project = serviceType<CodeBuildClient, Project>({
  objectType: codeBuildProject.objectType,
  client: CodeBuildClient,
  sees: seenBy(codeBuildProject),
  list: (client) => pagesOf(paginateListProjects({client}, {}), ({projects}) => projects),
  get: {
    size: 100,
    read: async (client, names) => {
      const {projects = []} = await client.send(new BatchGetProjectsCommand({names: [...names]}))
      return projects
    },
  },
  object: ({tags, ...answer}) => {
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = projected(codeBuildProject, answer)
    const {arn, created} = answer
    const properties = picked(object.properties as JsonRecord, seenBy(codeBuildProject))
    return {...object, properties, tags: tagsOf(tags), ...(arn === undefined ? {} : {arn}), ...createdAt(created)}
  },
})
