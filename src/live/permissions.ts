import type {ReaderName} from '../model/live.ts'

/** One AWS action that the code uses. */
export interface Permission {
  readonly action: string
  /** Who uses it: a reader, or the session that all of them share. */
  readonly by: ReaderName | 'session'
  readonly because: string
}

/** Every AWS action in the code, and no other: a test compares. All of them only read. */
export const permissions: readonly Permission[] = [
  {
    action: 'config:BatchGetResourceConfig',
    by: 'config',
    because: 'documents of types that an advanced query fails for',
  },
  {action: 'config:DescribeConfigurationRecorderStatus', by: 'config', because: 'whether the recorder runs'},
  {action: 'config:DescribeConfigurationRecorders', by: 'config', because: 'which types are recorded, and how often'},
  {
    action: 'config:ListDiscoveredResources',
    by: 'config',
    because: 'what there is of types that an advanced query fails for',
  },
  {action: 'config:SelectResourceConfig', by: 'config', because: 'full documents, a hundred a call'},
  {action: 'sts:AssumeRole', by: 'session', because: 'reading another account, with --role'},
  {action: 'sts:GetCallerIdentity', by: 'session', because: 'which account is read; AWS always allows it'},
  {action: 'tag:GetResources', by: 'tagging', because: 'the current tags of everything that has any'},
]
