import {readFile} from 'node:fs/promises'

import {loadParser} from '../../declared/hcl/parse/hcl2json.ts'
import {parseText} from '../../declared/hcl/parse/parse-text.ts'
import type {CodeTagFix, LeftReason, LeftViolation} from '../../model/tag-fix.ts'
import type {CodeDraft} from '../write-code.ts'
import {editTags} from '../hcl/edit-tags.ts'

export interface CodeDrafts {
  readonly drafts: readonly CodeDraft[]
  /** Those that the drafts make. */
  readonly fixes: readonly CodeTagFix[]
  readonly left: readonly LeftViolation[]
}

/** Makes the edits in memory. What cannot be edited without doubt is left; a file that would not parse any more is not touched. */
export async function draftCode(fixes: readonly CodeTagFix[]): Promise<CodeDrafts> {
  const drafts: CodeDraft[] = []
  const made: CodeTagFix[] = []
  const left: LeftViolation[] = []
  for (const [file, ofFile] of Map.groupBy(fixes, (fix) => fix.file)) {
    const before = await readFile(file)
    let text = isUtf8(before) ? before.toString('utf8') : undefined
    for (const fix of ofFile) {
      const edited = text === undefined ? undefined : await tried(file, text, fix)
      if (edited === undefined) left.push(...leftBehind(fix, 'not-editable'))
      else if (edited === text) left.push(...leftBehind(fix, 'no-effect'))
      else made.push(fix)
      text = edited ?? text
    }
    if (text !== undefined && text !== before.toString('utf8')) drafts.push({file, before, after: text})
  }
  return {drafts, fixes: made, left}
}

async function tried(file: string, text: string, {target, changes}: CodeTagFix): Promise<string | undefined> {
  const edited = await editTags(file, text, target, changes)
  return edited !== undefined && (await parses(file, edited)) ? edited : undefined
}

async function parses(file: string, text: string): Promise<boolean> {
  try {
    await parseText(file, text.replace(/^\uFEFF/, ''), await loadParser())
    return true
  } catch {
    return false
  }
}

/** Bytes that are no text would come out changed. */
function isUtf8(bytes: Buffer): boolean {
  return bytes.equals(Buffer.from(bytes.toString('utf8'), 'utf8'))
}

function leftBehind({addresses, changes, source}: CodeTagFix, reason: LeftReason): readonly LeftViolation[] {
  return addresses.flatMap((name) => changes.map(({key}) => ({name, key, on: 'declared' as const, reason, source})))
}
