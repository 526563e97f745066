import {cidr, cidrSet} from './cidr.ts'
import {exact} from './exact.ts'
import {iamPolicy} from './iam-policy.ts'
import {jsonDocument} from './json-document.ts'
import type {Normalizer} from './normalizer.ts'
import {set} from './set.ts'
import {sharedMembers} from './shared-members.ts'

/** Every named comparison. To add one: its file, its line here, its pairs in `fixtures/normalizers/<name>.json`. */
export const normalizers = {
  cidr,
  cidrSet,
  exact,
  iamPolicy,
  jsonDocument,
  set,
  sharedMembers,
} satisfies Record<string, Normalizer>

export type NormalizerName = keyof typeof normalizers
