import type {Gap} from '../model/gap.ts'
import type {TagChange, TagFixPlan, TagTarget} from '../model/tag-fix.ts'
import type {TagFixJson} from './tag-fix-schema.ts'

export interface TagFixOutcome {
  readonly written: readonly string[]
  readonly applied?: TagFixJson['applied']
  readonly gaps: readonly Gap[]
}

export function tagFixJson({code, live, left}: TagFixPlan, {written, applied, gaps}: TagFixOutcome): TagFixJson {
  return {
    schemaVersion: '1.0',
    code: code.map(({file, source, target, addresses, changes}) => ({
      file,
      source,
      target: targetText(target),
      addresses,
      changes: changes.map(changeJson),
    })),
    live: live.map(({changes, ...object}) => ({...object, changes: changes.map(changeJson)})),
    left,
    written,
    ...(applied && {applied}),
    gaps,
  }
}

function targetText(target: TagTarget): string {
  if (target.kind === 'resource') return `${target.type}.${target.name}`
  return `provider ${[target.name, target.alias].filter(Boolean).join('.')}`
}

function changeJson({key, shown, from, renames, before}: TagChange): TagFixJson['code'][number]['changes'][number] {
  return {key, value: shown, from, ...(renames !== undefined && {renames}), ...(before !== undefined && {before})}
}
