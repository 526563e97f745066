import {wildcardsOf} from '../../model/wildcard.ts'
import type {ValueCheck} from './value-check.ts'

/** Placeholders, however they are written: `TODO`, ` n/a `. */
export const forbidden: ValueCheck = (value, rule) => {
  return wildcardsOf(rule.forbidden, true).match(value.trim().toLowerCase())
}
