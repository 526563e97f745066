import {Chalk, type ChalkInstance} from 'chalk'

import type {CodeTagFix, LeftViolation, LiveTagFix, TagChange, TagFixPlan, TagTarget} from '../model/tag-fix.ts'
import {counted} from './count-text.ts'
import {harmless} from './harmless.ts'
import {leftWords, originWords} from './tag-fix-words.ts'
import {sourceText} from './terminal/subject.ts'
import {wrapped} from './terminal/text.ts'
import {valueText} from './value-text.ts'

export interface TagFixView {
  readonly width: number
  readonly colour: boolean
}

/** What was done with a plan, besides showing it. */
export interface TagFixDone {
  readonly written: readonly string[]
}

/** The plan of `trueup tags fix` for a person: file by file and block by block, then live objects, then what stays as it is. */
export function* renderTagFix(plan: TagFixPlan, done: TagFixDone, {width, colour}: TagFixView): Generator<string> {
  const paint = new Chalk({level: colour ? 1 : 0})
  for (const line of lines(plan, done, paint)) for (const fitting of wrapped(line, width)) yield `${fitting}\n`
}

function* lines(plan: TagFixPlan, done: TagFixDone, paint: ChalkInstance): Generator<string> {
  for (const fix of plan.code) yield* codeLines(fix, paint)
  for (const fix of plan.live) yield* liveLines(fix, paint)
  if (plan.left.length > 0) yield* leftLines(plan.left, paint)
  yield summaryOf(plan, done)
}

function* codeLines({source, target, addresses, changes}: CodeTagFix, paint: ChalkInstance): Generator<string> {
  const instances = addresses.length > 1 ? paint.dim(`  ${counted(addresses.length, 'instance')}`) : ''
  yield `${sourceText(source)}  ${paint.bold(targetText(target))}${instances}`
  for (const change of changes) yield changeText(change, paint)
  yield ''
}

function* liveLines({arn, address, changes}: LiveTagFix, paint: ChalkInstance): Generator<string> {
  yield `${paint.bold(harmless(arn))}${address === undefined ? '' : paint.dim(`  ${harmless(address)}`)}`
  for (const change of changes) yield changeText(change, paint)
  yield ''
}

function targetText(target: TagTarget): string {
  if (target.kind === 'resource') return harmless(`${target.type}.${target.name}`)
  return harmless(`default tags of provider ${[target.name, target.alias].filter(Boolean).join('.')}`)
}

function changeText({key, shown, before, renames, from}: TagChange, paint: ChalkInstance): string {
  const origin = paint.dim(`(${originWords[from]})`)
  if (renames !== undefined)
    return `  ${paint.yellow('~')} ${harmless(renames)} → ${harmless(key)} = ${valueText(shown)}  ${origin}`
  if (before !== undefined)
    return `  ${paint.yellow('~')} ${harmless(key)} = ${valueText(before)} → ${valueText(shown)}  ${origin}`
  return `  ${paint.green('+')} ${harmless(key)} = ${valueText(shown)}  ${origin}`
}

/** Reason by reason, as often one thing answers many. */
function* leftLines(left: readonly LeftViolation[], paint: ChalkInstance): Generator<string> {
  yield paint.bold('Left as it is')
  for (const [reason, alike] of Map.groupBy(left, (one) => one.reason)) {
    yield ''
    yield `  ${paint.yellow('?')} ${leftWords[reason]}`
    for (const [key, ofKey] of Map.groupBy(alike, (one) => one.key)) {
      const named = ofKey
        .slice(0, mostNamed)
        .map(({name, source}) => `${harmless(name)}${source ? ` (${sourceText(source)})` : ''}`)
      const more = ofKey.length > mostNamed ? ` and ${ofKey.length - mostNamed} more` : ''
      yield `      ${harmless(key)}  ${paint.dim(`${named.join(', ')}${more}`)}`
    }
  }
  yield ''
}

const mostNamed = 5

function summaryOf({code, live, left}: TagFixPlan, {written}: TagFixDone): string {
  const parts = [
    ...(code.length > 0
      ? [`${counted(code.length, 'block')} of code in ${counted(new Set(code.map(({file}) => file)).size, 'file')}`]
      : []),
    ...(live.length > 0 ? [counted(live.length, 'live object')] : []),
  ]
  const what = parts.length === 0 ? 'Nothing to change' : parts.join(', ')
  const rest = left.length > 0 ? `; ${counted(left.length, 'violation')} left` : ''
  const wrote =
    written.length > 0
      ? `; wrote ${counted(written.length, 'file')}`
      : code.length > 0
        ? '; --write edits the code'
        : ''
  return `${what}${wrote}${rest}`
}
