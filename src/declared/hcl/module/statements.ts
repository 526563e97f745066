import {formatKey} from '../../../model/address.ts'
import type {Json} from '../../../model/value.ts'
import type {Expression} from '../expression/expression.ts'
import {evaluate} from '../expression/evaluate.ts'
import {reveal} from '../expression/marks.ts'
import {withVariables} from '../expression/scope.ts'
import {settle} from '../expression/settle.ts'
import {firstBody} from './body.ts'
import {instancesOf} from './instances.ts'
import {type BodyScope, expressionOf, jsonValue} from './json-value.ts'
import type {Module} from './module.ts'
import type {Block} from './module-config.ts'
import {referenceIn} from './reference-text.ts'
import type {Import, Run} from './run.ts'

/** Writes down the moved, removed and import blocks of a module. */
export function collectStatements(module: Module, run: Run): void {
  const {config, address} = module
  const inModule = address === undefined ? {} : {module: address}
  const source = (kind: 'import' | 'moved' | 'removed', block: Block) => {
    const blocks = config[kind === 'import' ? 'imports' : kind].filter(({file}) => file === block.file)
    return run.locate(block.file, [kind, blocks.indexOf(block)])
  }
  for (const block of config.moved) {
    const ends = {from: nameIn(block, 'from'), to: nameIn(block, 'to')}
    run.found.moved.push({...inModule, ...ends, source: source('moved', block)})
  }
  for (const block of config.removed) {
    const destroy = firstBody(block.body['lifecycle'])?.['destroy'] !== false
    run.found.removed.push({...inModule, from: nameIn(block, 'from'), destroy, source: source('removed', block)})
  }
  for (const block of config.imports) {
    const place = source('import', block)
    run.found.imports.push(...importsOf(block, module.scope).map((each) => ({...each, source: place})))
  }
}

/** One for each element of `for_each`. https://developer.hashicorp.com/terraform/language/block/import */
function importsOf(block: Block, scope: BodyScope): Omit<Import, 'source'>[] {
  return instancesOf(block.body, scope).all.map(({variables}) => {
    const inner = {...withVariables(scope, variables), templates: scope.templates}
    const id = reveal(jsonValue(block.body['id'] ?? null, inner))
    return {to: addressIn(block.body['to'], inner) ?? nameIn(block, 'to'), ...(typeof id === 'string' ? {id} : {})}
  })
}

/** The address that a reference means: as written, but for keys that are computed. */
function addressIn(to: Json | undefined, scope: BodyScope): string | undefined {
  if (typeof to !== 'string') return undefined
  return addressOf(expressionOf(to, scope), referenceIn(to) ?? '', scope)
}

function addressOf(expression: Expression, written: string, scope: BodyScope): string | undefined {
  if (expression.kind === 'traversal') return written
  if (expression.kind !== 'index' && expression.kind !== 'relative') return undefined
  const steps = expression.kind === 'index' ? 1 : expression.steps.length
  const start = withoutSteps(written, steps)
  const source = addressOf(expression.source, start, scope)
  if (source === undefined) return undefined
  if (expression.kind === 'relative') return source + written.slice(start.length)
  const key = reveal(settle(() => evaluate(expression.key, scope)))
  return typeof key === 'number' || typeof key === 'string' ? source + formatKey(key) : undefined
}

/** `.name` and `[...]` are steps; brackets may hold brackets. */
function withoutSteps(text: string, count: number): string {
  let end = text.length
  for (let step = 0; step < count; step++) {
    let depth = 0
    do {
      end--
      if (text[end] === ']') depth++
      else if (text[end] === '[') depth--
    } while (end > 0 && (depth > 0 || (text[end] !== '.' && text[end] !== '[')))
  }
  return text.slice(0, end)
}

function nameIn({body}: Block, argument: string): string {
  return referenceIn(body[argument]) ?? ''
}
