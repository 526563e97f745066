import {z} from 'zod'

import {TrueupError, userError} from '../../errors.ts'
import {findingCodes} from '../../model/finding-codes.ts'
import {findingKinds} from '../../model/kind.ts'
import type {IgnoreEntry} from '../../select/ignore/entry.ts'
import {parsePolicyText, type PolicyDocument, type PolicyText} from '../../tags/policy/document.ts'
import {problemLines} from '../../tags/policy/refuse.ts'
import {schemaProblems} from '../../tags/policy/schema-problems.ts'

const text = z.string().min(1)
const texts = z.union([text, z.array(text).min(1)], 'must be text, or a list of texts')
const codes = [...findingKinds, ...findingCodes] as const
const account = z.string().regex(/^[\d*]+$/, 'must be an account id, in quotes; * stands for any text')
const day = z.iso.date('must be a day: 2026-12-31')

const criteria = {
  address: texts.optional().describe('Addresses of resources; `*` stands for any text, here and below.'),
  type: texts.optional().describe('Terraform or CloudFormation types.'),
  path: texts
    .optional()
    .describe('Attributes as Terraform writes them, and all below: `ingress.cidr_blocks`, `tags.Owner`.'),
  tag: texts.optional().describe('Tags of the object: `KEY`, or `KEY=VALUE`.'),
  account: z.union([account, z.array(account).min(1)], 'must be an account id in quotes, or a list of them').optional(),
  region: texts.optional(),
  code: z
    .union(
      [z.enum(codes), z.array(z.enum(codes)).min(1)],
      'must be a code or a kind of findings, or a list of them; trueup explain lists the codes',
    )
    .optional()
    .describe('Codes of findings, or drift, tags, spend.'),
}

const names = Object.keys(criteria) as (keyof typeof criteria)[]

/** An entry of `ignore:`; a finding is ignored where all that it says holds. */
const ignoreEntry = z
  .strictObject({
    reason: text.describe('Why; the report shows it.'),
    until: day.optional().describe('The last day on which it counts; afterwards it is a finding.'),
    ...criteria,
  })
  .refine((entry) => names.some((name) => entry[name] !== undefined), {
    error: `says nothing of what to ignore: give at least one of ${names.join(', ')}`,
  })

export const ignoreList = z.array(ignoreEntry).min(1).describe('What is not to be told, each with a reason.')

type IgnoreList = z.infer<typeof ignoreList>

/** @param document where the entries stand */
export function entriesOf(
  list: IgnoreList,
  document: PolicyDocument,
  path: readonly PropertyKey[],
): readonly IgnoreEntry[] {
  return list.map((entry, index) => {
    const listed = names.flatMap((name) => (entry[name] === undefined ? [] : [[name, [entry[name]].flat()] as const]))
    const {reason, until} = entry
    return {
      reason,
      ...(until !== undefined && {until}),
      ...Object.fromEntries(listed),
      source: document.at([...path, index]),
    }
  })
}

const ignoreFile = z.strictObject({ignore: ignoreList})

/**
 * A file of its own with the key `ignore:`.
 *
 * @throws TrueupError `ignore-file-invalid` that lists every problem as file:line:column
 */
export function loadIgnoreFile(given: PolicyText): readonly IgnoreEntry[] {
  const document = parsePolicyText(given)
  if (document.problems.length > 0) throw invalid(given.name, document.problems)
  const {success, data, error} = ignoreFile.safeParse(document.data ?? {})
  if (success) return entriesOf(data.ignore, document, ['ignore'])
  const fields = z.toJSONSchema(ignoreFile, {io: 'input'})
  throw invalid(given.name, schemaProblems(error.issues, document, {fields, root: given.name}))
}

function invalid(name: string, problems: PolicyDocument['problems']): TrueupError {
  return userError(
    'ignore-file-invalid',
    [`${name} cannot be used as an ignore file:`, ...problemLines(problems)].join('\n'),
    'Mend the lines named above; an ignore file has the key ignore: of trueup.yaml, and nothing else',
  )
}
