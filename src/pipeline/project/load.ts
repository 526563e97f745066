import {z} from 'zod'

import {userError} from '../../errors.ts'
import {parsePolicyText, type PolicyProblem, type PolicyText} from '../../tags/policy/document.ts'
import {byPlace, problemLines} from '../../tags/policy/refuse.ts'
import {schemaProblems} from '../../tags/policy/schema-problems.ts'
import type {IgnoreEntry} from '../../select/ignore/entry.ts'
import {entriesOf} from './ignores.ts'
import {projectKeys, type ProjectKey} from './keys.ts'
import {projectSchema, type ProjectFile} from './schema.ts'

/** What the file says of one flag. */
export interface ProjectSetting {
  readonly flag: string
  /** As they would be typed; true and false for a flag without a value. */
  readonly values: readonly string[] | boolean
  readonly paths?: ProjectKey['paths']
}

export interface Project {
  readonly file: ProjectFile
  /** What is not to be told, and where the file says so. */
  readonly ignores: readonly IgnoreEntry[]
  readonly settings: readonly ProjectSetting[]
}

/** @throws TrueupError `project-invalid` that lists every problem as file:line:column */
export function loadProject(text: PolicyText): Project {
  const document = parsePolicyText(text)
  if (document.problems.length > 0) throw invalid(document.problems)
  // An empty file says nothing, which is no mistake: `trueup init` writes one that is all comments.
  const {success, data: file, error} = projectSchema.safeParse(document.data ?? {})
  if (!success) {
    const fields = z.toJSONSchema(projectSchema, {io: 'input'})
    throw invalid(schemaProblems(error.issues, document, {fields, root: 'trueup.yaml'}))
  }
  const ignores = file.ignore ? entriesOf(file.ignore, document, ['ignore']) : []
  return {file, ignores, settings: settingsIn(file)}
}

function settingsIn(file: ProjectFile): readonly ProjectSetting[] {
  return Object.entries(projectKeys as Readonly<Record<string, ProjectKey>>).flatMap(([name, {flag, paths}]) => {
    const value = (file as Readonly<Record<string, unknown>>)[name]
    if (flag === undefined || value === undefined) return []
    return [{flag, values: typed(value), ...(paths === undefined ? {} : {paths})}]
  })
}

/** A mapping becomes NAME=VALUE; of an entry that says more, its id is what a flag can say. */
function typed(value: unknown): ProjectSetting['values'] {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((one: unknown) => (isEntry(one) ? one.id : String(one)))
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).map(([name, one]) => `${name}=${String(one)}`)
}

function isEntry(value: unknown): value is {readonly id: string} {
  return typeof value === 'object' && value !== null && 'id' in value
}

function invalid(problems: readonly PolicyProblem[]): Error {
  return userError(
    'project-invalid',
    ['The project file cannot be used:', ...problemLines(problems.toSorted(byPlace))].join('\n'),
    'Mend the lines named above; schemas/trueup.schema.json describes every field, editors can check against it.',
  )
}
