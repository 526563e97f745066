import XMLBuilder from 'fast-xml-builder'

import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {findingWords} from './finding-words.ts'
import {gapWords} from './gap-words.ts'
import {harmless} from './harmless.ts'
import {kindOf, kinds, type Kind} from './kind.ts'
import {messageOf} from './words.ts'

const builder = new XMLBuilder({ignoreAttributes: false, format: false, suppressEmptyNode: true})

/**
 * JUnit XML as Ant writes it (https://github.com/windyroad/JUnit-Schema): a suite a question, a failed test a finding, a passed one where
 * it is for information only, and a suite of skipped tests for what could not be checked.
 */
export function* renderJunit(report: Report): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
  const byKind = Map.groupBy(report.findings, ({code}) => kindOf(code))
  let id = 0
  for (const kind of Object.keys(kinds) as Kind[]) {
    const findings = byKind.get(kind) ?? []
    const failures = findings.filter(isFailure).length
    const skipped = findings.filter(({standing}) => standing === 'known').length
    yield* suite({id: id++, name: kind, tests: findings.length, failures, skipped}, report, findings, findingCase)
  }
  const {gaps} = report
  yield* suite({id, name: 'gaps', tests: gaps.length, failures: 0, skipped: gaps.length}, report, gaps, gapCase)
  yield '</testsuites>\n'
}

interface Suite {
  readonly id: number
  readonly name: string
  readonly tests: number
  readonly failures: number
  readonly skipped: number
}

function* suite<T>(
  {id, name, tests, failures, skipped}: Suite,
  {generatedAt, tool, ignored}: Report,
  items: readonly T[],
  testcase: (item: T) => object,
): Generator<string> {
  const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`
  const time = generatedAt.slice(0, 19)
  yield `  <testsuite id="${id}" package="trueup" name="${name}" timestamp="${time}" hostname="localhost" time="0" ${counts}>\n`
  const properties = [
    {'@_name': 'trueup', '@_value': tool.version},
    ...(ignored ? [{'@_name': 'ignored', '@_value': String(ignored.findings)}] : []),
  ]
  yield `    ${built({properties: {property: properties}})}\n`
  for (const item of items) yield `    ${built({testcase: testcase(item)})}\n`
  yield '    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n'
}

function isFailure({severity, standing}: Finding): boolean {
  return severity !== 'info' && standing !== 'known'
}

function findingCase(finding: Finding): object {
  const {code, severity, subject, source, fingerprint, standing} = finding
  const place = source ? `\n${source.file}${source.line === undefined ? '' : `:${source.line}`}` : ''
  const failure = {
    '@_message': messageOf(finding),
    '@_type': code,
    '#text': harmlessLines(
      `${severity}: ${messageOf(finding)}${place}\n${findingWords[code].title}. trueup explain ${code}`,
    ),
  }
  return {
    ...named(`${harmless(subject.address ?? subject.arn ?? subject.id ?? 'object')} ${fingerprint}`, code),
    ...(isFailure(finding) ? {failure} : {}),
    ...(standing === 'known' ? {skipped: ''} : {}),
  }
}

function gapCase({reason, type, location, detail}: Gap): object {
  const where = [type, location?.account, location?.region].filter(Boolean).join(' ')
  return {
    ...named(harmless(`${where}: ${gapWords[reason].title}: ${detail}`), `gap-${reason}`),
    skipped: '',
  }
}

function named(name: string, code: string): object {
  return {'@_name': name, '@_classname': `trueup.${code}`, '@_time': '0'}
}

function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n')
}

/** What XML 1.0 has no way to write is gone already: `harmless` turns it into an escape. */
function built(element: object): string {
  return builder.build(element)
}
