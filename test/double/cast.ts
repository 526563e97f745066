import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {readStates} from '../../src/declared/state/read-states.ts'
import {isGlobalType} from '../../src/live/global-types.ts'
import {liveObjectOf, type ConfigItem} from '../../src/live/config/item.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import {echo} from '../echo/echo.ts'
import {picked} from './picked.ts'
import {Template} from './template.ts'
import type {ConfigDocument} from './world.ts'

/** The resources and objects of some fixtures of `fixtures/types`, as templates: any number of copies, in any account and region. */
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
  /** The item as the row of a query. */
  readonly row?: (columns: readonly string[]) => Template
  readonly tags: Template
  readonly properties: Template
}

export async function castOf(fixtures: readonly string[]): Promise<Cast> {
  const parts = await Promise.all(fixtures.map(partOf))
  return {
    resources: parts.flatMap(({resources}) => resources),
    objects: parts.flatMap(({objects}) => objects),
  }
}

async function partOf(fixture: string): Promise<Cast> {
  const folder = join(import.meta.dirname, '../../fixtures/types', fixture)
  const items = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as readonly ConfigItem[]
  const state = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')) as {resources: {name: string}[]}
  const names = items.flatMap(namesIn)
  const region = items.map(({awsRegion}) => awsRegion).find((name) => name !== 'global') ?? 'us-east-1'
  const template = (text: string): Template => Template.of(text, {account: '123456789012', region, names})
  const resources = state.resources.map(({name, ...rest}) =>
    template(JSON.stringify({...rest, name: `${name}_of_${fixture}`}).replace(`"${name}_of_`, `"c{copy}_${name}_of_`)),
  )
  return {resources, objects: await rolesOf(join(folder, 'terraform.tfstate'), items, template)}
}

/** What has to differ between copies: the ends of identifiers and names. */
function namesIn({resourceId, resourceName}: ConfigItem): readonly string[] {
  const ends = [resourceId, resourceName ?? ''].map((text) => text.split(/[/:|]/).at(-1) ?? '')
  return ends.filter((text) => text.length > 3)
}

function rowsOf(item: Template): (columns: readonly string[]) => Template {
  const rows = new Map<string, Template>()
  return (columns) => {
    const key = columns.join()
    const row = rows.get(key) ?? item.map((text) => JSON.stringify(picked(JSON.parse(text) as ConfigDocument, columns)))
    rows.set(key, row)
    return row
  }
}

async function rolesOf(
  state: string,
  items: readonly ConfigItem[],
  template: (text: string) => Template,
): Promise<readonly Role[]> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([state])) if (event.kind === 'resource') resources.push(event.resource)
  const canonical = echo(resources, await loadCatalog())
  return items.flatMap((item): readonly Role[] => {
    const event = liveObjectOf(item)
    if (event?.kind !== 'object') return []
    const {type, id, arn, tags = {}} = event.object
    const twin = canonical.find((object) => object.type === type && object.id === id)
    const properties = template(JSON.stringify(twin?.properties ?? event.object.properties))
    const role = {
      type,
      isGlobal: isGlobalType(type),
      id: template(id),
      tags: template(JSON.stringify(tags)),
      properties,
    }
    const whole = template(JSON.stringify(item))
    return [{...role, item: whole, row: rowsOf(whole), ...(arn === undefined ? {} : {arn: template(arn)})}]
  })
}
