import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  paginateListKeys,
  type KeyMetadata,
} from '@aws-sdk/client-kms'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import {kmsKey} from '../../projectors/kms-key.ts'
import {createdAt, named, pagesOf, projected, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const supplementary = ['EnableKeyRotation', 'KeyPolicy']

export const key = serviceType<KMSClient, KeyMetadata>({
  objectType: kmsKey.objectType,
  client: KMSClient,
  sees: [...seenBy(kmsKey).filter((path) => !supplementary.includes(path)), 'KeyManager', 'XksKeyConfiguration'],
  list: (client) =>
    pagesOf(paginateListKeys({client, pageSize: 1000}, {}), ({Keys}) => Keys?.flatMap(({KeyId}) => KeyId ?? [])),
  get: {
    size: 1,
    read: async (client, [KeyId]) => {
      const answer = await unless(['NotFoundException'], client.send(new DescribeKeyCommand({KeyId})))
      return answer?.KeyMetadata ? [answer.KeyMetadata] : []
    },
  },
  object: (metadata) => {
    const object = projected(kmsKey, metadata)
    return {
      ...object,
      ...(metadata.Arn === undefined ? {} : {arn: metadata.Arn}),
      ...createdAt(metadata.CreationDate),
      properties: {...object.properties, ...named(metadata, ['XksKeyConfiguration'])},
    }
  },
  parts: [
    {
      shows: ['KeyPolicy'],
      when: isCustomers,
      read: async (client, [{KeyId} = {KeyId: undefined}]) => {
        const {Policy} = await client.send(new GetKeyPolicyCommand({KeyId, PolicyName: 'default'}))
        return [{properties: Policy === undefined ? {} : {KeyPolicy: parseDocument(Policy)}}]
      },
    },
    {
      shows: ['EnableKeyRotation', 'RotationPeriodInDays'],
      when: (metadata) => isCustomers(metadata) && canRotate(metadata),
      read: async (client, [{KeyId} = {KeyId: undefined}]) => {
        const answer = await client.send(new GetKeyRotationStatusCommand({KeyId}))
        const period = named(answer, ['RotationPeriodInDays'])
        return [{properties: {EnableKeyRotation: answer.KeyRotationEnabled === true, ...period}}]
      },
    },
  ],
})

/** Nobody's Terraform declares the keys of AWS services. */
function isCustomers({KeyManager}: KeyMetadata): boolean {
  return KeyManager !== 'AWS'
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
function canRotate({KeySpec, KeyState, Origin}: KeyMetadata): boolean {
  return KeySpec === 'SYMMETRIC_DEFAULT' && Origin === 'AWS_KMS' && !KeyState?.startsWith('Pending')
}
