import {GetBucketTaggingCommand, paginateListBuckets, S3Client, type Bucket} from '@aws-sdk/client-s3'

import {createdAt, pagesOf, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {accessParts} from './access.ts'
import {collectionParts} from './collections.ts'
import {deliveryParts} from './delivery.ts'
import {lifecyclePart} from './lifecycle.ts'
import {storageParts} from './storage.ts'

/** A bucket is its name and region: all else is a call each, in the region of the bucket. */
export const bucket = serviceType<S3Client, Bucket>({
  objectType: 'AWS::S3::Bucket',
  client: S3Client,
  sees: ['BucketName'],
  list: (client, {region}) =>
    pagesOf(paginateListBuckets({client, pageSize: 1000}, {BucketRegion: region}), ({Buckets}) =>
      Buckets?.filter(({BucketRegion = region}) => BucketRegion === region),
    ),
  object: ({Name = '', CreationDate}, {location: {partition}}) => ({
    id: Name,
    name: Name,
    arn: `arn:${partition}:s3:::${Name}`,
    ...createdAt(CreationDate),
    properties: {BucketName: Name},
  }),
  parts: [
    {
      shows: [],
      read: async (client, [{Name} = {}]) => {
        const answer = await unless(['NoSuchTagSet'], client.send(new GetBucketTaggingCommand({Bucket: Name})))
        return [{tags: tagsOf(answer?.TagSet)}]
      },
    },
    ...accessParts,
    ...storageParts,
    lifecyclePart,
    ...deliveryParts,
    ...collectionParts,
  ],
})
