import type {FindingCode} from './finding.ts'

/** The three questions of a scan; and what people wrote to have it say less. */
export const findingKinds = ['drift', 'tags', 'spend', 'ignores'] as const
export type Kind = (typeof findingKinds)[number]

export function kindOf(code: FindingCode): Kind {
  if (code.startsWith('tag-')) return 'tags'
  if (code.startsWith('ignore-')) return 'ignores'
  return code.startsWith('accelerator-') || code === 'reservation-unused' ? 'spend' : 'drift'
}
