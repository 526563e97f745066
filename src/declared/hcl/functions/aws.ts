import type {TerraformFunction} from './function.ts'
import {FunctionError} from './function.ts'
import {define, text} from './parameters.ts'

const parts = ['partition', 'service', 'region', 'account_id', 'resource'] as const

type Arn = {readonly [part in (typeof parts)[number]]: string}

/** Functions of the AWS provider, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_parse */
export const aws: {readonly [name: string]: TerraformFunction} = {
  'provider::aws::arn_build': define([text, text, text, text, text], (fields) => ['arn', ...fields].join(':')),
  'provider::aws::arn_parse': define([text], ([arn]) => parse(arn)),
  'provider::aws::trim_iam_role_path': define([text], ([arn]) => withoutPath(parse(arn))),
}

function parse(arn: string): Arn {
  const [, ...fields] = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(arn) ?? []
  if (fields.length === 0) throw new FunctionError('invalid ARN')
  return Object.fromEntries(parts.map((part, at) => [part, fields[at] as string])) as Arn
}

function withoutPath(arn: Arn): string {
  if (arn.service !== 'iam' || arn.region !== '' || !arn.resource.startsWith('role/')) {
    throw new FunctionError('not the ARN of an IAM role')
  }
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1)
  return ['arn', arn.partition, arn.service, arn.region, arn.account_id, `role/${name}`].join(':')
}
