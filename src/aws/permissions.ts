import type {ReaderName} from '../model/live.ts'
import {serviceActions, servicePurposes} from './service-actions.ts'

/**
 * Who uses an action: a reader; the session that all of them share; or what finds out about regions and about the accounts of an
 * organisation, which is asked in the account that the run starts from; state stores; what finds out who changed something.
 */
export type PermissionUser =
  | ReaderName
  | 'session'
  | 'regions'
  | 'organization'
  | 'doctor'
  | 'state-store'
  | 'state-key'
  | 'state-version'
  | 'attribution'
  | 'tags-fix'
  | 'bill'
  | 'athena'
  | 'cost-explorer'
  | 'cost-allocation'
  | 'tag-policies'
  | 'prices'
  | 'utilisation'
  | 'history'
  | 'history-prune'

/** One AWS action that the code uses. */
export interface Permission {
  readonly action: string
  readonly by: PermissionUser
  readonly because: string
}

const own: readonly Permission[] = [
  {action: 'account:ListRegions', by: 'regions', because: 'which regions the account has enabled'},
  {action: 'cloudtrail:LookupEvents', by: 'attribution', because: 'who changed what was found, with --attribute'},
  {action: 'athena:GetQueryExecution', by: 'athena', because: 'whether a query over a bill in Athena has ended'},
  {action: 'athena:GetQueryResults', by: 'athena', because: 'its results, where Athena keeps them itself'},
  {action: 'athena:GetTableMetadata', by: 'athena', because: 'the columns of a bill in Athena'},
  {action: 'athena:GetWorkGroup', by: 'athena', because: 'what its workgroup allows, and where it writes results'},
  {action: 'athena:StartQueryExecution', by: 'athena', because: 'summing a bill in Athena; SELECT alone'},
  {action: 'athena:StopQueryExecution', by: 'athena', because: 'stopping the query of a run that is interrupted'},
  {
    action: 'cloudformation:GetResource',
    by: 'cloud-control',
    because: 'declared objects one by one, of types that nothing else reads',
  },
  {
    action: 'cloudformation:ListResources',
    by: 'cloud-control',
    because: 'what there is besides, of types that nothing else lists',
  },
  {
    action: 'ce:GetCostAndUsage',
    by: 'cost-explorer',
    because: 'a bill as Cost Explorer tells it; each call costs a cent',
  },
  {
    action: 'ce:ListCostAllocationTagBackfillHistory',
    by: 'cost-allocation',
    because: 'since when charges carry activated tags',
  },
  {action: 'ce:ListCostAllocationTags', by: 'cost-allocation', because: 'which tags the bill is split by'},
  {action: 'ce:ListCostAllocationTags', by: 'doctor', because: 'which tags are activated for cost allocation'},
  {
    action: 'cloudwatch:GetMetricData',
    by: 'utilisation',
    because: 'what accelerators and functions did, with --utilisation; a thousand metrics cost a cent',
  },
  {action: 'cloudwatch:ListMetrics', by: 'utilisation', because: 'which metrics of accelerators there are'},
  {
    action: 'config:BatchGetResourceConfig',
    by: 'config',
    because: 'documents of types that an advanced query fails for',
  },
  {
    action: 'config:DescribeConfigurationAggregators',
    by: 'config-aggregator',
    because: 'which aggregator there is, in the account that the run starts from',
  },
  {
    action: 'config:DescribeConfigurationAggregatorSourcesStatus',
    by: 'config-aggregator',
    because: 'which accounts and regions it collects from',
  },
  {action: 'config:SelectAggregateResourceConfig', by: 'config-aggregator', because: 'documents of many accounts'},
  {action: 'config:DescribeConfigurationRecorderStatus', by: 'config', because: 'whether the recorder runs'},
  {action: 'config:DescribeConfigurationRecorders', by: 'config', because: 'which types are recorded, and how often'},
  {
    action: 'config:GetAggregateDiscoveredResourceCounts',
    by: 'config-aggregator',
    because: 'how many pages they are at most, with --estimate',
  },
  {
    action: 'config:GetDiscoveredResourceCounts',
    by: 'config',
    because: 'how many pages the documents are at most, with --estimate',
  },
  {
    action: 'config:GetResourceConfigHistory',
    by: 'config',
    because: 'whether Config ever saw what is declared, where it names nothing of the type',
  },
  {
    action: 'config:ListDiscoveredResources',
    by: 'config',
    because: 'what there is of types that an advanced query fails for',
  },
  {
    action: 'config:GetResourceConfigHistory',
    by: 'attribution',
    because: 'between which recordings it was changed, with --attribute',
  },
  {
    action: 'config:ListDiscoveredResources',
    by: 'attribution',
    because: 'under which identifier Config keeps it, with --attribute',
  },
  {action: 'config:SelectResourceConfig', by: 'config', because: 'full documents, a hundred a call'},
  {action: 'ec2:DescribeRegions', by: 'regions', because: 'the same, where account:ListRegions is denied'},
  {action: 'ec2:DescribeSpotPriceHistory', by: 'prices', because: 'what the Spot market asks for, with --prices aws'},
  {
    action: 'organizations:DescribeEffectivePolicy',
    by: 'tag-policies',
    because: 'the tag policy that holds for an account, with tags effective --account',
  },
  {action: 'organizations:DescribePolicy', by: 'tag-policies', because: 'the tag policies that it is made of'},
  {action: 'organizations:ListParents', by: 'tag-policies', because: 'the units above the account'},
  {action: 'organizations:ListPoliciesForTarget', by: 'tag-policies', because: 'which policies are attached there'},
  {action: 'organizations:DescribeOrganization', by: 'doctor', because: 'whose organization the account is in'},
  {action: 'organizations:ListAccounts', by: 'organization', because: 'the accounts of the organisation'},
  {action: 'organizations:ListAccountsForParent', by: 'organization', because: 'the accounts of some of its units'},
  {action: 'organizations:ListOrganizationalUnitsForParent', by: 'organization', because: 'the units below these'},
  {
    action: 'pricing:GetProducts',
    by: 'prices',
    because: 'list prices of what drifted and of what runs, with --prices aws',
  },
  {action: 'resource-explorer-2:ListIndexes', by: 'doctor', because: 'whether Resource Explorer is on'},
  {
    action: 'resource-explorer-2:ListIndexes',
    by: 'resource-explorer',
    because: 'whether Resource Explorer is on, and where',
  },
  {
    action: 'resource-explorer-2:Search',
    by: 'resource-explorer',
    because: 'what nobody declares, of types that no other reader lists',
  },
  {action: 'kms:Decrypt', by: 'state-key', because: 'a state in S3 that a KMS key encrypts; only of that key'},
  {
    action: 's3:GetObjectVersion',
    by: 'state-version',
    because: 'an older version of a state in S3; only of its object',
  },
  {action: 's3:GetObject', by: 'state-store', because: 'a state in S3; only of its bucket'},
  {action: 's3:GetObject', by: 'history', because: 'runs that were kept in S3; only below their prefix'},
  {action: 's3:ListBucket', by: 'history', because: 'which runs were kept in S3; only of their bucket'},
  {action: 's3:GetObject', by: 'bill', because: 'a bill in S3; only of its bucket'},
  {action: 's3:ListBucket', by: 'bill', because: 'which objects a bill in S3 is made of; only of its bucket'},
  {
    action: 's3:ListBucket',
    by: 'state-store',
    because: 'states in S3 that a folder or a glob names; only of their bucket',
  },
  {action: 'sts:AssumeRole', by: 'session', because: 'reading another account, with --role'},
  {action: 'sts:GetCallerIdentity', by: 'session', because: 'which account is read; AWS always allows it'},
  {action: 'tag:GetResources', by: 'tagging', because: 'the current tags of everything that has any'},
]

