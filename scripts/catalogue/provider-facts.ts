import {readFileSync, writeFileSync} from 'node:fs'

import {readSchema, type TypeFacts} from './provider-schema.ts'

/** The schema is 3 MB and no registry has it, so what is taken from it is kept here. The version is that of the file it was taken from. */
const from = {source: 'hashicorp/terraform-provider-aws', version: '3.62.0', licence: 'MPL-2.0'}

const file = new URL('provider-facts.json', import.meta.url)

export function providerFacts(): ReadonlyMap<string, TypeFacts> {
  const {types} = JSON.parse(readFileSync(file, 'utf8')) as {readonly types: Readonly<Record<string, TypeFacts>>}
  return new Map(Object.entries(types))
}

/** One line for each type, so that changes can be read. */
export function refreshProviderFacts(schema: string): void {
  const lines = [...readSchema(schema)].map(([type, facts]) => `${JSON.stringify(type)}: ${JSON.stringify(facts)}`)
  writeFileSync(file, `{\n"from": ${JSON.stringify(from)},\n"types": {\n${lines.join(',\n')}\n}\n}\n`)
}
