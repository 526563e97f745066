import {pathToFileURL} from 'node:url'

import type {Finding, FindingCode, Severity} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {findingWords} from './finding-words.ts'
import {gapWords} from './gap-words.ts'
import {harmlessJson} from './harmless.ts'
import {kindOf} from './kind.ts'
import {placeOf, repositoryPath} from './place.ts'
import {messageOf, type Words} from './words.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** GitHub refuses a run with more: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const mostResults = 25_000

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
  const left = findings.length - mostResults
  const notifications = [...(left > 0 ? [leftOut(left)] : []), ...gaps.map(notification)]
  const invocation = {
    executionSuccessful: true,
    endTimeUtc: report.generatedAt,
    toolExecutionNotifications: notifications,
  }
  yield '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [\n    {\n'
  yield `      "tool": ${json({driver})},\n      "automationDetails": {"id": "trueup/"},\n`
  yield `      "invocations": ${json([invocation])},\n      "properties": ${json(figures)},\n      "columnKind": "utf16CodeUnits",\n`
  yield '      "results": ['
  let separator = ''
  for (const finding of findings.slice(0, mostResults)) {
    yield `${separator}\n        ${json(result(finding, codes.indexOf(finding.code), report))}`
    separator = ','
  }
  yield `${separator === '' ? '' : '\n      '}]\n    }\n  ]\n}\n`
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
    message: {text: messageOf(finding)},
    locations: [
      {
        physicalLocation: {artifactLocation: {uri: uriOf(file)}, region},
        ...(name === undefined ? {} : {logicalLocations: [{fullyQualifiedName: name, kind: 'resource'}]}),
      },
    ],
    partialFingerprints: {'trueup/v1': fingerprint},
    ...(standing === undefined ? {} : {baselineState: standing === 'new' ? 'new' : 'unchanged'}),
    properties: {severity, confidence, ...(subject.arn === undefined ? {} : {arn: subject.arn})},
  }
}

/** Relative to the checkout, each part escaped. */
function uriOf(file: string): string {
  const path = repositoryPath(file)
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) return pathToFileURL(path).href
  return path.split('/').map(encodeURIComponent).join('/')
}

function notification({reason, type, location, detail, action}: Gap): object {
  const where = [type, location?.account, location?.region].filter(Boolean).join(' ')
  return {
    descriptor: {id: `gap-${reason}`},
    level: 'warning',
    message: {text: `${where === '' ? '' : `${where}: `}${gapWords[reason].title}. ${detail}`},
    ...(action === undefined ? {} : {properties: {action}}),
  }
}

function leftOut(count: number): object {
  const text = `${count} findings are left out: code scanning takes ${mostResults} a run. --report json holds all of them.`
  return {level: 'warning', message: {text}}
}
