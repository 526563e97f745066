/** A property of a CloudFormation type, its definitions resolved. */
export interface CloudFormationProperty {
  readonly kind: 'string' | 'number' | 'boolean' | 'object' | 'map' | 'array' | 'json'
  /** Like the members, asked for when needed: some definitions hold themselves. */
  readonly element?: () => CloudFormationProperty
  readonly members?: () => CloudFormationProperties
  readonly unordered?: boolean
  readonly values?: readonly string[]
  readonly default?: unknown
}

export type CloudFormationProperties = Readonly<Record<string, CloudFormationProperty>>

export interface CloudFormationType {
  readonly name: string
  readonly properties: CloudFormationProperties
  readonly identifier: readonly string[]
  /** Dotted paths; `*` stands for any element. */
  readonly readOnly: readonly string[]
  readonly writeOnly: readonly string[]
  readonly createOnly: readonly string[]
  readonly taggable: boolean
  readonly tagProperty?: string
  /** IAM actions that reading one object takes; absent where no handler reads it. */
  readonly readActions?: readonly string[]
  readonly list?: ListHandler
}

interface ListHandler {
  /** IAM actions that it takes. */
  readonly actions: readonly string[]
  /** Properties without which it does not answer: those of the parent whose objects it lists. */
  readonly parents: readonly string[]
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly insertionOrder?: boolean
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

interface RegistrySchema extends Schema {
  readonly typeName: string
  readonly definitions?: Readonly<Record<string, Schema>>
  readonly primaryIdentifier?: readonly string[]
  readonly readOnlyProperties?: readonly string[]
  readonly writeOnlyProperties?: readonly string[]
  readonly createOnlyProperties?: readonly string[]
  readonly tagging?: {readonly taggable?: boolean; readonly tagProperty?: string}
  readonly taggable?: boolean
  readonly handlers?: Readonly<Record<string, Handler>>
}

interface Handler {
  readonly permissions?: readonly string[]
  readonly handlerSchema?: HandlerSchema
}

interface HandlerSchema {
  readonly required?: readonly string[]
  readonly oneOf?: readonly HandlerSchema[]
  readonly anyOf?: readonly HandlerSchema[]
}

/** https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html */
export function cloudFormationTypes(schemas: readonly unknown[]): ReadonlyMap<string, CloudFormationType> {
  const known = (schemas as readonly RegistrySchema[]).filter(({typeName}) => typeName !== undefined)
  return new Map(known.map((schema) => [schema.typeName, typeOf(schema)]))
}

function typeOf(schema: RegistrySchema): CloudFormationType {
  const tagProperty = schema.tagging?.tagProperty?.replace('/properties/', '')
  const hasTags = schema.properties?.['Tags'] !== undefined || tagProperty !== undefined
  return {
    name: schema.typeName,
    properties: membersOf(schema, schema),
    identifier: paths(schema.primaryIdentifier),
    readOnly: paths(schema.readOnlyProperties),
    writeOnly: paths(schema.writeOnlyProperties),
    createOnly: paths(schema.createOnlyProperties),
    taggable: (schema.tagging?.taggable ?? schema.taggable ?? hasTags) && hasTags,
    ...(tagProperty === undefined || tagProperty === 'Tags' ? {} : {tagProperty}),
    ...handlersOf(schema),
  }
}

function handlersOf({handlers = {}}: RegistrySchema): Pick<CloudFormationType, 'readActions' | 'list'> {
  const {read, list} = handlers
  return {
    ...(read ? {readActions: actionsOf(read)} : {}),
    ...(list ? {list: {actions: actionsOf(list), parents: parentsOf(list.handlerSchema)}} : {}),
  }
}

function actionsOf({permissions}: Handler): readonly string[] {
  return [...new Set(permissions)].toSorted()
}

/** The first where one of several will do (a load balancer, or the listeners themselves). */
function parentsOf({required, oneOf, anyOf}: HandlerSchema = {}): readonly string[] {
  return required ?? oneOf?.[0]?.required ?? anyOf?.[0]?.required ?? []
}

/** From JSON pointers into the schema to dotted paths; `*` stands for any element. */
function paths(pointers: readonly string[] = []): readonly string[] {
  return pointers.map((pointer) =>
    pointer
      .split('/')
      .filter((part) => part !== '' && part !== 'properties' && part !== 'items')
      .map((part) => (part === '[]' ? '*' : part))
      .join('.'),
  )
}

function membersOf(schema: Schema, root: RegistrySchema): CloudFormationProperties {
  const own = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, propertyOf(member, root)] as const)
  const others = alternatives(schema).map((each) => membersOf(resolved(each, root), root))
  return Object.assign({}, ...others, Object.fromEntries(own)) as CloudFormationProperties
}

function propertyOf(written: Schema, root: RegistrySchema): CloudFormationProperty {
  const schema = resolved(written, root)
  const kind = kindOf(schema, root)
  const fallback = written.default ?? schema.default
  return {
    kind,
    ...(kind === 'object' ? {members: () => membersOf(schema, root)} : {}),
    ...(kind === 'array' && schema.items ? {element: elementOf(schema.items, root)} : {}),
    ...(kind === 'map' ? elementOfMap(schema, root) : {}),
    ...(schema.insertionOrder === false || written.insertionOrder === false ? {unordered: true} : {}),
    ...(schema.enum ? {values: schema.enum.map(String)} : {}),
    ...(fallback === undefined ? {} : {default: fallback}),
  }
}

function elementOf(schema: Schema, root: RegistrySchema): () => CloudFormationProperty {
  return () => propertyOf(schema, root)
}

function elementOfMap(schema: Schema, root: RegistrySchema): {readonly element?: () => CloudFormationProperty} {
  const [pattern] = Object.values(schema.patternProperties ?? {})
  const value = pattern ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined)
  return value === undefined ? {} : {element: elementOf(value, root)}
}

function kindOf(schema: Schema, root: RegistrySchema): CloudFormationProperty['kind'] {
  const types = typesOf(schema, root)
  if (types.includes('array')) return 'array'
  if (types.includes('object')) {
    if (hasMembers(schema, root)) return 'object'
    const isMap = schema.patternProperties !== undefined || typeof schema.additionalProperties === 'object'
    return isMap && !types.includes('string') ? 'map' : 'json'
  }
  if (types.includes('string')) return 'string'
  return types.includes('boolean') ? 'boolean' : 'number'
}

function hasMembers(schema: Schema, root: RegistrySchema): boolean {
  return (
    Object.keys(schema.properties ?? {}).length > 0 ||
    alternatives(schema).some((each) => hasMembers(resolved(each, root), root))
  )
}

function typesOf(schema: Schema, root: RegistrySchema): readonly string[] {
  const own: readonly string[] = schema.type === undefined ? [] : [schema.type].flat()
  if (own.length > 0) return own
  const others = alternatives(schema).flatMap((each) => typesOf(resolved(each, root), root))
  return others.length > 0 ? others : ['object']
}

function alternatives({oneOf = [], anyOf = [], allOf = []}: Schema): readonly Schema[] {
  return [...oneOf, ...anyOf, ...allOf]
}

function resolved(schema: Schema, root: RegistrySchema): Schema {
  if (schema.$ref === undefined) return schema
  const [, where, name = '', ...rest] = schema.$ref.split('/')
  let target = (where === 'definitions' ? root.definitions : root.properties)?.[name]
  for (const part of rest) target = (target as Readonly<Record<string, Schema>> | undefined)?.[part]
  return target === undefined ? {} : resolved(target, root)
}
