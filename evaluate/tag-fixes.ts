import {cpSync, existsSync, globSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import {readConfiguration} from '../src/declared/hcl/read-configuration.ts'
import {writeDrafts} from '../src/fix/write-code.ts'
import {silentProgress} from '../src/model/progress.ts'
import type {Surroundings} from '../src/model/surroundings.ts'
import {draftTagFix, type TagFixDraft} from '../src/pipeline/tags-fix.ts'
import {declaredTags} from '../src/tags/declared-tags.ts'
import {CodeOutcome} from './code-outcome.ts'
import {configurationFolders} from './configuration-folders.ts'

const added = {
  env0_environment_id: '40907eff-cf7c-419a-8694-e1c6bf1d1168',
  env0_project_id: '43fd4ff1-8d37-4d9d-ac97-295bd850bf94',
}

/** terratag puts a map of tags into a list of key and value there, which the provider refuses. */
const refused = new Set(['aws_autoscaling_group.bar_tags'])

/** Edits of code: those that another tool made of the same input, and those of real configurations. All happen on copies. */
export async function evaluateTagFixes(folder: string): Promise<CodeOutcome> {
  const outcome = new CodeOutcome()
  for (const name of globSync('terratag_*', {cwd: folder}).toSorted())
    await outcome.guard(name, async () => evaluatePair(join(folder, name), name, outcome))
  for (const name of ['terraform-aws-modules', 'gpu']) await evaluateReal(join(folder, name), outcome)
  return outcome
}

async function evaluatePair(folder: string, name: string, outcome: CodeOutcome): Promise<void> {
  await onCopy(folder, async (copy) => {
    const root = rootIn(join(copy, 'input'))
    await fixed(root)
    const [ours, theirs] = [await tagsIn(root), await tagsIn(rootIn(join(copy, 'expected')))]
    const isEqual = ours.join('\n') === theirs.join('\n')
    outcome.count(isEqual ? 'pairs with the expected tags' : 'PAIRS WITH OTHER TAGS')
    if (!isEqual) outcome.crashes.push(`${name}: other tags than expected`)
    await checkSecondRun(root, name, outcome)
  })
}

async function evaluateReal(folder: string, outcome: CodeOutcome): Promise<void> {
  await onCopy(folder, async (copy) => {
    for (const root of configurationFolders(copy)) {
      const name = relative(copy, root)
      await outcome.guard(name, async () => {
        outcome.count('configurations')
        const {plan, drafts} = await fixed(root)
        outcome.count('files edited', drafts.length)
        outcome.count('blocks edited', plan.code.length)
        for (const {reason} of plan.left) outcome.count(`left: ${reason}`)
        if (drafts.length > 0) await checkSecondRun(root, name, outcome)
      })
    }
  })
}

/** A second run changes nothing: what could be mended is. */
async function checkSecondRun(root: string, name: string, outcome: CodeOutcome): Promise<void> {
  const {plan, drafts} = await draft(root)
  outcome.count('second runs')
  if (drafts.length > 0)
    outcome.crashes.push(`${name}: a second run changes ${plan.code.map(({addresses}) => addresses).join()}`)
}

async function fixed(root: string): Promise<TagFixDraft> {
  const found = await draft(root)
  await writeDrafts(found.drafts, surroundings.signal)
  return found
}

async function draft(root: string): Promise<TagFixDraft> {
  const code = {folder: root, variables: {environment: {}, files: [], values: {}}}
  const options = {values: new Map(Object.entries(added)), owners: [], overwrite: false, defaultTags: false}
  return draftTagFix({states: [], policies: [], code, options}, surroundings)
}

const surroundings: Surroundings = {
  now: new Date(0),
  version: '0.0.0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: silentProgress,
}

function rootIn(folder: string): string {
  const parent = join(folder, 'parent')
  return existsSync(parent) ? parent : folder
}

/** A line for each tag, sorted. */
async function tagsIn(root: string): Promise<readonly string[]> {
  const {resources} = await readConfiguration(root)
  return resources
    .filter(({address}) => !refused.has(address))
    .flatMap((resource) =>
      [...declaredTags(resource).tags].map(([key, value]) => `${resource.address} ${JSON.stringify([key, value])}`),
    )
    .toSorted()
}

async function onCopy(folder: string, use: (copy: string) => Promise<void>): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'trueup-tag-fixes-'))
  try {
    cpSync(folder, copy, {recursive: true, mode: 0})
    await use(copy)
  } finally {
    rmSync(copy, {recursive: true, force: true})
  }
}
