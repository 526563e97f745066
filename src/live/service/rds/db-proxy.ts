import {paginateDescribeDBProxies, RDSClient, type DBProxy} from '@aws-sdk/client-rds'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './engines.ts'

const members = [
  'DBProxyArn',
  'DBProxyName',
  'DebugLogging',
  'DefaultAuthScheme',
  'Endpoint',
  'EndpointNetworkType',
  'EngineFamily',
  'IdleClientTimeout',
  'RequireTLS',
  'RoleArn',
  'TargetConnectionNetworkType',
  'VpcId',
  'VpcSecurityGroupIds',
  'VpcSubnetIds',
] as const

/** Tags are the Tagging API's. */
export const dbProxy = serviceType<RDSClient, DBProxy>({
  objectType: 'AWS::RDS::DBProxy',
  client: RDSClient,
  sees: [...members, 'Auth'],
  list: (client) => pagesOf(paginateDescribeDBProxies({client, pageSize}, {}), ({DBProxies}) => DBProxies),
  object: (proxy) => ({
    id: proxy.DBProxyName ?? '',
    ...(proxy.DBProxyArn === undefined ? {} : {arn: proxy.DBProxyArn}),
    ...(proxy.Status === 'deleting' ? {deleting: proxy.Status} : {}),
    ...createdAt(proxy.CreatedDate),
    properties: {
      ...named(proxy, members),
      Auth: (proxy.Auth ?? []).map((auth) =>
        named(auth, ['AuthScheme', 'ClientPasswordAuthType', 'Description', 'IAMAuth', 'SecretArn']),
      ),
    },
  }),
})
