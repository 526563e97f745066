import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail'

import {cloudtrailTrail} from '../../projectors/cloudtrail-trail.ts'
import {named, projected, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

/** Trails that belong to the region, not the shadows of those of other regions or of the organisation. */
export const trail = serviceType<CloudTrailClient, Trail>({
  objectType: cloudtrailTrail.objectType,
  client: CloudTrailClient,
  sees: seenBy(cloudtrailTrail),
  async *list(client) {
    yield (await client.send(new DescribeTrailsCommand({includeShadowTrails: false}))).trailList ?? []
  },
  object: (answer) => projected(cloudtrailTrail, answer),
  parts: [
    {
      shows: ['IsLogging'],
      read: async (client, [answer]) => {
        const {IsLogging} = await client.send(new GetTrailStatusCommand({Name: answer?.TrailARN}))
        return [{properties: {IsLogging: IsLogging === true}}]
      },
    },
    {
      shows: ['AdvancedEventSelectors', 'EventSelectors'],
      // Without any of its own a trail shows the default one, which nobody declares.
      when: ({HasCustomEventSelectors}) => HasCustomEventSelectors === true,
      read: async (client, [answer]) => {
        const selectors = await client.send(new GetEventSelectorsCommand({TrailName: answer?.TrailARN}))
        return [{properties: named(selectors, ['AdvancedEventSelectors', 'EventSelectors'])}]
      },
    },
    {
      shows: ['InsightSelectors'],
      when: ({HasInsightSelectors}) => HasInsightSelectors === true,
      read: async (client, [answer]) => {
        const command = new GetInsightSelectorsCommand({TrailName: answer?.TrailARN})
        const selectors = await unless(['InsightNotEnabledException'], client.send(command))
        return [{properties: selectors ? named(selectors, ['InsightSelectors']) : {}}]
      },
    },
  ],
})
