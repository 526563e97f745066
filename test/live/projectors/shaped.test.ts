import {expect, test} from 'vitest'

import {shaped} from '../../../src/live/projectors/shaped.ts'

const projector = shaped({
  objectType: 'AWS::ECS::TaskDefinition',
  id: 'TaskDefinitionArn',
  perhaps: ['RuntimePlatform', 'Volumes.EFSVolumeConfiguration'],
})

test.each([
  [{TaskDefinitionArn: 'arn'}, 'arn', ['RuntimePlatform', 'Volumes.EFSVolumeConfiguration']],
  [{RuntimePlatform: {}, Volumes: [{Name: 'a'}]}, 'recorded', ['Volumes.EFSVolumeConfiguration']],
  [{RuntimePlatform: {}, Volumes: [{Name: 'a'}, {EFSVolumeConfiguration: {}}]}, 'recorded', undefined],
])('of %j the identifier is %s, not seen are %j', (configuration, id, unseen) => {
  const projected = projector.project({resourceId: 'recorded', configuration, supplementary: {}})
  expect(projected).toEqual({id, properties: configuration, ...(unseen && {unseen})})
})
