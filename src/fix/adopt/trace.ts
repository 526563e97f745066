import {dirname} from 'node:path'

import type {Node} from 'web-tree-sitter'

import type {DeclaredResource} from '../../model/declared.ts'
import type {RemedyCaveat, RemedyHindrance} from '../../model/remedy.ts'
import type {SourceRef} from '../../model/source.ts'
import {attributeNamed, unwrapped, valueOf} from '../hcl/syntax.ts'
import {blockAt, blocksIn, memberOf, type Step, valueAtPath} from './find-value.ts'
import {type Scalar, writtenAs} from './literal.ts'
import type {SourceFiles} from './source-files.ts'

/** The plain value in the code that an attribute comes from. */
export interface Origin {
  readonly file: string
  readonly node: Node
  readonly value: Scalar | readonly Scalar[]
  readonly caveats: readonly RemedyCaveat[]
}

export interface TraceContext {
  readonly files: SourceFiles
  /** Variables of the root module that are set from outside, and the file that does; undefined for flags and the environment. */
  readonly given: ReadonlyMap<string, string | undefined>
}

/**
 * Where a value comes from: the attribute itself, an element of what `for_each` goes over, a local value, the call of the module, the
 * default of a variable; or why none of these says it.
 */
export async function traceValue(
  resource: DeclaredResource,
  path: readonly Step[],
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  const file = resource.positions?.(path).file ?? resource.source.file
  if (isInstalled(file)) return 'module-not-local'
  const root = await context.files.rootOf(file)
  const block = root && blockAt(root, ['resource', resource.type, resource.name])
  if (block === undefined) return 'expression'
  const value = valueAtPath(block, path)
  if (value === undefined) return hasDynamic(block, path) ? 'expression' : 'not-set'
  if (value === 'several') return 'collection'
  const calls = (resource.calls ?? []).map((at, index) => ({at, key: keysOfModules(resource.module)[index]}))
  const folder = dirname(resource.source.file)
  return originOf(value, [], {file, folder, block, key: resource.key, calls, caveats: [], depth: 0}, context)
}

/** Where an expression stands. */
interface Place {
  readonly file: string
  /** Of the module that it stands in. */
  readonly folder: string
  /** The resource or the call of a module around it. */
  readonly block?: Node
  /** Which instance of that block it is about. */
  readonly key: string | number | undefined
  /** Of modules, that lead there. */
  readonly calls: readonly {readonly at: SourceRef; readonly key: string | number | undefined}[]
  readonly caveats: readonly RemedyCaveat[]
  readonly depth: number
}

/** References that refer to each other never end. */
const deepest = 20

/** @param path what of the expression's value is meant */
async function originOf(
  node: Node,
  path: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  if (place.depth > deepest) return 'expression'
  const deeper = {...place, depth: place.depth + 1}
  const reference = /^(var|local|each\.value)((?:\.[\p{ID_Start}_][\p{ID_Continue}-]*)*)$/u.exec(node.text.trim())
  if (reference) {
    const [, kind, text = ''] = reference
    const steps = [...text.split('.').slice(1), ...path]
    if (kind === 'each.value') return eachOrigin(steps, deeper, context)
    return kind === 'var' ? variableOrigin(steps, deeper, context) : localOrigin(steps, deeper, context)
  }
  const [step, ...rest] = path
  if (step !== undefined) {
    const member = memberOf(unwrapped(node), step)
    return member ? originOf(member, rest, deeper, context) : otherwise(place)
  }
  const value = writtenAs(node)
  return value === undefined ? otherwise(place) : {file: place.file, node, value, caveats: place.caveats}
}

function otherwise({caveats}: Place): RemedyHindrance {
  return caveats.includes('module-input') ? 'module-input' : 'expression'
}

/** The element of the map that `for_each` goes over. */
async function eachOrigin(
  path: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  const {block, key} = place
  const attribute = block && attributeNamed(block, 'for_each')
  const all = attribute && valueOf(attribute)
  return all && key !== undefined ? originOf(all, [key, ...path], place, context) : 'expression'
}

async function localOrigin(
  [name = '', ...path]: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  const found = await context.files.local(place.folder, String(name))
  if (!found) return otherwise(place)
  const {block: _, ...above} = place
  return originOf(found.node, path, {...above, file: found.file, caveats: also(place, 'local-value')}, context)
}

async function variableOrigin(
  [name = '', ...path]: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  const call = place.calls.at(-1)
  if (call === undefined && context.given.has(String(name))) return givenOrigin(String(name), path, place, context)
  if (call === undefined) return defaultOrigin(String(name), path, place, context)
  const {file} = call.at
  if (isInstalled(file)) return 'module-not-local'
  const root = await context.files.rootOf(file)
  const block = root && blocksIn(root).find(({startPosition}) => startPosition.row + 1 === call.at.line)
  if (!block) return 'module-input'
  const argument = attributeNamed(block, String(name))
  const value = argument && valueOf(argument)
  if (!value) return defaultOrigin(String(name), path, place, context)
  const {depth} = place
  const above = {file, folder: dirname(file), block, key: call.key, calls: place.calls.slice(0, -1), depth}
  return originOf(value, path, {...above, caveats: also(place, 'module-input')}, context)
}

/** A file of variables has attributes alone. */
async function givenOrigin(
  name: string,
  path: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  const file = context.given.get(name)
  const root = file === undefined ? undefined : await context.files.rootOf(file)
  const attribute = root && attributeNamed(root, name)
  const node = attribute && valueOf(attribute)
  if (file === undefined || !node) return 'variable-set-elsewhere'
  const {block: _, ...above} = place
  return originOf(node, path, {...above, file, caveats: also(place, 'variable-file')}, context)
}

async function defaultOrigin(
  name: string,
  path: readonly Step[],
  place: Place,
  context: TraceContext,
): Promise<Origin | RemedyHindrance> {
  if (isInstalled(place.folder)) return 'module-not-local'
  const found = await context.files.variableDefault(place.folder, name)
  if (!found) return 'variable-set-elsewhere'
  const {block: _, ...above} = place
  return originOf(found.node, path, {...above, file: found.file, caveats: also(place, 'variable-default')}, context)
}

function also({caveats}: Place, caveat: RemedyCaveat): readonly RemedyCaveat[] {
  return caveats.includes(caveat) ? caveats : [...caveats, caveat]
}

/** What `terraform init` fetched is replaced by the next one. */
function isInstalled(file: string): boolean {
  return file.split(/[/\\]/).includes('.terraform')
}

function hasDynamic(block: Node, [name]: readonly Step[]): boolean {
  return block.descendantsOfType('block').some((inner) => inner.text.startsWith(`dynamic "${name}"`))
}

/** `module.a["x"].module.b[0]`: of each module on the way, which instance. */
function keysOfModules(module = ''): readonly (string | number | undefined)[] {
  const segments = module.matchAll(/module\.[\p{ID_Continue}-]+(?:\[(?:("(?:[^"\\]|\\.)*")|(\d+))\])?/gu)
  return [...segments].map(([, text, number]) => {
    if (number !== undefined) return Number(number)
    return text === undefined ? undefined : (JSON.parse(text) as string)
  })
}
