import {userError} from '../../errors.ts'
import type {PolicyProblem} from './document.ts'

const shownProblems = 20

const hints = {
  ours: 'Mend the lines named above; policies/tag-policy.schema.json describes every field, editors can check against it.',
  aws: 'Mend the lines named above: AWS refuses such a policy as malformed.',
}

/** By line and column, within one file. */
export function byPlace({source: a}: PolicyProblem, {source: b}: PolicyProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/**
 * Where there are problems, none of the policy is used.
 * @throws TrueupError `policy-invalid` that lists them as file:line:column
 */
export function refuse(problems: readonly PolicyProblem[], whose: keyof typeof hints = 'ours'): void {
  if (problems.length === 0) return
  const lines = problemLines(problems)
  throw userError('policy-invalid', ['The tag policy cannot be used:', ...lines].join('\n'), hints[whose])
}

/** As an editor makes links of them. */
export function problemLines(problems: readonly PolicyProblem[]): readonly string[] {
  const lines = problems.slice(0, shownProblems).map(({source, message}) => {
    return `  ${source.file}:${source.line}:${source.column}: ${message}`
  })
  return problems.length > shownProblems ? [...lines, `  and ${problems.length - shownProblems} more`] : lines
}
