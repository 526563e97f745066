import {Unknown, type Value, type ValueRecord} from '../../model/value.ts'

type Flat = Readonly<Record<string, string>>

/** How Terraform 0.11 wrote a value that was not known yet. */
const unknownText = '74D93920-ED26-11E3-AC10-0800200C9A66'

/**
 * Builds nested attributes from the flat ones that providers wrote up to Terraform 0.11 and that 0.12 carries on until the next
 * refresh: `tags.%` counts a map, `ingress.#` a list or a set (whose elements have hashes for indices). Types are lost: numbers and
 * booleans stay text, and an element is an object when it has members.
 */
export function unflatten(flat: Flat): ValueRecord {
  const names = Object.keys(flat).map((key) => key.split('.', 1)[0] as string)
  return Object.fromEntries([...new Set(names)].map((name) => [name, valueAt(flat, name)]))
}

function valueAt(flat: Flat, path: string): Value {
  const own = flat[path]
  if (own !== undefined) return scalar(own)
  const below = Object.keys(flat).filter((key) => key.startsWith(`${path}.`))
  const inside = below.map((key) => key.slice(path.length + 1))
  // A map's keys may hold dots themselves; its values are always scalars.
  if (flat[`${path}.%`] !== undefined) {
    const keys = inside.filter((key) => key !== '%')
    return Object.fromEntries(keys.map((key) => [key, scalar(flat[`${path}.${key}`] as string)]))
  }
  const children = [...new Set(inside.map((key) => key.split('.', 1)[0] as string))].filter((key) => key !== '#')
  if (flat[`${path}.#`] !== undefined) return children.map((child) => valueAt(flat, `${path}.${child}`))
  return Object.fromEntries(children.map((child) => [child, valueAt(flat, `${path}.${child}`)]))
}

function scalar(text: string): Value {
  return text === unknownText ? new Unknown('not known when the state was written') : text
}