const ofServices = [...new Set(Object.values(serviceActions).flat())].map((action): Permission => {
  const [prefix = ''] = action.split(':')
  return {action, by: 'service', because: servicePurposes[prefix] ?? ''}
})

/** Every AWS action in the code, and no other: a test compares. All of them only read. */
export const permissions: readonly Permission[] = [...own, ...ofServices].toSorted((a, b) =>
  a.action < b.action ? -1 : 1,
)

/**
 * What changes something, apart: only `tags fix --apply`, `tags undo`, `tags activate --apply`, `scan --keep s3://...` and `history prune
 * --apply` call it, and the policy of who reads does not grant it. A history is written to its own bucket alone, below its prefix, with
 * credentials of its own (`--history-profile`, `--history-role`): nothing that is scanned is ever written to. Of tags, AWS asks
 * for the tagging permission of the object's own service as well (`ec2:CreateTags`):
 * https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html
 */
export const writes: readonly Permission[] = [
  {
    action: 'ce:UpdateCostAllocationTagsStatus',
    by: 'cost-allocation',
    because: 'activating tags, with tags activate --apply',
  },
  {
    action: 's3:DeleteObject',
    by: 'history-prune',
    because: 'taking old runs out of a history, with history prune --apply or --keep-last',
  },
  {
    action: 's3:PutObject',
    by: 'history',
    because: 'keeping a run in S3, with scan --keep s3://BUCKET/PREFIX; only below that prefix',
  },
  {action: 'tag:TagResources', by: 'tags-fix', because: 'setting tags, twenty objects a call'},
  {action: 'tag:UntagResources', by: 'tags-fix', because: 'taking tags away that were set'},
]
