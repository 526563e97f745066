import type {SourceRef} from '../../model/source.ts'
import {harmless} from '../harmless.ts'
import {repositoryPath} from '../place.ts'

/** `main.tf:12`, as editors and terminals open it. */
export function placeText({file, line}: SourceRef): string {
  return harmless(`${repositoryPath(file)}${line === undefined ? '' : `:${line}`}`)
}
