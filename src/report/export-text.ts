import type {SourceRef} from '../model/source.ts'
import {harmless, harmlessJson} from './harmless.ts'

/** A policy in the words of AWS. */
export interface ExportedPolicy {
  readonly documents: readonly {readonly name: string; readonly content: unknown}[]
  readonly left: readonly LeftOut[]
  /** The documents as code, where that was asked for. */
  readonly terraform?: string
}

interface LeftOut {
  readonly rule: string
  readonly source: SourceRef
  readonly what: string
  readonly extent: 'whole' | 'part'
}

/** A file for each document; of code, one for all. Policies are as small as AWS counts them when it is given a file. */
export function exportFiles({
  documents,
  terraform,
}: ExportedPolicy): readonly {readonly file: string; readonly text: string}[] {
  if (terraform !== undefined) return [{file: 'tag-policies.tf', text: harmlessJson(terraform)}]
  return documents.map(({name, content}) => ({
    file: `${name}.json`,
    text: `${harmlessJson(JSON.stringify(content))}\n`,
  }))
}

/** What the target cannot say, a line for each rule. */
export function leftText({left}: ExportedPolicy): readonly string[] {
  const byRule = Map.groupBy(left, ({rule, source, extent}) => [rule, source.file, source.line, extent].join('\n'))
  return [...byRule.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const {rule, source, extent} = first
    const place = source.line === undefined ? '' : ` (${source.file}:${source.line})`
    const what = group.map((one) => one.what).join('; ')
    return [harmless(`Not exported${extent === 'part' ? ' in part' : ''}: ${rule}${place}: ${what}`)]
  })
}

export interface ExportJson extends ExportedPolicy {
  readonly schemaVersion: '1.0'
  readonly to: string
}

export function exportJson(to: string, {documents, left, terraform}: ExportedPolicy): ExportJson {
  return {schemaVersion: '1.0', to, documents, left, ...(terraform !== undefined && {terraform})}
}
