import {Chalk} from 'chalk'

import type {Check, Checkup} from '../model/checkup.ts'
import {counted} from './count-text.ts'
import type {CheckupJson} from './doctor-schema.ts'
import type {FormatOptions} from './format.ts'
import {harmless} from './harmless.ts'
import {hanging} from './terminal/text.ts'

export function checkupJson({checks}: Checkup): CheckupJson {
  return {schemaVersion: '1.0', checks}
}

const marks = {ok: '✔', warn: '▲', fail: '✖'} as const

/** A line for each check, with what to do below it. */
export function* renderCheckup({checks}: Checkup, options: FormatOptions): Generator<string> {
  const paint = new Chalk({level: options.colour ? 1 : 0})
  const colours = {ok: paint.green, warn: paint.yellow, fail: paint.red}
  for (const check of checks) {
    const {status, text, todo, grant} = check
    yield* hanging(`${colours[status](marks[status])} ${harmless(nameOf(check))}: `, harmless(text), options.width)
    if (todo !== undefined) yield* hanging('    → ', harmless(todo), options.width)
    if (grant) yield* hanging('    allow ', harmless(`${grant.Action} on ${grant.Resource}`), options.width)
  }
  const count = (wanted: Check['status']) => checks.filter(({status}) => status === wanted).length
  yield ''
  yield `${counted(count('ok'), 'check')} passed, ${counted(count('warn'), 'warning')}, ${counted(count('fail'), 'failure')}`
}

function nameOf({check, account, region}: Check): string {
  const place = [account, region].filter((part) => part !== undefined).join(' ')
  return place === '' ? check : `${check} (${place})`
}
