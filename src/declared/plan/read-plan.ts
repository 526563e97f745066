import {readFile} from 'node:fs/promises'

import type {DeclaredResource} from '../../model/declared.ts'
import type {Gap} from '../../model/gap.ts'
import type {PlanInput, TerraformDrift} from '../../model/plan.ts'
import {isRecord} from '../../model/value.ts'
import {wrapSecrets} from '../state/sensitive/wrap-secrets.ts'
import {driftsOf} from './drifts.ts'
import {masked} from './masks.ts'
import {blocksOf, setInCode} from './plan-configuration.ts'
import {
  parsePlan,
  type PlanDocument,
  type ResourceChange,
  type StateModule,
  type StateResource,
} from './plan-document.ts'
import {planError} from './plan-errors.ts'

/** A plan, taken apart into the three sides that it holds. */
export interface Plan {
  readonly input: PlanInput
  /** As the state had it before Terraform refreshed it. */
  readonly recorded: readonly DeclaredResource[]
  /** As the code has it: what an apply would make of each resource, as far as the code sets it. */
  readonly planned: readonly DeclaredResource[]
  /** What the refresh found. */
  readonly drifts: readonly TerraformDrift[]
  /** Addresses that Terraform is told to forget, or to put off to another run. */
  readonly released: ReadonlySet<string>
  readonly gaps: readonly Gap[]
}

export interface PlanIo {
  readonly stdin?: AsyncIterable<Uint8Array>
}

/**
 * Reads what `terraform show -json` prints of a plan; `-` is standard input.
 * @throws TrueupError `plan-not-found`, and those of `parsePlan`
 */
export async function readPlan(file: string, io: PlanIo): Promise<Plan> {
  const name = file === '-' ? '(standard input)' : file
  const document = parsePlan(await bytesOf(file, io, name), name)
  const {format_version: formatVersion, terraform_version: terraformVersion, timestamp} = document
  const context = {file: name, blockOf: blocksOf(document)}
  const drifts = driftsOf(document, name)
  const isPartial = document.errored === true || document.complete === false
  return {
    input: {
      file: name,
      formatVersion,
      ...(terraformVersion === undefined ? {} : {terraformVersion}),
      ...(timestamp === undefined ? {} : {plannedAt: timestamp}),
      isPartial,
      drifted: drifts.length,
    },
    recorded: recordedOf(document, context),
    planned: plannedOf(document, context),
    drifts,
    released: releasedIn(document),
    gaps: isPartial ? [partial(document, name)] : [],
  }
}

async function bytesOf(file: string, {stdin}: PlanIo, name: string): Promise<Uint8Array> {
  if (file === '-') {
    const chunks: Uint8Array[] = []
    for await (const chunk of stdin ?? []) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  try {
    return await readFile(file)
  } catch (error) {
    throw planError('plan-not-found', name, error)
  }
}

interface Context {
  readonly file: string
  readonly blockOf: ReturnType<typeof blocksOf>
}

/**
 * The state of before: `prior_state` is what Terraform knew after it refreshed, `resource_drift` has what it knew before. Resources that
 * an import block takes in are there already.
 */
function recordedOf(
  {prior_state: prior, resource_drift: drift = []}: PlanDocument,
  context: Context,
): DeclaredResource[] {
  const before = new Map(drift.filter(isCurrent).map((change) => [change.address, change]))
  const recorded: DeclaredResource[] = []
  for (const {module, resource} of resourcesIn(prior?.values?.root_module ?? {}, undefined)) {
    const change = resource.deposed_key === undefined ? before.get(resource.address) : undefined
    before.delete(change?.address ?? '')
    const {values, sensitive_values: marks, deposed_key: deposed, tainted = false, identity} = resource
    const attributes = change?.change.before
      ? masked(change.change.before, change.change.before_sensitive)
      : masked(values, marks)
    recorded.push({
      ...declared(resource, module, 'recorded', context),
      tainted,
      attributes: wrapSecrets(resource.type, attributes, []),
      ...(deposed === undefined ? {} : {deposed}),
      ...(isRecord(identity) ? {identity} : {}),
    })
  }
  // What the refresh found gone is no longer in the state that it left.
  for (const change of before.values()) {
    if (change.change.actions[0] !== 'delete' || !change.change.before) continue
    const attributes = masked(change.change.before, change.change.before_sensitive)
    const head = declared(change, change.module_address, 'recorded', context)
    recorded.push({...head, tainted: false, attributes: wrapSecrets(change.type, attributes, [])})
  }
  return recorded
}

function plannedOf({resource_changes: changes = []}: PlanDocument, context: Context): DeclaredResource[] {
  return changes.filter(isCurrent).flatMap((change) => {
    const {after, after_sensitive: sensitive, after_unknown: unknown, actions} = change.change
    if (!after || change.mode !== 'managed' || actions.includes('forget')) return []
    const {expressions} = context.blockOf(change.module_address, nameIn(change), change.provider_name)
    const head = declared(change, change.module_address, 'planned', context)
    // Unknown parts are not among the values.
    const values = masked(setInCode(after, expressions), sensitive, unknown)
    return [{...head, tainted: false, attributes: wrapSecrets(change.type, values, [])}]
  })
}

function isCurrent({deposed}: ResourceChange): boolean {
  return deposed === undefined
}

function declared(
  {address, mode, type, name, index, provider_name: providerName}: StateResource | ResourceChange,
  module: string | undefined,
  origin: 'recorded' | 'planned',
  {file, blockOf}: Context,
): Omit<DeclaredResource, 'attributes' | 'tainted'> {
  const {provider, providerLocation} = blockOf(module, nameIn({mode, type, name}), providerName)
  return {
    origin,
    address,
    mode,
    type,
    name,
    ...(module === undefined ? {} : {module}),
    ...(index === undefined ? {} : {key: index}),
    provider,
    ...(providerLocation && {providerLocation}),
    source: {file},
  }
}

function nameIn({mode, type, name}: Pick<ResourceChange, 'mode' | 'type' | 'name'>): string {
  return `${mode === 'data' ? 'data.' : ''}${type}.${name}`
}

function* resourcesIn(
  module: StateModule,
  address: string | undefined,
): Generator<{readonly module: string | undefined; readonly resource: StateResource}> {
  for (const resource of module.resources ?? []) yield {module: address, resource}
  for (const child of module.child_modules ?? []) yield* resourcesIn(child, child.address)
}

function releasedIn({
  resource_changes: changes = [],
  deferred_changes: deferred = [],
}: PlanDocument): ReadonlySet<string> {
  const forgotten = changes.filter(({change}) => change.actions.includes('forget')).map(({address}) => address)
  return new Set([...forgotten, ...deferred.flatMap(({resource_change: change}) => change?.address ?? [])])
}

function partial({errored, resource_changes: changes = []}: PlanDocument, file: string): Gap {
  const why = errored === true ? 'Terraform ended with an error' : 'Terraform left a part of it for another run'
  return {
    reason: 'unreadable-input',
    detail: `${file} is not the whole plan: ${why}. Nothing is said of what is not in the code, or not in the state`,
    hides: {count: changes.length, examples: changes.slice(0, 5).map(({address}) => address)},
    source: {file},
  }
}
