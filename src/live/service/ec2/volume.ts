import {paginateDescribeVolumes} from '@aws-sdk/client-ec2'

import {ec2Volume} from '../../projectors/ec2-volume.ts'
import {tagged} from '../answer.ts'
import {described} from './described.ts'

export const volume = described({
  projector: ec2Volume,
  alsoSees: ['VolumeInitializationRate'],
  pages: (client, input) => paginateDescribeVolumes({client, pageSize: 500}, input),
  items: ({Volumes}) => Volumes,
  idFilter: 'volume-id',
  object: (answer) => {
    const object = tagged(ec2Volume, answer)
    const {VolumeInitializationRate: rate} = answer
    return rate === undefined ? object : {...object, properties: {...object.properties, VolumeInitializationRate: rate}}
  },
})
