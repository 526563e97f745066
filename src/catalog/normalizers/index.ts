import {exact} from './exact.ts'
import type {Normalizer} from './normalizer.ts'
import {set} from './set.ts'

/** Every named comparison. To add one: its file, its line here, its pairs in `fixtures/normalizers/<name>.json`. */
export const normalizers = {
  exact,
  set,
} satisfies Record<string, Normalizer>

export type NormalizerName = keyof typeof normalizers
