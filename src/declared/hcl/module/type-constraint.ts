import type {Expression, ObjectItem} from '../expression/expression.ts'

/** https://developer.hashicorp.com/terraform/language/expressions/type-constraints */
export type TypeConstraint =
  | {readonly kind: 'any' | 'string' | 'number' | 'bool'}
  | {readonly kind: 'list' | 'set' | 'map'; readonly element: TypeConstraint}
  | {readonly kind: 'tuple'; readonly elements: readonly TypeConstraint[]}
  | {readonly kind: 'object'; readonly attributes: Readonly<Record<string, AttributeType>>}

export interface AttributeType {
  readonly type: TypeConstraint
  readonly optional: boolean
  readonly default?: Expression
}

export const anyType: TypeConstraint = {kind: 'any'}

/** What cannot be understood as a type constrains nothing. */
export function typeConstraint(expression: Expression | undefined): TypeConstraint {
  if (expression?.kind === 'traversal') return primitive(expression.root)
  if (expression?.kind !== 'call') return anyType
  const [first] = expression.args
  switch (expression.name) {
    case 'list':
    case 'set':
    case 'map':
      return {kind: expression.name, element: typeConstraint(first)}
    case 'tuple':
      return {kind: 'tuple', elements: first?.kind === 'list' ? first.items.map(typeConstraint) : []}
    case 'object':
      return {kind: 'object', attributes: attributesOf(first?.kind === 'object' ? first.items : [])}
    default:
      return anyType
  }
}

/** `list` and `map` alone are of old; they mean lists and maps of anything. */
function primitive(name: string): TypeConstraint {
  if (name === 'string' || name === 'number' || name === 'bool') return {kind: name}
  return name === 'list' || name === 'set' || name === 'map' ? {kind: name, element: anyType} : anyType
}

function attributesOf(items: readonly ObjectItem[]): Record<string, AttributeType> {
  return Object.fromEntries(items.map(({key, value}) => [nameOf(key), attributeType(value)]))
}

function nameOf(key: Expression): string {
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : key.kind === 'traversal' ? key.root : ''
}

function attributeType(expression: Expression): AttributeType {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return {type: typeConstraint(expression), optional: false}
  }
  const [type, otherwise] = expression.args
  return {type: typeConstraint(type), optional: true, ...(otherwise ? {default: otherwise} : {})}
}
