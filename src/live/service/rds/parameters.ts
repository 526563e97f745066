import type {JsonRecord} from '../../projectors/projector.ts'
import {plain} from '../answer.ts'
import type {ServiceObject} from '../service-type.ts'

interface Group {
  readonly arn: string | undefined
  readonly name: string | undefined
  readonly DBParameterGroupFamily?: string | undefined
  readonly Description?: string | undefined
}

/** A parameter group of instances or of clusters: they differ by the name of their name. */
export function parameterGroup(
  nameMember: string,
  {arn, name = '', DBParameterGroupFamily: Family, Description}: Group,
): ServiceObject {
  return {
    // Names are kept in lower case.
    id: name.toLowerCase(),
    name,
    ...(arn === undefined ? {} : {arn}),
    properties: plain({[nameMember]: name, Description, Family}) as JsonRecord,
  }
}

interface Parameter {
  readonly ParameterName?: string | undefined
  readonly ParameterValue?: string | undefined
}

/** As the map that CloudFormation has. */
export function parametersOf(parameters: readonly Parameter[]): JsonRecord {
  const set = parameters.filter(({ParameterValue: value}) => value !== undefined)
  return Object.fromEntries(set.map(({ParameterName = '', ParameterValue = ''}) => [ParameterName, ParameterValue]))
}
