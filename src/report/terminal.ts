import type {Finding, FindingCode} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import type {FormatOptions} from './format.ts'
import {acceleratorsSection} from './terminal/accelerators.ts'
import {causesSection} from './terminal/causes.ts'
import {closing} from './terminal/closing.ts'
import {codeOnlySection} from './terminal/code-only.ts'
import {codeSection, controlledSection, driftSection} from './terminal/drift.ts'
import {duplicatesSection} from './terminal/duplicates.ts'
import {gapsSection} from './terminal/gaps.ts'
import {ignoresSection} from './terminal/ignores.ts'
import {missingSection} from './terminal/missing.ts'
import {opening} from './terminal/opening.ts'
import {terraformOnlySection} from './terminal/terraform-only.ts'
import {tagsSection} from './terminal/tags.ts'
import {ownedElsewhereSection, unmanagedPartsSection, unmanagedSection} from './terminal/unmanaged.ts'
import {wrapped} from './terminal/text.ts'
import {type View, viewOf} from './terminal/view.ts'

type SectionName =
  | 'drift'
  | 'missing'
  | 'duplicates'
  | 'unmanaged'
  | 'parts'
  | 'elsewhere'
  | 'controlled'
  | 'terraform-only'
  | 'code'
  | 'code-only'
  | 'tags'
  | 'accelerators'
  | 'ignores'

const sectionOf = {
  drifted: 'drift',
  'drifted-undeclared': 'drift',
  controlled: 'controlled',
  conflict: 'drift',
  unapplied: 'code',
  'stale-state': 'code',
  'not-applied': 'code-only',
  'not-configured': 'code-only',
  missing: 'missing',
  'terraform-drift': 'terraform-only',
  'terraform-missing': 'terraform-only',
  unmanaged: 'unmanaged',
  'unmanaged-child': 'parts',
  'owned-elsewhere': 'elsewhere',
  'duplicate-owner': 'duplicates',
  'tag-missing': 'tags',
  'tag-value-invalid': 'tags',
  'tag-key-invalid': 'tags',
  'tag-exemption-expired': 'tags',
  'tag-key-not-billed': 'tags',
  'accelerator-unowned': 'accelerators',
  'accelerator-idle': 'accelerators',
  'reservation-unused': 'accelerators',
  'ignore-expired': 'ignores',
  'ignore-unused': 'ignores',
} satisfies Record<FindingCode, SectionName>

/** The report for a person at a terminal: sections by kind, resources within, the verdict last, where the cursor stays. */
export function* renderTerminal(report: Report, options: FormatOptions): Generator<string> {
  const view = viewOf(report, options)
  for (const section of sections(report, view)) {
    for (const line of section) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
  }
}

function* sections(report: Report, view: View): Generator<Iterable<string>> {
  // What is known is counted at the end; formats for machines hold all.
  const told = report.findings.filter(({standing}) => standing !== 'known')
  const bySection = Map.groupBy(told, ({code}): SectionName => sectionOf[code])
  const of = (name: SectionName): readonly Finding[] => bySection.get(name) ?? []
  yield opening(report, view)
  if (bySection.has('drift')) yield driftSection(of('drift'), view)
  if (bySection.has('code')) yield codeSection(of('code'), view)
  if (bySection.has('code-only')) yield codeOnlySection(of('code-only'), view)
  if (bySection.has('missing')) yield missingSection(of('missing'), view)
  if (bySection.has('duplicates')) yield duplicatesSection(of('duplicates'), view)
  if (bySection.has('parts')) yield unmanagedPartsSection(of('parts'), view)
  if (bySection.has('unmanaged')) yield unmanagedSection(of('unmanaged'), view)
  if (bySection.has('elsewhere')) yield ownedElsewhereSection(of('elsewhere'), view)
  if (bySection.has('controlled')) yield controlledSection(of('controlled'), view)
  if (bySection.has('terraform-only')) yield terraformOnlySection(of('terraform-only'), view)
  if (bySection.has('tags')) yield tagsSection(of('tags'), view)
  if (report.spend || bySection.has('accelerators')) yield acceleratorsSection(report.spend, of('accelerators'), view)
  if (bySection.has('ignores')) yield ignoresSection(of('ignores'), view)
  yield causesSection(report.findings, view)
  if (report.gaps.length > 0) yield gapsSection(report.gaps, view)
  yield closing(report, view)
}
