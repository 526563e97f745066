import type {ExportedDocument, LeftOut} from './exported.ts'

/** A statement of an IAM policy, as a Deny has it. */
export interface Statement {
  readonly Effect: 'Deny'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition: Readonly<Record<string, unknown>>
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html; every target has FullAWSAccess attached already. */
const limits = {characters: 5120, attached: 5}

/** As few policies as take all statements, each within the size that AWS takes. A statement too large for one is split by actions. */
export function packStatements(statements: readonly Statement[]): {
  readonly documents: readonly ExportedDocument[]
  readonly left: readonly LeftOut[]
} {
  const policies: Statement[][] = []
  for (const statement of statements.flatMap(divided)) {
    const last = policies.at(-1)
    if (last && fits([...last, statement])) last.push(statement)
    else policies.push([statement])
  }
  const documents = policies.map((Statement, index) => ({
    name: `deny-untagged-${index + 1}`,
    content: {Version: '2012-10-17', Statement},
  }))
  if (documents.length < limits.attached) return {documents, left: []}
  const what = `${documents.length} policies at one target: AWS takes ${limits.attached}, FullAWSAccess among them; name fewer types with --type, or attach some further down`
  return {documents, left: [{rule: 'all rules', source: {file: 'scp'}, what, extent: 'part'}]}
}

function fits(statements: readonly Statement[]): boolean {
  return JSON.stringify({Version: '2012-10-17', Statement: statements}).length <= limits.characters
}

function divided(statement: Statement): readonly Statement[] {
  const {Action: actions} = statement
  if (fits([statement]) || actions.length === 1) return [statement]
  const half = Math.ceil(actions.length / 2)
  return [actions.slice(0, half), actions.slice(half)].flatMap((Action) => divided({...statement, Action}))
}
