import type {InspectedResource, Inspection} from '../model/inspection.ts'
import type {InspectionJson} from './inspect-schema.ts'

/** The published JSON of `trueup inspect`; its schema, `schemas/inspect.schema.json`, is made from `inspect-schema.ts`. */
export function inspectionJson({states, configuration, resources, gaps}: Inspection): InspectionJson {
  return {
    schemaVersion: '1.0',
    states: [...states],
    ...(configuration === undefined ? {} : {configuration}),
    summary: summaryOf(resources),
    gaps: [...gaps],
    resources: resources.map(resourceJson),
  }
}

function resourceJson(resource: InspectedResource): InspectionJson['resources'][number] {
  const {address, mode, type, id, arn, location, tags, attributes, unknown, sensitive, deposed, gone, tainted} =
    resource
  return {
    address,
    mode,
    type,
    ...(id === undefined ? {} : {id}),
    ...(arn === undefined ? {} : {arn}),
    ...location,
    ...(tags === undefined ? {} : {tags}),
    ...(attributes === undefined ? {} : {attributes}),
    unknown,
    ...(sensitive.length === 0 ? {} : {sensitive}),
    ...(deposed.length === 0 ? {} : {deposed}),
    ...(gone ? {gone} : {}),
    ...(tainted ? {tainted} : {}),
    provider: resource.provider,
    source: resource.source,
    ...(resource.calls === undefined ? {} : {calls: [...resource.calls]}),
  }
}

export function summaryOf(resources: readonly InspectedResource[]): InspectionJson['summary'] {
  const managed = resources.filter(({mode}) => mode === 'managed')
  const types = Map.groupBy(managed, ({type}) => type)
  return {
    resources: resources.length,
    managed: managed.length,
    data: resources.length - managed.length,
    deposed: resources.reduce((count, {deposed}) => count + deposed.length, 0),
    tainted: resources.filter(({tainted}) => tainted).length,
    byType: Object.fromEntries([...types].map(([type, some]) => [type, some.length] as const).toSorted(byCount)),
  }
}

function byCount([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1)
}
