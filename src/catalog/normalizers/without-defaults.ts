import {isEmpty, isRecord, type Json} from '../../model/value.ts'

export type Defaults = {readonly [name: string]: string | Defaults}

/** A form (scalars as text) without the members that say what AWS does anyway, and without what is empty then. */
export function withoutDefaults(form: Json, defaults: Defaults): Json {
  if (!isRecord(form)) return form
  const members = Object.entries(form).map(([name, value]): [string, Json] => {
    const usual = defaults[name]
    if (usual === undefined) return [name, value]
    return [name, typeof usual === 'string' ? (value === usual ? null : value) : withoutDefaults(value, usual)]
  })
  return Object.fromEntries(members.filter(([, value]) => !isEmpty(value)))
}
