import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, onTestFinished, test} from 'vitest'

import {catalogOf} from '../../../src/catalog/catalog.ts'
import {effectiveTags} from '../../../src/declared/hcl/module/effective-tags.ts'
import {type Configuration, readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'
import {checkTags} from '../../../src/tags/check.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'

interface TflintCase {
  readonly name: string
  /** Null where tflint makes the case in code. */
  readonly content: string | null
  readonly config: string | null
  readonly expected: readonly {readonly message: string; readonly line: number}[]
}

type TflintRules = Readonly<
  Record<'aws_resource_missing_tags' | 'aws_provider_missing_default_tags', readonly TflintCase[]>
>

describe.skipIf(!hasSharedData)('what tflint says of missing tags', () => {
  const rules = hasSharedData
    ? (JSON.parse(readFileSync(join(sharedData, 'hcl/tflint-tags/cases.json'), 'utf8')) as TflintRules)
    : {aws_resource_missing_tags: [], aws_provider_missing_default_tags: []}
  const ofResources = rules.aws_resource_missing_tags.filter(({content}) => content !== null)
  const ofProviders = rules.aws_provider_missing_default_tags.filter(({content}) => content !== null)

  test('is there', () => {
    expect([ofResources.length, ofProviders.length]).toEqual([10, 1])
  })

  test.each(ofResources)('$name', async (tflint) => {
    const {resources} = await configurationIn(tflint)
    expect(missingIn(resources, wantedIn(tflint))).toEqual(tflint.expected)
  })

  test.each(ofResources)('$name: and a tag that nobody sets is missing everywhere', async (tflint) => {
    const {resources} = await configurationIn(tflint)
    const missing = missingIn(resources, ['Nobody'])
    expect(missing.map(({message}) => message)).toEqual(resources.map(() => messageOf(['Nobody'])))
  })

  test.each(ofProviders)('$name', async (tflint) => {
    const {providers} = await configurationIn(tflint)
    const missing = providers.map(({attributes}) => {
      const defaults = effectiveTags(undefined, attributes()) as Readonly<Record<string, unknown>>
      return wantedIn(tflint).filter((key) => !Object.hasOwn(defaults, key))
    })
    expect(missing).toEqual([tflint.expected])
  })
})

async function configurationIn({content}: TflintCase): Promise<Configuration> {
  const root = mkdtempSync(join(tmpdir(), 'trueup-tflint-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  writeFileSync(join(root, 'main.tf'), content ?? '')
  return readConfiguration(root)
}

function wantedIn({config}: TflintCase): readonly string[] {
  return JSON.parse(/tags\s*=\s*(\[.*\])/.exec(config ?? '')?.[1] ?? '[]') as string[]
}

/** One line a resource, as tflint has it. */
function missingIn(resources: readonly DeclaredResource[], keys: readonly string[]): TflintCase['expected'] {
  const rules = keys.map((key) => `  - {key: ${key}}`).join('\n')
  const policy = loadPolicies([{name: 'policy.yaml', text: `version: 1\nname: Test\nrules:\n${rules}\n`}])
  const {findings} = checkTags([], policy, {catalog: catalogOf([]), today: '2026-09-01', unjoined: resources})
  const missing = findings.flatMap((finding) => (finding.code === 'tag-missing' ? [finding] : []))
  return [...Map.groupBy(missing, ({subject}) => subject.address)]
    .map(([, some]) => ({message: messageOf(some.map(({key}) => key)), line: some[0]?.source?.line ?? 0}))
    .toSorted((a, b) => a.line - b.line)
}

function messageOf(keys: readonly string[]): string {
  return `The resource is missing the following tags: ${keys
    .map((key) => `"${key}"`)
    .toSorted()
    .join(', ')}.`
}
