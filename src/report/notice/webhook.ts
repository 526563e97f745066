import type {KeptFinding, RunChange} from '../../model/history.ts'
import {harmlessJson} from '../harmless.ts'
import {codeTitle} from '../over-time/finding-text.ts'
import type {ChangeJson} from './schema.ts'

/** Receivers limit what they take; the counts are of all. */
const mostListed = 500

/** A change for a program: `schemas/change.schema.json`. */
export function webhookMessage({appeared, gone, brief, ...change}: RunChange): string {
  const message: ChangeJson = {
    schemaVersion: '1.0',
    type: 'trueup.change',
    ...change,
    counts: {appeared: appeared.length, gone: gone.length},
    figures: brief,
    appeared: appeared.slice(0, mostListed).map(listed),
    gone: gone.slice(0, mostListed).map(listed),
  }
  return harmlessJson(JSON.stringify(message))
}

function listed({location, ...finding}: KeptFinding): ChangeJson['appeared'][number] {
  return {title: codeTitle(finding.code), ...finding, ...location}
}
