import type {Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {unseenWords} from '../terraform-words.ts'
import {valueText} from '../value-text.ts'
import {heading} from './heading.ts'
import {resourceGroups, type ResourceGroup} from './resource-group.ts'
import {severitySign} from './severity.ts'
import {hanging} from './text.ts'
import type {View} from './view.ts'

/** What the refresh behind a plan found, and this scan does not report. */
export function* terraformOnlySection(findings: readonly Finding[], view: View): Generator<string> {
  yield* heading('Seen by Terraform alone', counted(findings.length, 'difference'), view, 'before → after its refresh')
  yield* resourceGroups(findings, view, rows)
}

function* rows(group: ResourceGroup, view: View): Generator<string> {
  for (const finding of group.slice(0, view.limit * 2)) {
    const sign = `    ${severitySign(finding.severity, view.paint)} `
    if (finding.code === 'terraform-missing') {
      yield* hanging(sign, `gone  ${view.paint.dim(unseenWords[finding.because])}`, view.width)
    } else if (finding.code === 'terraform-drift') {
      const {path, before, after, because} = finding
      const values = `${view.paint.red(valueText(before))} → ${view.paint.green(valueText(after))}`
      yield* hanging(sign, `${harmless(path)}  ${values}  ${view.paint.dim(unseenWords[because])}`, view.width)
    }
  }
  const left = group.length - view.limit * 2
  if (left > 0) yield view.paint.dim(`    … ${counted(left, 'more difference')}`)
}
