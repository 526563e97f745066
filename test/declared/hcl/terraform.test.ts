import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, it} from 'vitest'

import {isArray, isRecord, Unknown, type Value} from '../../../src/model/value.ts'
import {cases, folder, optionsOf, readCase} from './fixtures.ts'

const hasTerraform = spawnSync('terraform', ['version']).status === 0

/** Only Terraform's own provider is there without a download: cases that use no other are evaluated by Terraform itself too. */
const confirmable = cases.filter((name) => {
  const source = readdirSync(join(folder, name), {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.tf(?:\.json)?$/.test(file))
    .map((file) => readFileSync(join(folder, name, file), 'utf8'))
    .join('\n')
  return (
    source.includes('terraform_data') &&
    !/(?:resource|data) "aws_/.test(source) &&
    !source.includes('not for Terraform')
  )
})

interface PlannedModule {
  readonly resources?: readonly {readonly address: string; readonly values: {readonly input?: Value}}[]
  readonly child_modules?: readonly PlannedModule[]
}

describe.skipIf(!hasTerraform)('Terraform gives the same values', () => {
  it.each(confirmable)(
    '%s',
    async (name) => {
      const {resources} = await readCase(name)
      const ours = resources.map(({address, attributes}) => [address, attributes['input'] ?? null] as const)
      const theirs = planned(name)
      expect(ours.map(([address]) => address).toSorted()).toEqual([...theirs.keys()].toSorted())
      for (const [address, value] of ours)
        expect({[address]: value}).toEqual({[address]: likeOurs(theirs.get(address), value)})
    },
    60_000,
  )
})

function planned(name: string): Map<string, Value> {
  const directory = mkdtempSync(join(tmpdir(), 'trueup-hcl-'))
  try {
    cpSync(join(folder, name), directory, {recursive: true})
    const {variables = {}, workspace} = optionsOf(name)
    const env = {...process.env, TF_CLI_CONFIG_FILE: '', ...(workspace ? {TF_WORKSPACE: workspace} : {})}
    const run = (...args: string[]) =>
      execFileSync('terraform', args, {cwd: directory, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
    const given = [
      ...(variables.files ?? []).map((file) => `-var-file=${file}`),
      ...Object.entries(variables.values ?? {}).map(([key, value]) => `-var=${key}=${value}`),
    ]
    for (const [key, value] of Object.entries(variables.environment ?? {}))
      Object.assign(env, {[`TF_VAR_${key}`]: value})
    run('init', '-input=false', '-backend=false')
    run('plan', '-input=false', '-out=plan', ...given)
    const plan = JSON.parse(run('show', '-json', 'plan')) as {planned_values: {root_module: PlannedModule}}
    return new Map(inputs(plan.planned_values.root_module))
  } finally {
    rmSync(directory, {recursive: true, force: true})
  }
}

function* inputs(module: PlannedModule): Generator<[string, Value]> {
  for (const {address, values} of module.resources ?? []) yield [address, values.input ?? null]
  for (const child of module.child_modules ?? []) yield* inputs(child)
}

/** Terraform leaves out what it does not know either, and puts null in its place in lists. */
function likeOurs(theirs: Value | undefined, ours: Value): Value {
  if (ours instanceof Unknown) return theirs === undefined || theirs === null ? ours : theirs
  if (isArray(ours) && isArray(theirs)) return theirs.map((item, index) => likeOurs(item, ours[index] ?? null))
  if (!isRecord(ours) || !isRecord(theirs)) return theirs ?? null
  const keys = new Set([...Object.keys(theirs), ...Object.keys(ours).filter((key) => ours[key] instanceof Unknown)])
  return Object.fromEntries([...keys].map((key) => [key, likeOurs(theirs[key], ours[key] ?? null)]))
}
