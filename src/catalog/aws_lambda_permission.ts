import type {DeclaredResource} from '../model/declared.ts'
import {isEmpty} from '../model/value.ts'
import type {OwnTarget, Projection, TerraformType} from './entry.ts'
import {functionName} from './function-name.ts'
import {principalOf} from './function-permission.ts'

const member = {custom: 'a member of the statement'}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission */
export const entry = {
  type: 'aws_lambda_permission',
  confidence: 'curated',
  objectType: 'AWS::Lambda::Function',
  role: 'part',
  identity: ({function_name: name}) => functionName(name),
  // Where the function is named by its ARN, that says where it is.
  arnAttribute: 'function_name',
  tags: 'none',
  attributes: {
    action: member,
    event_source_token: member,
    function_name: {skip: 'identity', because: 'names the function'},
    function_url_auth_type: member,
    invoked_via_function_url: member,
    principal: member,
    principal_org_id: member,
    qualifier: {custom: 'says which of the policies of the function holds the statement'},
    source_account: member,
    source_arn: member,
    statement_id: member,
    statement_id_prefix: {skip: 'terraform-only', because: 'the provider makes the id of the statement from it'},
  },
  project: statementOf,
} satisfies TerraformType

function statementOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const members = {
    Id: attributes['statement_id'],
    Action: attributes['action'],
    EventSourceToken: attributes['event_source_token'],
    FunctionUrlAuthType: attributes['function_url_auth_type'],
    InvokedViaFunctionUrl: attributes['invoked_via_function_url'],
    Principal: principalOf(attributes['principal'] ?? null),
    PrincipalOrgID: attributes['principal_org_id'],
    SourceAccount: attributes['source_account'],
    SourceArn: attributes['source_arn'],
  }
  const element = Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (isEmpty(value) || value === undefined ? [] : [[key, value]])),
  )
  // Versions and aliases have policies of their own, which Config does not record.
  const path = isEmpty(attributes['qualifier']) ? 'Permissions' : 'QualifiedPermissions'
  const elements = [{path, element, attribute: 'statement_id', key: ['Id']}]
  return [{objectType: 'AWS::Lambda::Function', id, location, elements, wholeResource: true}]
}
