/**
 * Writes `src/aws/service-actions.json`, the IAM actions that reading each type from its service's own API takes, from the code:
 *
 *     node scripts/service-actions.ts
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'

import {actionNamed} from '../src/aws/iam-action.ts'

const folder = resolve(import.meta.dirname, '../src/live/service')
const target = resolve(import.meta.dirname, '../src/aws/service-actions.json')

/** IAM's prefix of each SDK client that reads services, where the package has another name. */
const prefixes: Readonly<Record<string, string>> = {
  'api-gateway': 'apigateway',
  apigatewayv2: 'apigateway',
  'application-auto-scaling': 'application-autoscaling',
  'auto-scaling': 'autoscaling',
  'cloudwatch-logs': 'logs',
  'cognito-identity-provider': 'cognito-idp',
  efs: 'elasticfilesystem',
  'elastic-load-balancing': 'elasticloadbalancing',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  eventbridge: 'events',
  'route-53': 'route53',
  'secrets-manager': 'secretsmanager',
  sfn: 'states',
}

/** By type, in the order of their names. */
export function actionsOfTypes(): Readonly<Record<string, readonly string[]>> {
  const index = readFileSync(join(folder, 'index.ts'), 'utf8')
  const lines = index.matchAll(/'(AWS::[\w:]+)': async \(\) =>\s*\(await import\('(\.\/[^']+)'\)\)/g)
  const types = [...lines].map(([, type = '', file = '']) => {
    const actions = new Set(actionsIn(join(folder, file), new Set()))
    return [type, [...actions].toSorted()] as const
  })
  return Object.fromEntries(types.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a file calls, and what those of the reader that it imports do. */
function actionsIn(file: string, seen: Set<string>): readonly string[] {
  if (seen.has(file) || !file.startsWith(folder) || !existsSync(file)) return []
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  const client = /@aws-sdk\/client-([\w-]+)/.exec(code)?.[1]
  const operations = [...code.matchAll(/\b([A-Z]\w+)Command\b|\bpaginate([A-Z]\w+)/g)]
  const own = client === undefined ? [] : operations.map(([, one, paged]) => action(client, one ?? paged ?? ''))
  const imported = [...code.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => resolve(dirname(file), path))
  return [...own, ...imported.flatMap((path) => actionsIn(path, seen))]
}

function action(client: string, operation: string): string {
  return actionNamed(prefixes[client] ?? client, operation)
}

if (import.meta.main) writeFileSync(target, `${JSON.stringify(actionsOfTypes(), undefined, 2)}\n`)
