import type {AttributeRule, BlockRule, CompareRule, Controller, TerraformType} from '../catalog/entry.ts'
import {normalizers, type NormalizerName} from '../catalog/normalizers/index.ts'
import type {Normalizer} from '../catalog/normalizers/normalizer.ts'
import type {SkipReason} from '../model/coverage.ts'
import {keysOf} from '../model/path.ts'
import type {Json} from '../model/value.ts'
import type {Terms} from './verdict.ts'

/** An entry's table, made ready once a type: normalisers resolved, paths joined. */
export type Step =
  | CompareStep
  | BlockStep
  | {readonly kind: 'skip'; readonly reason: SkipReason}
  | {readonly kind: 'custom'}

export interface CompareStep extends Terms {
  readonly kind: 'compare'
  readonly path: string
  readonly keys: readonly string[]
  readonly value: ((value: Json) => Json) | undefined
  readonly control: Control | undefined
}

/** A controller, the keys of its band made ready. */
export interface Control {
  readonly by: string
  readonly within: readonly [min: readonly string[], max: readonly string[]] | undefined
  readonly sameBy: Normalizer | undefined
}

export interface BlockStep {
  readonly kind: 'block'
  readonly form: BlockRule['block']
  readonly path: string
  readonly keys: readonly string[]
  readonly key: readonly string[] | undefined
  readonly computed: boolean
  /** Steps of the nested attributes: their paths start at the parent for `single` blocks, at the element for the others. */
  readonly of: ReadonlyMap<string, Step>
}

const plans = new WeakMap<TerraformType, ReadonlyMap<string, Step>>()

export function planOf(entry: TerraformType): ReadonlyMap<string, Step> {
  let plan = plans.get(entry)
  if (!plan) plans.set(entry, (plan = stepsOf(entry.attributes, '')))
  return plan
}

function stepsOf(rules: Readonly<Record<string, AttributeRule>>, base: string): ReadonlyMap<string, Step> {
  return new Map(Object.entries(rules).map(([name, rule]) => [name, stepOf(rule, base)]))
}

function stepOf(rule: AttributeRule, base: string): Step {
  if ('skip' in rule) return {kind: 'skip', reason: rule.skip}
  if ('custom' in rule) return {kind: 'custom'}
  return 'block' in rule ? blockStep(rule, base) : compareStep(rule, base)
}

function compareStep(rule: CompareRule, base: string): CompareStep {
  const path = joinPath(base, rule.to)
  return {
    kind: 'compare',
    path,
    keys: keysOf(path),
    value: rule.value,
    control: controlOf(rule.controlled, base),
    ...termsOf(rule),
  }
}

export function controlOf(controller: Controller | undefined, base: string): Control | undefined {
  if (!controller) return undefined
  const {by, within, sameBy} = controller
  return {
    by,
    within: within && [keysOf(joinPath(base, within[0])), keysOf(joinPath(base, within[1]))],
    sameBy: sameBy && normalizers[sameBy],
  }
}

function blockStep(rule: BlockRule, base: string): BlockStep {
  const path = joinPath(base, rule.to)
  return {
    kind: 'block',
    form: rule.block,
    path,
    keys: keysOf(path),
    key: rule.key,
    computed: rule.computed === true,
    of: stepsOf(rule.of, rule.block === 'single' ? path : ''),
  }
}

export function termsOf(rule: {
  readonly as?: NormalizerName
  readonly default?: Json
  readonly computed?: true
}): Terms {
  return {
    normalizer: normalizers[rule.as ?? 'exact'],
    default: rule.default,
    computed: rule.computed === true,
  }
}

export function joinPath(base: string, path: string): string {
  return base === '' ? path : path === '' ? base : `${base}.${path}`
}
