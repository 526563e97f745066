import {loadGrammar} from '../../declared/hcl/positions/load-grammar.ts'
import {editJson} from './edit-json.ts'
import {editNative} from './edit-native.ts'
import type {TagSet, TagTarget} from '../../model/tag-fix.ts'

const byteOrderMark = '\uFEFF'

/**
 * The text of a file with tags put into one of its blocks; every byte that has nothing to do with them stays.
 *
 * @returns undefined where the block is not there, or cannot be edited without doubt
 */
export async function editTags(
  file: string,
  text: string,
  target: TagTarget,
  sets: readonly TagSet[],
): Promise<string | undefined> {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : ''
  const plain = text.slice(mark.length)
  const edited = file.endsWith('.json')
    ? editJson(plain, target, sets)
    : editNative(plain, target, sets, await loadGrammar())
  return edited === undefined ? undefined : mark + edited
}
