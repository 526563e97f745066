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
  if (finding.code !== 'missing') return ''
  const {partOf, status} = finding
  return harmless([partOf && `part of ${partOf}`, status && `still shown as ${status}`].filter(Boolean).join('  '))
}
