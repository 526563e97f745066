import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {silentProgress} from '../src/model/progress.ts'
import {checkTagSources} from '../src/pipeline/tags-check.ts'
import {CodeOutcome} from './code-outcome.ts'

interface Case {
  readonly name: string
  /** Null where the case is made in code. */
  readonly content: string | null
  readonly config: string | null
  readonly expected: readonly {readonly message: string; readonly line: number}[]
}

/** Verdicts on missing tags of resources, held against those of another linter over the same code: the same lines, the same keys. */
export async function evaluateTagCheck(folder: string): Promise<CodeOutcome> {
  const outcome = new CodeOutcome()
  const text = readFileSync(join(folder, 'tflint-tags', 'cases.json'), 'utf8')
  const {aws_resource_missing_tags: cases} = JSON.parse(text) as {readonly aws_resource_missing_tags: readonly Case[]}
  for (const each of cases.filter(({content}) => content !== null)) {
    await outcome.guard(each.name, async () => {
      const [ours, theirs] = [
        await verdictsOn(each),
        each.expected.map(({line, message}) => `${line} ${keysIn(message)}`),
      ]
      const isEqual = ours.join('\n') === theirs.join('\n')
      outcome.count(isEqual ? 'cases with the same verdict' : 'CASES WITH ANOTHER VERDICT')
      if (!isEqual) outcome.crashes.push(`${each.name}: ${ours.join('; ')} instead of ${theirs.join('; ')}`)
    })
  }
  return outcome
}

/** A line for each resource that lacks tags: where, and which. */
async function verdictsOn({content, config}: Case): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'trueup-tag-check-'))
  try {
    writeFileSync(join(root, 'main.tf'), content ?? '')
    const keys = JSON.parse(/tags\s*=\s*(\[.*\])/.exec(config ?? '')?.[1] ?? '[]') as readonly string[]
    const text = JSON.stringify({version: 1, name: 'case', rules: keys.map((key) => ({key}))})
    const code = {folder: root, variables: {environment: {}, files: [], values: {}}}
    const {findings} = await checkTagSources({states: [], policies: [{name: 'case', text}], code}, surroundings())
    const missing = findings.flatMap((finding) => (finding.code === 'tag-missing' ? [finding] : []))
    const byLine = Map.groupBy(missing, ({source}) => source?.line ?? 0)
    return [...byLine]
      .toSorted(([a], [b]) => a - b)
      .map(([line, some]) => `${line} ${[...new Set(some.map(({key}) => key))].toSorted().join(', ')}`)
  } finally {
    rmSync(root, {recursive: true})
  }
}

function surroundings() {
  const stdin = (async function* () {})()
  return {now: new Date(0), version: '0.0.0', stdin, signal: new AbortController().signal, progress: silentProgress}
}

function keysIn(message: string): string {
  const keys = [...message.matchAll(/"([^"]*)"/g)].map(([, key = '']) => key)
  return keys.toSorted().join(', ')
}
