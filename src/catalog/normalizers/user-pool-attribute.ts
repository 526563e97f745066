import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'
import {withoutDefaults, type Defaults} from './without-defaults.ts'

/** One attribute of the users of a pool (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html). */
export const userPoolAttribute = byForm((attribute) => withoutDefaults(unorderedForm(attribute), defaults))

const defaults: Defaults = {StringAttributeConstraints: {MaxLength: '2048', MinLength: '0'}}
