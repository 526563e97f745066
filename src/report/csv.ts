import {stringify} from 'csv-stringify/sync'

import type {Report} from '../model/report.ts'
import type {Value} from '../model/value.ts'
import {harmless} from './harmless.ts'
import {kindOf} from './kind.ts'
import {valueText} from './value-text.ts'
import {messageOf} from './words.ts'

const columns = [
  'severity',
  'kind',
  'code',
  'message',
  'address',
  'type',
  'object_type',
  'id',
  'arn',
  'account',
  'region',
  'path',
  'attribute',
  'before',
  'after',
  'confidence',
  'file',
  'line',
  'column',
  'fingerprint',
  'standing',
]

/**
 * RFC 4180, a header and a row a finding. What a spreadsheet would take for a formula is marked as text: a tag may hold
 * `=HYPERLINK(...)` (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function* renderCsv({findings}: Report): Generator<string> {
  yield row(columns)
  for (const finding of findings) {
    const {severity, code, confidence, fingerprint, subject, owner, source} = finding
    yield row([
      severity,
      kindOf(code),
      code,
      messageOf(finding),
      subject.address,
      subject.type,
      subject.objectType,
      subject.id,
      subject.arn,
      subject.location?.account,
      subject.location?.region,
      'path' in finding ? finding.path : undefined,
      owner,
      'before' in finding ? text(finding.before) : undefined,
      'after' in finding ? text(finding.after) : undefined,
      confidence,
      source?.file,
      source?.line?.toString(),
      source?.column?.toString(),
      fingerprint,
      finding.standing,
    ])
  }
}

function text(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : valueText(value)
}

function row(cells: readonly (string | undefined)[]): string {
  const harmlessCells = cells.map((cell) => (cell === undefined ? '' : harmless(cell)))
  return stringify([harmlessCells], {escape_formulas: true, record_delimiter: '\r\n'})
}
