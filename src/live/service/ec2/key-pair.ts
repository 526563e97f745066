import {DescribeKeyPairsCommand, EC2Client, type KeyPairInfo} from '@aws-sdk/client-ec2'

import {named, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['KeyFingerprint', 'KeyName', 'KeyPairId', 'KeyType'] as const

/** Not in AWS Config at all. */
export const keyPair = serviceType<EC2Client, KeyPairInfo>({
  objectType: 'AWS::EC2::KeyPair',
  client: EC2Client,
  sees: members,
  async *list(client) {
    yield (await client.send(new DescribeKeyPairsCommand({}))).KeyPairs ?? []
  },
  get: {
    size: 200,
    read: async (client, names) => {
      const Filters = [{Name: 'key-name', Values: [...names]}]
      return (await client.send(new DescribeKeyPairsCommand({Filters}))).KeyPairs ?? []
    },
  },
  object: (answer) => ({id: answer.KeyName ?? '', tags: tagsOf(answer.Tags), properties: named(answer, members)}),
})
