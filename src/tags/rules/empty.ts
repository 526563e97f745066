import {isBlank, type ValueCheck} from './value-check.ts'

/** AWS accepts empty values and values of spaces; they satisfy "the key exists" and say nothing. */
export const empty: ValueCheck = (value, {allowEmpty}) => !allowEmpty && isBlank(value)
