import {Chalk} from 'chalk'

import type {FormatOptions} from './format.ts'
import {columns} from './terminal/columns.ts'
import {hanging} from './terminal/text.ts'
import type {Topic} from './topics.ts'

const headings = {finding: 'Findings', gap: 'Could not be checked', error: 'Errors'} as const

/** One topic as text: what it means, then what to do, step by step. */
export function* explanation({code, title, meaning, steps}: Topic, {width, colour}: FormatOptions): Generator<string> {
  const paint = new Chalk({level: colour ? 1 : 0})
  yield `${paint.bold(title)}  ${paint.dim(code)}\n\n`
  for (const line of hanging('', meaning, width)) yield `${line}\n`
  yield '\n'
  for (const [at, {text, command}] of steps.entries()) {
    for (const line of hanging(`  ${at + 1}. `, text, width)) yield `${line}\n`
    if (command !== undefined) yield `       ${paint.cyan(command)}\n`
  }
}

/** All topics by kind, a line each. */
export function* topicList(topics: readonly Topic[], {width, colour}: FormatOptions): Generator<string> {
  const paint = new Chalk({level: colour ? 1 : 0})
  for (const [kind, alike] of Map.groupBy(topics, (topic) => topic.kind)) {
    yield `${paint.bold(headings[kind])}\n\n`
    const rows = alike.map(({code, title}) => [code, paint.dim(title)])
    for (const line of columns(rows, {width})) yield `${line}\n`
    yield '\n'
  }
  yield `trueup explain CODE tells what it means and what to do.\n`
}
