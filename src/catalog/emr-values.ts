import {isArray, isRecord, type Json} from '../model/value.ts'
import {parseDocument} from './normalizers/json-text.ts'

/** The JSON text of EMR's API: what is `Properties` there is `ConfigurationProperties` in CloudFormation. */
export function emrConfigurations(text: Json): Json {
  return renamed(parseDocument(text))
}

function renamed(configurations: Json): Json {
  if (!isArray(configurations)) return configurations === '' ? [] : configurations
  return configurations.map((configuration) => {
    if (!isRecord(configuration)) return configuration
    const {
      Classification = null,
      Properties = {},
      ConfigurationProperties = Properties,
      Configurations = [],
    } = configuration
    return {Classification, ConfigurationProperties, Configurations: renamed(Configurations)}
  })
}

/** A list that Terraform has as one text with commas. */
export function splitList(text: Json): Json {
  if (typeof text !== 'string') return text
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
