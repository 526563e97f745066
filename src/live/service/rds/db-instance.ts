import {paginateDescribeDBInstances, RDSClient, type DBInstance} from '@aws-sdk/client-rds'

import {rdsDbInstance} from '../../projectors/rds-db-instance.ts'
import {createdAt, pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {isOfRds, pageSize} from './engines.ts'

/** How many identifiers one filter takes is not documented: as many as a page has. */
export const dbInstance = serviceType<RDSClient, DBInstance>({
  objectType: rdsDbInstance.objectType,
  client: RDSClient,
  sees: [...seenBy(rdsDbInstance), 'DomainAuthSecretArn', 'DomainDnsIps', 'DomainOu'],
  list: (client) =>
    pagesOf(paginateDescribeDBInstances({client, pageSize}, {}), ({DBInstances}) => DBInstances?.filter(isOfRds)),
  get: {
    size: pageSize,
    read: async (client, ids) => {
      const Filters = [{Name: 'db-instance-id', Values: [...ids]}]
      const pages = pagesOf(paginateDescribeDBInstances({client, pageSize}, {Filters}), ({DBInstances}) => DBInstances)
      return (await Array.fromAsync(pages)).flat()
    },
  },
  object: (instance) => {
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = projected(rdsDbInstance, instance)
    const {DBInstanceArn: arn, InstanceCreateTime} = instance
    return {
      ...object,
      tags: tagsOf(instance.TagList),
      ...(arn === undefined ? {} : {arn}),
      ...createdAt(InstanceCreateTime),
    }
  },
})
