import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** One attribute or nested block of a Terraform type. */
export interface TerraformAttribute {
  readonly kind: 'scalar' | 'list' | 'set' | 'map' | 'single'
  /** What it, or an element of it, is where that is no block. */
  readonly scalar?: string
  /** The attributes of a block; `single` blocks occur at most once. */
  readonly of?: TerraformAttributes
  /** `computed`: AWS or the provider sets it, and nobody else. */
  readonly use: 'required' | 'optional' | 'computed'
}

export type TerraformAttributes = Readonly<Record<string, TerraformAttribute>>

/**
 * Reads the provider's schema from the classes that CDK for Terraform generated of it. Each class writes its attributes out in a fixed
 * form; only whether an optional attribute is computed as well was lost on the way.
 */
export function terraformTypes(folder: string): ReadonlyMap<string, TerraformAttributes> {
  const types = new Map<string, TerraformAttributes>()
  for (const file of globSync(join(folder, 'lib/*/index.js')).toSorted()) {
    // The map of the source, one line of a million characters, comes last.
    const [source = ''] = readFileSync(file, 'utf8').split('//# sourceMappingURL', 1)
    const type = /\.tfResourceType = "(aws_\w+)"/.exec(source)?.[1]
    if (type !== undefined && source.includes('extends cdktf.TerraformResource')) types.set(type, attributesIn(source))
  }
  return types
}

function attributesIn(source: string): TerraformAttributes {
  const mappers = new Map(
    [...source.matchAll(/^function (\w+)ToHclTerraform\(struct\) \{([\s\S]*?)^\}/gm)].map(
      ([, name = '', body = '']) => [name, body],
    ),
  )
  const start = source.search(/^class \w+ extends cdktf\.TerraformResource/m)
  const resource = source.slice(start)
  const settable = written(resource.slice(resource.indexOf('synthesizeHclAttributes()')), resource, mappers)
  const computed = [...resource.matchAll(/^ {4}\/\/ (\w+) - computed: true, optional: false/gm)].map(([, name]) => name)
  return {
    ...Object.fromEntries(
      computed.map((name): [string, TerraformAttribute] => [name!, {kind: 'scalar', use: 'computed'}]),
    ),
    ...settable,
  }
}

const attribute = /(\w+): \{\s*value: ([^\n]*),\s*isBlock: (true|false),\s*type: "(\w+)",\s*storageClassType: "(\w+)",/g

/** @param owner text of the class: an attribute that it can reset is optional */
function written(body: string, owner: string, mappers: ReadonlyMap<string, string>): TerraformAttributes {
  const found = [...body.matchAll(attribute)].map(([, name = '', value = '', , type = '', storage = '']) => {
    const use = owner.includes(` reset${pascal(name)}() {`) || owner === '' ? 'optional' : 'required'
    return [name, attributeOf({value, type, storage, use}, mappers)] as const
  })
  return Object.fromEntries(found)
}

interface Written {
  readonly value: string
  readonly type: string
  readonly storage: string
  readonly use: 'required' | 'optional'
}

function attributeOf({value, type, storage, use}: Written, mappers: ReadonlyMap<string, string>): TerraformAttribute {
  const mapper = /(\w+)ToHclTerraform/.exec(value)?.[1]
  const body = mapper === undefined ? undefined : mappers.get(mapper)
  if (body === undefined) {
    const kind = type === 'list' || type === 'set' || type === 'map' ? type : 'scalar'
    return {kind, scalar: storage.replace(/(List|Map)+$/, ''), use}
  }
  const many = value.includes('listMapperHcl')
  return {kind: many ? (type === 'set' ? 'set' : 'list') : 'single', of: written(body, '', mappers), use}
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
