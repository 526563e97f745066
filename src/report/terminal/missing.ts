import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {findingList} from './finding-list.ts'
import {heading} from './heading.ts'
import type {View} from './view.ts'

export function* missingSection(findings: readonly Finding[], view: View): Generator<string> {
  yield* heading('Missing', `${counted(findings.length, 'resource')} in a state but not in AWS`, view)
  yield ''
  yield* findingList(findings, view, '  ', partText)
}

function partText(finding: Finding): string {
  return finding.code === 'missing' && finding.partOf !== undefined ? `part of ${harmless(finding.partOf)}` : ''
}
