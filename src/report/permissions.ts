/** What `trueup permissions` found, as `pipeline/permissions.ts` has it. */
interface Plan {
  readonly reader: readonly object[]
  readonly caller: readonly object[]
  readonly trust?: object
}

/** One document as it is, so that it can be piped on; several by what they are for. */
export function permissionsJson({reader, caller, trust}: Plan): object {
  const [single, another] = reader
  if (single && another === undefined && caller.length === 0 && trust === undefined) return single
  return {reader, ...(caller.length === 0 ? {} : {caller}), ...(trust && {trust})}
}

/** Managed policies for Terraform; attaching them is left to whoever has the role, unless who assumes it is known. */
export function permissionsTerraform({reader, caller, trust}: Plan): string {
  const blocks = [
    ...reader.map((document, index) => policyBlock(numbered('trueup_reader', index), document)),
    ...caller.map((document, index) => policyBlock(numbered('trueup_caller', index), document)),
    ...(trust ? [roleBlock(trust), ...reader.map((_, index) => attachment(numbered('trueup_reader', index)))] : []),
  ]
  return blocks.join('\n\n')
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}_${index + 1}`
}

function policyBlock(name: string, document: object): string {
  return `resource "aws_iam_policy" "${name}" {
  name   = "${name.replaceAll('_', '-')}"
  policy = jsonencode(${indented(document)})
}`
}

function roleBlock(trust: object): string {
  return `resource "aws_iam_role" "trueup" {
  name               = "trueup"
  assume_role_policy = jsonencode(${indented(trust)})
}`
}

function attachment(name: string): string {
  return `resource "aws_iam_role_policy_attachment" "${name}" {
  role       = aws_iam_role.trueup.name
  policy_arn = aws_iam_policy.${name}.arn
}`
}

/** JSON is an expression of HCL, but for `\${` in text, which no document of ours has unescaped. */
function indented(document: object): string {
  return JSON.stringify(document, undefined, 2).replaceAll('${', '$${').replaceAll('\n', '\n  ')
}
