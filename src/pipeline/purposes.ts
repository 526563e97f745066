import type {PermissionUser} from '../aws/permissions.ts'

/** What a run may be for, by the users of permissions that it takes: `trueup permissions --for PURPOSE`. */
export const purposes = {
  scan: ['config', 'service', 'cloud-control', 'resource-explorer', 'tagging', 'regions'],
  /** Money, wherever the bill lies. */
  spend: ['bill', 'athena', 'prices'],
  attribute: ['attribution'],
  'tags-fix': ['tags-fix', 'tagging'],
  'tags-activate': ['cost-allocation'],
  'tags-effective': ['tag-policies'],
  prices: ['prices'],
  utilisation: ['utilisation'],
  bill: ['bill'],
  history: ['history'],
  'history-prune': ['history', 'history-prune'],
  'bill-athena': ['bill', 'athena'],
  'bill-cost-explorer': ['cost-explorer'],
  doctor: ['doctor', 'regions', 'config', 'config-aggregator', 'tagging'],
} as const satisfies Readonly<Record<string, readonly PermissionUser[]>>

export type Purpose = keyof typeof purposes

export const purposeNames = Object.keys(purposes) as readonly Purpose[]

/** Whose actions go to whoever starts a run: states, accounts, roles. */
export const callers: readonly PermissionUser[] = [
  'session',
  'organization',
  'state-store',
  'state-version',
  'state-key',
  'config-aggregator',
]
