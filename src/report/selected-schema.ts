import {z} from 'zod'

import {source} from './finding-schema.ts'

/** The published shape of what does not count, and why; see `schema.ts`. */

const text = z.string()
const count = z.int().min(0)

const ignored = z
  .object({
    findings: count.describe('Taken away.'),
    fingerprints: z.array(text).describe('Of these.'),
    resources: count.describe('Declared, and not even compared, since all that could be said of them is ignored.'),
    by: z.array(
      z.object({
        kind: z
          .enum(['project', 'driftignore', 'comment'])
          .describe('`project`: of trueup.yaml or a file of the same form; `comment`: # trueup:ignore in code.'),
        rule: text.describe('What it is about, as it is written.'),
        source: source.optional(),
        reason: text.optional(),
        until: text.optional().describe('The last day on which it counts.'),
        findings: count,
        resources: count,
      }),
    ),
  })
  .describe(
    'What was found, or not looked for, and counts no more since somebody said so. Its findings are not among `findings`.',
  )

const baseline = z
  .object({
    file: text,
    accepted: count.describe('Findings in the file.'),
    known: count.describe('Findings of this run that are in it.'),
    new: count.describe('Findings of this run that are not.'),
    gone: count.describe('In the file, looked for, and no longer there.'),
    unseen: count.describe('In the file, and not looked for in this run, as far as that is known.'),
    goneFingerprints: z.array(text),
  })
  .describe('How the findings stand against a baseline.')

const filtered = z
  .object({expressions: z.array(text), findings: count.describe('Left out of the report.')})
  .describe('What --filter left out.')

export const selected = {
  ignored: ignored.optional().describe('Absent where nothing says what to ignore.'),
  baseline: baseline.optional().describe('Absent where there is none.'),
  filtered: filtered.optional().describe('Absent where nothing was filtered.'),
}
