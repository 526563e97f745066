/** A policy document, as IAM takes it. */
export interface IamPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly IamStatement[]
}

export interface IamStatement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: string | readonly string[]
}

/**
 * Characters that a managed policy may have, white space not counted
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const managedPolicySize = 6144

export function sizeOf(policy: IamPolicy): number {
  return JSON.stringify(policy).length
}

/**
 * The statements in as few documents as they fit in, in their order; one that is too long for a document is cut. What is one document
 * only where all of it is one statement, is that: one document is easier to live with than who calls what.
 *
 * @param apart statements that somebody may leave out: they stay what they are
 */
export function policiesOf(
  statements: readonly IamStatement[],
  apart: readonly IamStatement[] = [],
): readonly IamPolicy[] {
  const grouped = documentsOf([...statements, ...apart])
  const single = grouped.length > 1 ? merged(statements) : undefined
  return single && sizeOf(document([single])) <= managedPolicySize ? documentsOf([single, ...apart]) : grouped
}

function merged(statements: readonly IamStatement[]): IamStatement | undefined {
  if (statements.some(({Resource: resource}) => resource !== '*')) return undefined
  const actions = new Set(statements.flatMap(({Action: own}) => own))
  return {Sid: 'Trueup', Effect: 'Allow', Action: [...actions].toSorted(), Resource: '*'}
}

function documentsOf(statements: readonly IamStatement[]): readonly IamPolicy[] {
  const documents: IamStatement[][] = []
  for (const statement of statements.flatMap(cut)) {
    const last = documents.at(-1)
    if (last && sizeOf(document([...last, statement])) <= managedPolicySize) last.push(statement)
    else documents.push([statement])
  }
  return documents.map(document)
}

function document(statements: readonly IamStatement[]): IamPolicy {
  return {Version: '2012-10-17', Statement: statements}
}

function cut(statement: IamStatement): readonly IamStatement[] {
  const {Action: actions} = statement
  if (actions.length < 2 || sizeOf(document([statement])) <= managedPolicySize) return [statement]
  const middle = Math.ceil(actions.length / 2)
  const halves = [actions.slice(0, middle), actions.slice(middle)]
  // Within a document, a Sid names one statement.
  return halves.flatMap((half, index) => cut({...statement, Sid: `${statement.Sid}${'AB'[index]}`, Action: half}))
}
