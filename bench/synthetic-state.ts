import {readFileSync} from 'node:fs'

/**
 * A large, believable state: teams in modules, each with a network, instances, buckets, roles, functions, queues and databases, as
 * provider 5 writes them. Equal counts give equal bytes. Yields the file in pieces, so that it never has to be in memory.
 */
export function* syntheticState(instances: number): Generator<string> {
  yield `{\n  "version": 4,\n  "terraform_version": "1.9.8",\n  "serial": 4711,\n  "lineage": "3f2b7a52-0d1e-4c57-9a55-6f1c4f0f1a10",\n`
  yield `  "outputs": {},\n  "resources": [`
  for (let number = 0; number < instances; number++) {
    yield `${number === 0 ? '' : ','}\n${indent(JSON.stringify(resource(number), null, 2))}`
  }
  yield `\n  ],\n  "check_results": null\n}\n`
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}

/** Attributes by type as provider 5 writes them, with `{id}` and `{name}` where resources differ. */
const templates = Object.entries(
  JSON.parse(readFileSync(new URL('synthetic-resources.json', import.meta.url), 'utf8')) as Record<string, object>,
).map(([type, attributes]) => [type, JSON.stringify(attributes)] as const)

function resource(number: number): object {
  const [type, template] = templates[number % templates.length] as (typeof templates)[number]
  const team = Math.floor(number / 200)
  const id = (number + 0x1000000).toString(16).padStart(17, '0')
  const name = `team-${team}-${number}`
  const attributes = JSON.parse(template.replaceAll('{id}', id).replaceAll('{name}', name)) as object
  const tags = {
    Name: name,
    Environment: number % 3 ? 'production' : 'staging',
    Team: `team-${team}`,
  }
  return {
    module: `module.team["team-${team}"]`,
    mode: 'managed',
    type,
    name: `this_${number}`,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [
      {
        schema_version: 1,
        attributes: {...attributes, tags, tags_all: {...tags, ManagedBy: 'terraform'}},
        sensitive_attributes: [],
        private: 'eyJzY2hlbWFfdmVyc2lvbiI6IjEifQ==',
        dependencies: [`module.team["team-${team}"].aws_vpc.this`, `module.team["team-${team}"].aws_kms_key.this`],
      },
    ],
  }
}
