import {userError} from '../../errors.ts'
import type {Baseline} from '../../model/baseline.ts'
import {baselineSchema} from './schema.ts'

/** A baseline as it comes from the caller, who alone touches the file system. */
export interface BaselineText {
  readonly name: string
  readonly text: string
}

const again = 'Take an older version of it from version control, or accept anew what is there with `trueup baseline`'

/** @throws TrueupError `baseline-invalid` */
export function parseBaseline({name, text}: BaselineText): Baseline {
  if (/^(?:<{7}|>{7}|={7})(?: |$)/m.test(text)) {
    throw invalid(
      `${name} holds the marks of a merge that was not finished`,
      'Keep the lines of both sides, and run `trueup baseline --update`',
    )
  }
  const data = parsed(name, text)
  if (typeof data === 'object' && data !== null && 'schemaVersion' in data && 'summary' in data) {
    throw invalid(`${name} is a report, not a baseline`, `Make a baseline of it with trueup baseline --from ${name}`)
  }
  const version = (data as {readonly baselineVersion?: unknown} | null)?.baselineVersion
  if (typeof version === 'string' && !version.startsWith('1.')) {
    throw invalid(`${name} has version ${version}, which this version of trueup does not know`, 'Use a newer trueup')
  }
  const {success, data: baseline, error} = baselineSchema.safeParse(data)
  // What is absent is absent: JSON knows no undefined.
  if (success) return baseline as Baseline
  const [issue] = error.issues
  const place = (issue?.path ?? [])
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
  throw invalid(
    `${name} is no baseline of trueup: ${place.replace(/^\./, '') || 'the whole'} is not as it should be`,
    again,
  )
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw invalid(`${name} is no baseline of trueup: it is not valid JSON`, again, error)
  }
}

function invalid(message: string, hint: string, cause?: unknown): Error {
  return userError('baseline-invalid', message, hint, cause)
}
