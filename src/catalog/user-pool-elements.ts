import type {DeclaredResource} from '../model/declared.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import {blockOf, blocksOf, declared} from './blocks.ts'
import type {OwnTarget, ProjectedElement, Projection} from './entry.ts'

/**
 * What AWS adds to by itself: each pool has the standard attributes, and second factors are switched on in other ways, too. So the
 * resource declares some of the elements, and the rest is nobody's concern.
 */
export function userPoolElements({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const elements = [
    ...schemaElements(attributes['schema']),
    ...factorElements(attributes['software_token_mfa_configuration']),
  ]
  return [{objectType: 'AWS::Cognito::UserPool', id, location, elements, open: ['EnabledMfas', 'Schema']}]
}

function schemaElements(schema: Value | undefined): readonly ProjectedElement[] {
  return blocksOf(schema).map((block) => ({
    path: 'Schema',
    element: schemaAttribute(block),
    attribute: 'schema',
    as: 'userPoolAttribute',
    key: ['Name'],
  }))
}

function schemaAttribute(block: ValueRecord): ValueRecord {
  const {max_value: MaxValue, min_value: MinValue} = blockOf(block['number_attribute_constraints'])
  const {max_length: MaxLength, min_length: MinLength} = blockOf(block['string_attribute_constraints'])
  return {
    ...declared({
      AttributeDataType: block['attribute_data_type'],
      DeveloperOnlyAttribute: block['developer_only_attribute'],
      Mutable: block['mutable'],
      NumberAttributeConstraints: said({MaxValue, MinValue}),
      Required: block['required'],
      StringAttributeConstraints: said({MaxLength, MinLength}),
    }),
    Name: attributeName(block),
  }
}

/** 0 is a bound like any other. */
function said(bounds: {readonly [name: string]: Value | undefined}): ValueRecord {
  const entries = Object.entries(bounds).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(entries) as ValueRecord
}

/** AWS puts a prefix before the names that are not standard (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html). */
function attributeName({name, developer_only_attribute: isDeveloperOnly}: ValueRecord): Value {
  if (typeof name !== 'string' || standardAttributes.has(name) || name.includes(':')) return name ?? null
  return `${isDeveloperOnly === true ? 'dev' : 'custom'}:${name}`
}

function factorElements(block: Value | undefined): readonly ProjectedElement[] {
  if (blockOf(block)['enabled'] !== true) return []
  return [{path: 'EnabledMfas', element: 'SOFTWARE_TOKEN_MFA', attribute: 'software_token_mfa_configuration'}]
}

const standardAttributes = new Set([
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'sub',
  'updated_at',
  'website',
  'zoneinfo',
])
