import type {LiveEvent} from '../../model/live.ts'
import {holdsMarks, markSecrets} from './marks.ts'
import {hideSecrets, type SecretPaths} from './secrets.ts'

/** One event as a line of JSON, its secrets as digests. */
export function eventLine(event: LiveEvent, salt: string, secrets: SecretPaths): string {
  if (event.kind !== 'object') return JSON.stringify(event)
  const object = hideSecrets(event.object, secrets)
  const line = JSON.stringify({kind: 'object', object})
  // Most objects hold none: a secret would show as hidden, and what looks like the mark of one by its name.
  if (!line.includes('(sensitive)"') && !holdsMarks(line)) return line
  return JSON.stringify({kind: 'object', object: {...object, properties: markSecrets(object.properties, salt)}})
}
