import {byHand} from './by-hand.ts'
import type {CloudFormationType} from './cloudformation.ts'
import {plainName, singular} from './names.ts'
import {prefixes} from './services.ts'
import type {TerraformAttributes} from './terraform.ts'

export interface Pair {
  readonly terraform: string
  readonly cloudFormation: CloudFormationType
  readonly by: 'hand' | 'name'
}

/** Candidates: by hand, else by name. Those by name alone have yet to be found plausible. */
export function pairs(
  terraform: ReadonlyMap<string, TerraformAttributes>,
  cloudFormation: ReadonlyMap<string, CloudFormationType>,
): readonly Pair[] {
  const byName = new Map(
    [...cloudFormation.values()].toReversed().flatMap((type) => namesOf(type.name).map((name) => [name, type])),
  )
  return [...terraform.keys()].toSorted().flatMap((type): readonly Pair[] => {
    const short = type.slice('aws_'.length)
    const told = byHand[short]
    if (told === null) return []
    const known = told === undefined ? undefined : cloudFormation.get(`AWS::${told}`)
    if (known) return [{terraform: type, cloudFormation: known, by: 'hand'}]
    const found = byName.get(singular(plainName(short)))
    return found ? [{terraform: type, cloudFormation: found, by: 'name'}] : []
  })
}

/** What Terraform may call the type: `AWS::RDS::DBCluster` is `dbcluster`, `dbdbcluster`, `rdsdbcluster`. */
function namesOf(type: string): readonly string[] {
  const [, service = '', resource = ''] = type.split('::')
  const name = singular(plainName(resource))
  const own = prefixes[service] ?? [plainName(service)]
  return own.flatMap((prefix) => {
    // `AWS::Athena::WorkGroup` is athena_workgroup, `AWS::AppConfig::Application` is appconfig_application, but `AWS::Pipes::Pipe` pipes_pipe.
    const stem = prefix !== '' && name.startsWith(prefix) ? [name] : []
    return [prefix + name, ...stem]
  })
}
