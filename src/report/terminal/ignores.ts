import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {findingWords} from '../finding-words.ts'
import {harmless} from '../harmless.ts'
import {heading} from './heading.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** What people wrote to have less told, and what is wrong with it: one after the other, by place. */
export function* ignoresSection(findings: readonly Finding[], view: View): Generator<string> {
  const {paint, width, limit} = view
  yield* heading('Ignores', `${counted(findings.length, 'ignore')} expired, or without use`, view)
  yield ''
  for (const finding of findings.slice(0, limit * 2)) {
    const {source} = finding
    const place = source === undefined ? '' : `  ${source.file}${source.line === undefined ? '' : `:${source.line}`}`
    yield* hanging(
      `  ${severitySign(finding.severity, paint)} `,
      `${harmless(textOf(finding))}${paint.dim(harmless(place))}`,
      width,
    )
  }
  if (findings.length > limit * 2) yield paint.dim(`  … ${counted(findings.length - limit * 2, 'more ignore')}`)
}

function textOf(finding: Finding): string {
  if (finding.code === 'ignore-expired') return `${finding.ignore}  ${findingWords['ignore-expired'].message(finding)}`
  return finding.code === 'ignore-unused' ? `${finding.ignore}  ${findingWords['ignore-unused'].message(finding)}` : ''
}
