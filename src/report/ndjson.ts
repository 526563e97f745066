import type {Report} from '../model/report.ts'
import {harmlessJson} from './harmless.ts'
import {findingJson} from './json.ts'

/**
 * One JSON object a line, for streams and log stores: `report` first, then each `finding` and `gap`, and `summary` at the end, without
 * which the file is cut off. The shape of each is that of the whole report: `schemas/report-line.schema.json`.
 */
export function* renderNdjson(report: Report): Generator<string> {
  const {tool, generatedAt, inputs, findings, gaps, summary, ...closing} = report
  yield line({kind: 'report', schemaVersion: '1.0', tool, generatedAt, inputs})
  for (const finding of findings) yield line({kind: 'finding', finding: findingJson(finding)})
  for (const gap of gaps) yield line({kind: 'gap', gap})
  yield line({kind: 'summary', summary, ...closing})
}

function line(object: object): string {
  return `${harmlessJson(JSON.stringify(object))}\n`
}
