import {exact} from './exact.ts'
import {iamPolicy} from './iam-policy.ts'
import {jsonDocument} from './json-document.ts'
import type {Normalizer} from './normalizer.ts'
import {set} from './set.ts'

/** Every named comparison. To add one: its file, its line here, its pairs in `fixtures/normalizers/<name>.json`. */
export const normalizers = {
  exact,
  iamPolicy,
  jsonDocument,
  set,
} satisfies Record<string, Normalizer>

export type NormalizerName = keyof typeof normalizers
