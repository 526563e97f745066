import type {Catalog} from '../../catalog/catalog.ts'
import type {AttributeRule} from '../../catalog/entry.ts'
import type {DeclaredResource} from '../../model/declared.ts'
import {type Finding} from '../../model/finding.ts'
import {ownerOf} from '../../model/owner.ts'
import type {CodeEdit, Remedy, RemedyHindrance} from '../../model/remedy.ts'
import type {SourceRef} from '../../model/source.ts'
import {isRecord, Sensitive, Unknown, type Value} from '../../model/value.ts'
import type {Step} from './find-value.ts'
import {isSame, writtenLike} from './literal.ts'
import {SourceFiles} from './source-files.ts'
import {type Origin, type TraceContext, traceValue} from './trace.ts'

/** The code that the findings are about, evaluated. */
export interface Code {
  readonly resources: readonly DeclaredResource[]
  /** By address in the state. */
  readonly configuredAt: (address: string) => DeclaredResource | undefined
  /** Variables of the root module that are set from outside, and the file that does; undefined for flags and the environment. */
  readonly given: ReadonlyMap<string, string | undefined>
}

export type Adoptable = Extract<Finding, {readonly code: 'drifted' | 'drifted-undeclared' | 'conflict'}>

export function isAdoptable(finding: Finding): finding is Adoptable {
  return finding.code === 'drifted' || finding.code === 'drifted-undeclared' || finding.code === 'conflict'
}

interface Draft {
  readonly finding: Adoptable
  readonly resource: DeclaredResource
  readonly path: readonly Step[]
  readonly origin: Origin
  readonly edit: CodeEdit
}

/**
 * For each finding the edit that writes the live value into the code, or why there is none. An edit that several instances share is
 * made only where all of them have that value.
 */
export async function adoptions(
  findings: readonly Adoptable[],
  code: Code | undefined,
  catalog: Catalog,
): Promise<ReadonlyMap<Finding, Remedy>> {
  const remedies = new Map<Finding, Remedy>()
  if (code === undefined || findings.length === 0) {
    for (const finding of findings)
      remedies.set(finding, hindered(finding, hasSecret(finding) ? 'sensitive' : 'no-code'))
    return remedies
  }
  const files = await SourceFiles.open()
  try {
    const drafts: Draft[] = []
    for (const finding of findings) {
      const draft = await draftOf(finding, code, catalog, files)
      if (typeof draft === 'string') remedies.set(finding, hindered(finding, draft))
      else drafts.push(draft)
    }
    const context = {files, given: code.given}
    for (const together of Map.groupBy(drafts, ({edit}) => keyOf(edit)).values()) {
      for (const [finding, remedy] of await agreed(together, code, context)) remedies.set(finding, remedy)
    }
  } finally {
    files.close()
  }
  return remedies
}

async function draftOf(
  finding: Adoptable,
  code: Code,
  catalog: Catalog,
  files: SourceFiles,
): Promise<Draft | RemedyHindrance> {
  const {subject, after} = finding
  if (hasSecret(finding)) return 'sensitive'
  if (after === undefined || after === null || after instanceof Unknown) return 'absent'
  if ([after].flat().some((value) => isRecord(value))) return 'collection'
  const resource = subject.address === undefined ? undefined : code.configuredAt(subject.address)
  const attribute = ownerOf(finding)?.attribute
  if (!resource || attribute === undefined) return 'no-code'
  const path = stepsOf(attribute)
  const doubt = doubtOf(catalog.entry(resource.type)?.attributes ?? {}, path)
  if (doubt) return doubt
  const origin = await traceFirst(resource, path, {files, given: code.given})
  if (typeof origin === 'string') return origin
  const expected = finding.code === 'conflict' ? finding.configured : finding.before
  const text = writtenLike(origin.value, after)
  if (text === undefined || !isSame(origin.value, expected)) return 'translated'
  return {finding, resource, path, origin, edit: editOf(origin, text)}
}

/** Tags are compared with those of the provider merged in: they stand in the resource, or in its provider. */
async function traceFirst(
  resource: DeclaredResource,
  path: readonly Step[],
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  return traceValue(resource, path[0] === 'tags_all' ? ['tags', ...path.slice(1)] : path, context)
}

function editOf({file, node}: Origin, after: string): CodeEdit {
  const {startPosition: start, endPosition: end, text} = node
  return {
    file,
    line: start.row + 1,
    column: start.column + 1,
    endLine: end.row + 1,
    endColumn: end.column + 1,
    before: text,
    after,
  }
}

/** One place in the code, and all findings that would change it: they have to want the same, and be all that depend on it. */
async function agreed(
  drafts: readonly Draft[],
  code: Code,
  context: TraceContext,
): Promise<readonly (readonly [Finding, Remedy])[]> {
  const [first] = drafts
  if (!first) return []
  const wanted = new Set(drafts.map(({resource}) => resource.address))
  const isOne = drafts.every(({edit}) => edit.after === first.edit.after)
  const isAll = isOne && (await isWhole(first, wanted, code, context))
  return drafts.map(({finding, origin, edit}) => {
    if (!isAll) return [finding, hindered(finding, 'shared-line')]
    const caveats = [...origin.caveats, ...(wanted.size > 1 ? (['all-instances'] as const) : [])]
    return [finding, {kind: 'adopt', edit, place: placeOf(edit), ...(caveats.length > 0 && {caveats})}]
  })
}

/** Whether no other instance of the block gets its value from there. */
async function isWhole(
  {resource, path, edit}: Draft,
  wanted: ReadonlySet<string>,
  code: Code,
  context: TraceContext,
): Promise<boolean> {
  const {file, line} = resource.source
  const siblings = code.resources.filter(
    ({address, source}) => source.file === file && source.line === line && !wanted.has(address),
  )
  for (const sibling of siblings) {
    const origin = await traceFirst(sibling, path, context)
    if (typeof origin !== 'string' && keyOf(editOf(origin, '')) === keyOf(edit)) return false
  }
  return true
}

function keyOf({file, line, column}: CodeEdit): string {
  return `${file}:${line}:${column}`
}

function placeOf({file, line, column}: CodeEdit): SourceRef {
  return {file, line, column}
}

function hindered({source}: Finding, hindrance: RemedyHindrance): Remedy {
  return {kind: 'adopt', hindrance, ...(source && {place: source})}
}

function hasSecret(finding: Adoptable): boolean {
  const values: readonly (Value | undefined)[] = [
    finding.before,
    finding.after,
    ...('configured' in finding ? [finding.configured] : []),
  ]
  return values.some((value) => value instanceof Sensitive || JSON.stringify(value)?.includes('"(sensitive)"'))
}

/** `metadata_options.http_tokens`, `ebs_block_device[0].volume_size`; keys of tags are taken whole, whatever signs they have. */
function stepsOf(attribute: string): readonly Step[] {
  const [, tags, key] = /^(tags|tags_all)\.(.*)$/s.exec(attribute) ?? []
  if (tags !== undefined && key !== undefined) return [tags, key]
  return attribute
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** Where the catalogue turns the value into another one before it compares, the live one cannot just be written down. */
function doubtOf(rules: Readonly<Record<string, AttributeRule>>, path: readonly Step[]): 'translated' | undefined {
  const [name = '', ...rest] = path
  if (name === 'tags' || name === 'tags_all') return undefined
  const rule = rules[name]
  if (rule === undefined || 'skip' in rule) return 'translated'
  if ('custom' in rule) return undefined
  const inner = rest.filter((step) => typeof step === 'string')
  if ('block' in rule) return doubtOf(rule.of, inner)
  return rule.value === undefined ? undefined : 'translated'
}
