import type {CodeAndState} from '../drift/code-only.ts'
import {crossCheck, type LookedAt} from '../drift/cross-check.ts'
import type {Catalog} from '../catalog/catalog.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Finding} from '../model/finding.ts'
import type {PlanInput, TerraformDrift} from '../model/plan.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {Declared, Declaring} from './declared.ts'

/** Plans, and what they say of the code. */
export interface Planned {
  readonly inputs: readonly PlanInput[]
  readonly drifts: readonly TerraformDrift[]
  /** What an apply would make stands for the code. */
  readonly code: CodeAndState
}

/** Reads plans as what is declared: the state that each of them was made from, and the code as Terraform evaluated it. */
export async function takePlans(
  files: readonly string[],
  {joiner, catalog, narrowed}: Declaring,
  {stdin, signal, progress}: Surroundings,
): Promise<Declared & {readonly planned: Planned}> {
  progress.step('reading plans')
  const {readPlan} = await import('../declared/plan/read-plan.ts')
  const plans = []
  for (const file of new Set(files)) {
    signal.throwIfAborted()
    plans.push(await readPlan(file, {stdin}))
  }
  for (const {type} of plans.flatMap(({recorded, planned}) => [...recorded, ...planned])) await catalog.want(type)
  for (const resource of plans.flatMap(({recorded}) => recorded)) {
    joiner.add(resource, narrowed?.takesResource(resource) === false)
  }
  const byPlace = new Map(plans.flatMap(({planned}) => planned.map((resource) => [placeOf(resource), resource])))
  const codeOf = (recorded: DeclaredResource) => byPlace.get(placeOf(recorded))
  joiner.configure(codeOf)
  const partial = new Set(plans.filter(({input}) => input.isPartial).map(({input}) => input.file))
  const released = new Set(
    plans.flatMap((plan) => [...plan.released].map((address) => `${plan.input.file} ${address}`)),
  )
  return {
    states: plans.map(stateInput),
    gaps: plans.flatMap(({gaps}) => gaps),
    writtenAt: new Map(plans.flatMap(({input: {file, plannedAt}}) => (plannedAt ? [[file, plannedAt] as const] : []))),
    planned: {
      inputs: plans.map(({input}) => input),
      drifts: plans.flatMap(({drifts}) => drifts),
      code: {
        recorded: joiner.recorded(),
        configured: plans.flatMap(({planned}) => planned),
        codeOf,
        isOpen: (resource) => partial.has(resource.source.file) || released.has(placeOf(resource)),
      },
    },
  }
}

/** Two plans may well have the same addresses. */
function placeOf({source, address}: DeclaredResource): string {
  return `${source.file} ${address}`
}

type Read = Awaited<ReturnType<typeof import('../declared/plan/read-plan.ts').readPlan>>

function stateInput({input: {file, terraformVersion}, recorded}: Read): ReportInputs['states'][number] {
  return {file, resources: recorded.length, ...(terraformVersion === undefined ? {} : {terraformVersion})}
}

/** What Terraform's refresh found beside what trueup found; without plans, findings as they are. */
export function crossChecked(
  findings: readonly Finding[],
  planned: Planned | undefined,
  lookedAt: LookedAt,
  catalog: Catalog,
): {readonly findings: readonly Finding[]; readonly inputs: Pick<ReportInputs, 'plans' | 'crossCheck'>} {
  if (!planned) return {findings, inputs: {}}
  const files = new Set(planned.inputs.map(({file}) => file))
  const checked = crossCheck(planned.drifts, findings, {files, lookedAt, catalog})
  return {findings: checked.findings, inputs: {plans: planned.inputs, crossCheck: checked.check}}
}
