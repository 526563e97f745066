import {readFile} from 'node:fs/promises'

import {loadParser} from '../../declared/hcl/parse/hcl2json.ts'
import {parseText} from '../../declared/hcl/parse/parse-text.ts'
import {userError} from '../../errors.ts'
import type {FixPlan} from '../../model/fix-plan.ts'
import type {CodeEdit} from '../../model/remedy.ts'
import {applyEdits, type TextEdit} from '../hcl/text-edit.ts'

/** A file as it is, undefined where there is none, and as it would be. */
export interface FileDraft {
  readonly file: string
  readonly before: Uint8Array | undefined
  readonly after: string
}

/**
 * Makes the edits of a plan in memory.
 * @throws TrueupError `file-changed` where the code is no longer what the report was made from, or would not parse any more
 */
export async function draftFixes({blocks, edits}: FixPlan): Promise<readonly FileDraft[]> {
  const drafts: FileDraft[] = []
  for (const [file, ofFile] of Map.groupBy(edits, ({edit}) => edit.file)) {
    const before = await existing(file)
    if (!before) throw changed(file)
    drafts.push({
      file,
      before,
      after: edited(
        before.toString('utf8'),
        ofFile.map(({edit}) => edit),
        file,
      ),
    })
  }
  for (const [file, ofFile] of Map.groupBy(blocks, (block) => block.file)) {
    const before = await existing(file)
    const text = before?.toString('utf8') ?? ''
    const added = ofFile.map(({hcl}) => hcl).filter((hcl) => !text.includes(hcl))
    if (added.length === 0) continue
    const separator = text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n'
    drafts.push({file, before, after: `${text}${separator}${added.join('\n')}`})
  }
  for (const {file, after} of drafts) await checkParses(file, after)
  return drafts
}

/** @throws TrueupError `file-changed` */
function edited(text: string, edits: readonly CodeEdit[], file: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const plain = text.slice(mark.length)
  const starts = lineStarts(plain)
  const textEdits = edits.map(({line, column, endLine, endColumn, before, after}): TextEdit => {
    const start = (starts[line - 1] ?? Number.NaN) + column - 1
    const end = (starts[endLine - 1] ?? Number.NaN) + endColumn - 1
    if (plain.slice(start, end) !== before) throw changed(file)
    return {start, end, text: after}
  })
  return mark + applyEdits(plain, textEdits)
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]
}

async function existing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw userError('file-not-readable', `cannot read ${file}`, 'Check that you may read it', error)
  }
}

async function checkParses(file: string, text: string): Promise<void> {
  try {
    await parseText(file, text.replace(/^\uFEFF/, ''), await loadParser())
  } catch (error) {
    throw userError('file-changed', `${file} would no longer be valid`, 'Scan again: the edits are made anew', error)
  }
}

function changed(file: string) {
  return userError('file-changed', `${file} was changed since it was looked at`, 'Scan again: the edits are made anew')
}
