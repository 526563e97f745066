import {Chalk, type ChalkInstance} from 'chalk'

import type {InspectedResource, InspectedState, Inspection} from '../model/inspection.ts'
import {counted, countText} from './count-text.ts'
import type {FormatOptions} from './format.ts'
import {harmless} from './harmless.ts'
import {summaryOf} from './inspect-json.ts'
import {columns} from './terminal/columns.ts'

/** What was read, for a person at a terminal: the states, the resources by module, the counts last. */
export function* renderInspection(inspection: Inspection, {width, colour}: FormatOptions): Generator<string> {
  const paint = new Chalk({level: colour ? 1 : 0})
  for (const line of lines(inspection, paint, width)) yield `${line}\n`
}

function* lines(
  {states, configuration, resources, gaps}: Inspection,
  paint: ChalkInstance,
  width: number,
): Generator<string> {
  for (const state of states) yield stateText(state, paint)
  if (configuration !== undefined) yield paint.bold(harmless(configuration))
  for (const [module, some] of Map.groupBy(resources, (resource) => resource.module ?? '')) {
    yield ''
    yield `${paint.bold(module === '' ? 'root module' : harmless(module))}  ${counted(some.length, 'resource')}`
    yield* columns(
      some.map((resource) => row(resource, paint)),
      {width},
    )
  }
  for (const {detail, hides} of gaps) {
    yield ''
    yield `${paint.yellow('!')} ${detail}: ${hides.examples.map(harmless).join(', ')}`
  }
  yield ''
  yield* closing(resources, paint, width)
}

function stateText({file, serial, terraformVersion}: InspectedState, paint: ChalkInstance): string {
  const facts = [
    ...(serial === undefined ? [] : [`serial ${serial}`]),
    ...(terraformVersion === undefined ? [] : [`written by ${harmless(terraformVersion)}`]),
  ]
  return `${paint.bold(harmless(file))}  ${paint.dim(facts.join(', '))}`.trimEnd()
}

/** The address without its module, which is above; where; what is special; what it is in AWS, which may be long. */
function row(resource: InspectedResource, paint: ChalkInstance): readonly string[] {
  const {address, module, id, arn, location, mode} = resource
  const name = harmless(module === undefined ? address : address.slice(module.length + 1))
  return [
    mode === 'data' ? paint.dim(name) : name,
    harmless(location.region ?? ''),
    remarks(resource).join(', '),
    harmless(id ?? arn ?? ''),
  ]
}

function remarks({tags, unknown, sensitive, deposed, gone, tainted}: InspectedResource): readonly string[] {
  const unknowns = Object.keys(unknown).length
  return [
    ...(tags === undefined ? [] : [counted(Object.keys(tags).length, 'tag')]),
    ...(tainted ? ['tainted'] : []),
    ...(deposed.length === 0 ? [] : [`${gone ? 'only ' : ''}${counted(deposed.length, 'deposed object')}`]),
    ...(sensitive.length === 0 ? [] : [counted(sensitive.length, 'secret')]),
    ...(unknowns === 0 ? [] : [`${countText(unknowns)} unknown`]),
  ]
}

/** A screen of types; the JSON has them all. */
const namedTypes = 12

function* closing(resources: readonly InspectedResource[], paint: ChalkInstance, width: number): Generator<string> {
  const {managed, data, deposed, tainted, byType} = summaryOf(resources)
  const types = Object.entries(byType)
  const rows = types.slice(0, namedTypes).map(([type, count]) => [countText(count), harmless(type)])
  yield* columns(rows, {width, right: [0]})
  if (types.length > namedTypes) yield `  and ${counted(types.length - namedTypes, 'more type', 'more types')}`
  if (types.length > 0) yield ''
  const parts = [
    counted(managed, 'managed resource'),
    ...(data === 0 ? [] : [counted(data, 'data source')]),
    ...(deposed === 0 ? [] : [counted(deposed, 'deposed object')]),
    ...(tainted === 0 ? [] : [`${countText(tainted)} tainted`]),
  ]
  yield paint.bold(parts.join(', '))
}
