import * as Args from '@oclif/core/args'

import {BaseCommand} from '../cli/base-command.ts'
import {screenOf} from '../cli/screen.ts'
import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import type {KnownType, TypeDescription} from '../model/type-description.ts'

export default class Types extends BaseCommand {
  static override summary = 'Tell what is known of a Terraform type, or list all known types.'

  static override description =
    'For one type: its counterpart in AWS, how it is found, which attributes are compared with what, which are skipped and why, who ' +
    'reads it and with which IAM actions.'

  static override examples = ['<%= config.bin %> types', '<%= config.bin %> types aws_sqs_queue']

  static override args = {
    type: Args.string({description: 'Terraform type (aws_sqs_queue) or CloudFormation type (AWS::SQS::Queue).'}),
  }

  async run(): Promise<TypeDescription | {readonly types: readonly KnownType[]}> {
    const {type} = (await this.parse(Types)).args
    const {describeType, knownTypes} = await import('../pipeline/types.ts')
    const {typeList, typeText} = await import('../report/type-text.ts')
    const screen = screenOf(process.stdout, process.env)
    if (type === undefined) {
      const types = await knownTypes()
      this.log([...typeList(types, screen)].join('').trimEnd())
      return {types}
    }
    const described = await describeType(type)
    if (!described) {
      const meant = closest(
        type,
        (await knownTypes()).map((known) => known.type),
      )
      const question = meant === undefined ? '' : `Did you mean ${meant}? `
      throw userError('type-unknown', `no type ${type} is known`, `${question}List all types: trueup types`)
    }
    this.log([...typeText(described, screen)].join('').trimEnd())
    return described
  }
}
