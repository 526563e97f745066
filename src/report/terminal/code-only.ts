import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {findingList} from './finding-list.ts'
import {heading} from './heading.ts'
import type {View} from './view.ts'

/** Resources that only the code or only the state knows. */
export function* codeOnlySection(findings: readonly Finding[], view: View): Generator<string> {
  yield* heading('Code', `${counted(findings.length, 'resource')} in the code or in the state alone`, view)
  yield ''
  yield* findingList(findings, view, '  ', ({code}) =>
    code === 'not-applied' ? 'not created yet' : 'no longer in the code',
  )
}
