import {pathToFileURL} from 'node:url'

import type {Finding, FindingCode, Severity} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {findingWords} from './finding-words.ts'
import {gapWords} from './gap-words.ts'
import {harmlessJson} from './harmless.ts'
import {kindOf} from './kind.ts'
import {placeOf, repositoryPath} from './place.ts'
import {mostResults, SarifRoom} from './sarif-room.ts'
import {remedyTitles} from './remedy-words.ts'
import {messageOf, type Words} from './words.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), one run; its rules are the codes that occur. Beyond the
 * number of results that GitHub takes, the worst are kept and a notification tells of the rest.
 */
export function* renderSarif(report: Report): Generator<string> {
  const {tool, findings, gaps, summary, baseline} = report
  const ignored = report.ignored && {findings: report.ignored.findings, resources: report.ignored.resources}
  const figures = {summary, ...(baseline && {baseline}), ...(ignored && {ignored})}
  const codes = [...new Set(findings.map(({code}) => code))].toSorted()
  const rules = codes.map((code) => rule(code, findingWords[code]))
  const driver = {name: 'trueup', version: tool.version, semanticVersion: tool.version, rules}
  const room = new SarifRoom()
  room.takes(json(gaps.slice(0, mostGaps).map(notification)))
  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [\n    {\n'
  yield `      "tool": ${json({driver})},\n      "automationDetails": {"id": "trueup/"},\n`
  yield `      "properties": ${json(figures)},\n      "columnKind": "utf16CodeUnits",\n`
  yield '      "results": ['
  let separator = ''
  let shown = 0
  for (const finding of findings) {
    const text = json(result(finding, codes.indexOf(finding.code), report))
    if (shown === mostResults || !room.takes(text)) break
    yield `${separator}\n        ${text}`
    separator = ','
    shown++
  }
  yield `${separator === '' ? '' : '\n      '}],\n`
  yield `      "invocations": [${invocation(report, shown)}]\n    }\n  ]\n}\n`
}

/** Gaps that are told one by one. */
const mostGaps = 1000

/** Behind the results, since only then it is known how many of them there was room for. */
function invocation({generatedAt, findings, gaps}: Report, shown: number): string {
  const notifications = [
    ...(findings.length > shown ? [leftOut(findings.length - shown)] : []),
    ...(gaps.length > mostGaps ? [moreGaps(gaps.length - mostGaps)] : []),
    ...gaps.slice(0, mostGaps).map(notification),
  ]
  return json({executionSuccessful: true, endTimeUtc: generatedAt, toolExecutionNotifications: notifications})
}

function json(value: object): string {
  return harmlessJson(JSON.stringify(value))
}

function rule(code: FindingCode, words: Words): object {
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: {text: words.title},
    fullDescription: {text: words.meaning},
    help: {text: helpText(words), markdown: helpMarkdown(words)},
    properties: {tags: ['terraform', 'aws', kindOf(code)]},
  }
}

function helpText({meaning, steps}: Words): string {
  const lines = steps.map(({text, command}, at) => `${at + 1}. ${text}${command === undefined ? '' : ` ${command}`}`)
  return [meaning, ...lines].join('\n')
}

function helpMarkdown({meaning, steps}: Words): string {
  const lines = steps.map(
    ({text, command}, at) =>
      `${at + 1}. ${text}${command === undefined ? '' : `\n\n   \`\`\`\n   ${command}\n   \`\`\``}`,
  )
  return [meaning, '', ...lines].join('\n')
}

function result(finding: Finding, ruleIndex: number, report: Report): object {
  const {code, severity, fingerprint, subject, confidence, standing} = finding
  const {file, line, column} = placeOf(finding, report)
  const region = {startLine: line ?? 1, ...(column === undefined ? {} : {startColumn: column})}
  const name = subject.address ?? subject.arn ?? subject.id
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: {text: unlinked(messageOf(finding))},
    locations: [
      {
        physicalLocation: {artifactLocation: {uri: uriOf(file)}, region},
        ...(name === undefined ? {} : {logicalLocations: [{fullyQualifiedName: name, kind: 'resource'}]}),
      },
    ],
    partialFingerprints: {'trueup/v1': fingerprint},
    ...fixesOf(finding),
    ...(standing === undefined ? {} : {baselineState: standing === 'new' ? 'new' : 'unchanged'}),
    properties: {severity, confidence, ...(subject.arn === undefined ? {} : {arn: subject.arn})},
  }
}

/** `[text](1)` in a message is a link (section 3.11.6): a name must not make one. */
function unlinked(text: string): string {
  return text.replaceAll('](', '] (')
}

/** Edits that are exact (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317881); the rest is in the help of the rule. */
function fixesOf({remedies = []}: Finding): {readonly fixes?: readonly object[]} {
  const fixes = remedies.flatMap(({kind, edit}) => {
    if (!edit) return []
    const {file, line, column, endLine, endColumn, after} = edit
    const deletedRegion = {startLine: line, startColumn: column, endLine, endColumn}
    const replacements = [{deletedRegion, insertedContent: {text: after}}]
    return [
      {
        description: {text: remedyTitles[kind]},
        artifactChanges: [{artifactLocation: {uri: uriOf(file)}, replacements}],
      },
    ]
  })
  return fixes.length === 0 ? {} : {fixes}
}

/** Relative to the checkout, each part escaped. */
function uriOf(file: string): string {
  const path = repositoryPath(file).toWellFormed()
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) return pathToFileURL(path).href
  return path.split('/').map(encodeURIComponent).join('/')
}

function notification({reason, type, location, detail, action}: Gap): object {
  const where = [type, location?.account, location?.region].filter(Boolean).join(' ')
  return {
    descriptor: {id: `gap-${reason}`},
    level: 'warning',
    message: {text: unlinked(`${where === '' ? '' : `${where}: `}${gapWords[reason].title}. ${detail}`)},
    ...(action === undefined ? {} : {properties: {action}}),
  }
}

function moreGaps(count: number): object {
  return {
    level: 'warning',
    message: {text: `${count} more parts could not be checked. --report json holds all of them.`},
  }
}

function leftOut(count: number): object {
  const text = `${count} findings are left out: code scanning takes ${mostResults} a run, and 10 MB compressed. --report json holds all of them.`
  return {level: 'warning', message: {text}}
}
