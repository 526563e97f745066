import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {heading} from './heading.ts'
import {resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

export function* duplicatesSection(findings: readonly Finding[], view: View): Generator<string> {
  yield* heading('Declared more than once', counted(findings.length, 'object'), view)
  yield* resourceGroups(findings, view, addressRows)
}

function* addressRows(group: ResourceGroup, {paint, width}: View): Generator<string> {
  for (const finding of group) {
    if (finding.code !== 'duplicate-owner') continue
    const addresses = finding.addresses.map(harmless).join(', ')
    yield* hanging(`    ${severitySign(finding.severity, paint)} declared by  `, addresses, width)
  }
}
