import type {GeneratedService} from './derived.ts'
import index from './generated/index.json' with {type: 'json'}
import {services} from './generated/services.ts'

const serviceOfType = new Map(
  Object.entries(index.services).flatMap(([service, types]) => types.map((type) => [type, service] as const)),
)

/** The generated facts around a Terraform type or a CloudFormation type; undefined where the generated layer knows neither. */
export async function generatedFor(type: string): Promise<GeneratedService | undefined> {
  const service = type.includes('::') ? type.split('::')[1] : serviceOfType.get(type)
  return service === undefined ? undefined : ((await services[service]?.())?.default as GeneratedService | undefined)
}

/** Terraform types that the generated layer knows, sorted. */
export function generatedTypes(): readonly string[] {
  return [...serviceOfType.keys()].toSorted()
}
