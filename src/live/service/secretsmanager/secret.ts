import {
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  paginateListSecrets,
  SecretsManagerClient,
  type SecretListEntry,
} from '@aws-sdk/client-secrets-manager'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import {secretsmanagerSecret as projector} from '../../projectors/secretsmanager-secret.ts'
import {createdAt, named, pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Values are never asked for. */
export const secret = serviceType<SecretsManagerClient, SecretListEntry>({
  objectType: projector.objectType,
  client: SecretsManagerClient,
  sees: seenBy(projector),
  list: (client) =>
    pagesOf(paginateListSecrets({client, pageSize: 100}, {IncludePlannedDeletion: true}), ({SecretList}) => SecretList),
  object: (entry) => ({
    ...projected(projector, entry),
    ...(entry.ARN === undefined ? {} : {arn: entry.ARN}),
    ...(entry.Name === undefined ? {} : {name: entry.Name}),
    ...createdAt(entry.CreatedDate),
    tags: tagsOf(entry.Tags),
  }),
  parts: [
    {
      shows: ['ReplicaRegions'],
      read: async (client, [{ARN} = {}]) => {
        const {ReplicationStatus = []} = await client.send(new DescribeSecretCommand({SecretId: ARN}))
        return [{properties: {ReplicaRegions: ReplicationStatus.map((each) => named(each, ['KmsKeyId', 'Region']))}}]
      },
    },
    {
      shows: ['ResourcePolicy'],
      read: async (client, [{ARN} = {}]) => {
        const {ResourcePolicy: text} = await client.send(new GetResourcePolicyCommand({SecretId: ARN}))
        return [{properties: text ? {ResourcePolicy: {ResourcePolicy: parseDocument(text)}} : {}}]
      },
    },
  ],
})
