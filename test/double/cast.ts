import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {loadCatalog, type Catalog} from '../../src/catalog/catalog.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import {isGlobalType} from '../../src/live/global-types.ts'
import {liveObjectOf, type ConfigItem} from '../../src/live/config/item.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {echo} from '../echo/echo.ts'
import {rowOf} from './apis/row.ts'
import {mappingOf} from './apis/tagging.ts'
import {Template} from './template.ts'
import type {ConfigDocument} from './world.ts'

/** The resources and objects of some fixtures, as templates: any number of copies, in any account and region. */
export interface Cast {
  readonly resources: readonly Template[]
  readonly objects: readonly Role[]
}

/** One object of the cast. */
export interface Role {
  readonly type: string
  readonly isGlobal: boolean
  readonly id: Template
  readonly arn?: Template
  readonly item?: Template
  /** The item as the row of a query, see `WorldObject`. */
  readonly row?: (columns: readonly string[]) => Template
  readonly mapping?: Template
  readonly tags: Template
  readonly properties: Template
}

/** @param fixtures folders of `fixtures/types`, or `double/...` for those that are there for the double alone */
export async function castOf(fixtures: readonly string[]): Promise<Cast> {
  const parts = await Promise.all(fixtures.map(partOf))
  return {
    resources: parts.flatMap(({resources}) => resources),
    objects: parts.flatMap(({objects}) => objects),
  }
}

async function partOf(fixture: string): Promise<Cast> {
  const folder = join(import.meta.dirname, '../../fixtures', fixture.includes('/') ? '' : 'types', fixture)
  const label = fixture.replaceAll(/\W/g, '_')
  const sources = sourcesIn(folder)
  const file = join(folder, 'terraform.tfstate')
  const declared = await resourcesIn(file)
  const catalog = await loadCatalog()
  const state = JSON.parse(readFileSync(file, 'utf8')) as {resources: {type: string; name: string}[]}
  const names = sources.flatMap((source) => source.names)
  const region = sources.map(({object}) => object.location.region).find((name) => name !== 'global') ?? 'us-east-1'
  const template = (text: string): Template => Template.of(text, {account: '123456789012', region, names})
  const absent = withoutObject(declared, sources, catalog)
  const resources = state.resources
    .filter(({type, name}) => !absent.has(`${type}.${name}`))
    .map(({name, ...rest}) =>
      template(JSON.stringify({...rest, name: `${name}_of_${label}`}).replace(`"${name}_of_`, `"c{copy}_${name}_of_`)),
    )
  const canonical = echo(declared, catalog)
  return {resources, objects: sources.map((source) => roleOf(source, {declared, canonical, template}))}
}

async function resourcesIn(state: string): Promise<readonly DeclaredResource[]> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([state])) if (event.kind === 'resource') resources.push(event.resource)
  return resources
}

/** A fixture may declare what it shows of another reader alone: that is not in this world. */
function withoutObject(
  declared: readonly DeclaredResource[],
  sources: readonly Source[],
  catalog: Catalog,
): ReadonlySet<string> {
  const joiner = new Joiner(catalog)
  for (const resource of declared) joiner.add(resource)
  const there = new Set(sources.map(({object}) => `${object.type} ${object.id}`))
  const absent = joiner.join(new LiveIndex()).objects.filter(({type, id}) => !there.has(`${type} ${id}`))
  return new Set(absent.flatMap(({shares}) => shares.map(({resource: {type, name}}) => `${type}.${name}`)))
}

/** An object of a fixture, and what Config keeps of it, if it does. */
interface Source {
  readonly object: LiveObject
  readonly item?: ConfigItem
  readonly names: readonly string[]
}

/** As AWS Config keeps them, else in canonical form. */
function sourcesIn(folder: string): readonly Source[] {
  if (!existsSync(join(folder, 'config.json'))) {
    const objects = JSON.parse(readFileSync(join(folder, 'live.json'), 'utf8')) as readonly LiveObject[]
    return objects.map((object) => ({object, names: namesIn([object.id])}))
  }
  const items = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as readonly ConfigItem[]
  return items.flatMap((item): readonly Source[] => {
    const event = liveObjectOf(item)
    const names = namesIn([item.resourceId, item.resourceName ?? ''])
    return event?.kind === 'object' ? [{object: event.object, item, names}] : []
  })
}

/** What has to differ between copies: the ends of identifiers and names, long enough to be nothing else. */
function namesIn(names: readonly string[]): readonly string[] {
  return names.map((text) => /(?:[^/:|]+|[^/:|]*[/:|].{1,2})$/.exec(text)?.[0] ?? '').filter((text) => text.length > 2)
}

function rowsOf(item: Template): (columns: readonly string[]) => Template {
  // Equal questions have one list of columns, see `parseQuery`.
  const rows = new WeakMap<readonly string[], Template>()
  return (columns) => {
    const row = rows.get(columns) ?? item.map((text) => rowOf(JSON.parse(text) as ConfigDocument, columns))
    rows.set(columns, row)
    return row
  }
}

interface Stage {
  readonly declared: readonly DeclaredResource[]
  readonly canonical: readonly LiveObject[]
  readonly template: (text: string) => Template
}

/** What Config does not show of an object, and its ARN, are as declared. */
function roleOf({object, item}: Source, {declared, canonical, template}: Stage): Role {
  const {type, id, tags = {}} = object
  const twin = canonical.find((other) => other.type === type && other.id === id)
  const {arn = declared.find(({attributes}) => attributes['id'] === id)?.attributes['arn']} = object
  const mapping = typeof arn === 'string' ? mappingOf(arn, tags) : undefined
  const role = {
    type,
    isGlobal: isGlobalType(type),
    id: template(id),
    tags: template(JSON.stringify(tags)),
    properties: template(JSON.stringify({...twin?.properties, ...object.properties})),
    ...(typeof arn === 'string' ? {arn: template(arn)} : {}),
    ...(mapping === undefined ? {} : {mapping: template(mapping)}),
  }
  if (!item) return role
  const whole = template(JSON.stringify(item))
  return {...role, item: whole, row: rowsOf(whole)}
}
