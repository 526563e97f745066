import type {Json} from '../../../model/value.ts'

/**
 * An expression of the Terraform language, made by `parse/compile.ts` from hcl2json's syntax trees. Plain JSON, so that it can be
 * cached. https://developer.hashicorp.com/terraform/language/expressions
 */
export type Expression =
  | {readonly kind: 'literal'; readonly value: Json}
  /** Always makes a string; `"${x}"` alone is no template but the expression x. */
  | {readonly kind: 'template'; readonly parts: readonly Expression[]}
  | Traversal
  | {readonly kind: 'relative'; readonly source: Expression; readonly steps: readonly Step[]}
  | {readonly kind: 'index'; readonly source: Expression; readonly key: Expression}
  /** `each` is evaluated for every element, which it knows as the variable `splatElement`. */
  | {readonly kind: 'splat'; readonly source: Expression; readonly each: Expression}
  | {readonly kind: 'conditional'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression}
  | ForExpression
  | CallExpression
  | {readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression}
  | {readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression}
  | {readonly kind: 'list'; readonly items: readonly Expression[]}
  | {readonly kind: 'object'; readonly items: readonly ObjectItem[]}
  | {readonly kind: 'invalid'; readonly reason: string}

/** `var.tags["Owner"]`: root `var`, steps `tags` and `Owner`. */
export interface Traversal {
  readonly kind: 'traversal'
  readonly root: string
  readonly steps: readonly Step[]
}

export interface ForExpression {
  readonly kind: 'for'
  /** `text` is the template directive `%{for}`. */
  readonly form: 'list' | 'object' | 'text'
  readonly collection: Expression
  readonly keyName?: string
  readonly valueName: string
  readonly key?: Expression
  readonly value: Expression
  readonly condition?: Expression
  readonly grouped: boolean
}

export interface CallExpression {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expression[]
  /** The last argument is a list of arguments: `max(numbers...)`. */
  readonly expand: boolean
}

export interface ObjectItem {
  readonly key: Expression
  readonly value: Expression
}

export type Step = string | number

/** No identifier of the language can be called this. */
export const splatElement = '*'

export type UnaryOperator = 'logicalNot' | 'negate'

export type BinaryOperator =
  | 'add'
  | 'divide'
  | 'equal'
  | 'greaterThan'
  | 'greaterThanOrEqual'
  | 'lessThan'
  | 'lessThanOrEqual'
  | 'logicalAnd'
  | 'logicalOr'
  | 'modulo'
  | 'multiply'
  | 'notEqual'
  | 'subtract'

/** `aws_instance.web[0].tags["Owner"]`, as a person writes it. */
export function referenceText(root: string, steps: readonly Step[]): string {
  return root + steps.map(stepText).join('')
}

export function stepText(step: Step): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}
