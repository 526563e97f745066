import type {Baseline} from '../model/baseline.ts'
import {harmlessJson} from './harmless.ts'

/** A line a finding: what is accepted, or no longer, is a line of the diff. */
export function* renderBaseline({states, findings}: Baseline): Generator<string> {
  yield '{\n  "baselineVersion": "1.0",\n'
  yield `  "states": ${json(states)},\n  "findings": [`
  let separator = '\n    '
  for (const finding of findings) {
    yield `${separator}${json(finding)}`
    separator = ',\n    '
  }
  yield findings.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
}

function json(value: unknown): string {
  return harmlessJson(JSON.stringify(value))
}
