import {Unknown} from '../../../model/value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'

/** An object whose attributes are computed when they are first asked for: locals, outputs, resources. */
export function lazyObject(attributes: Readonly<Record<string, () => LanguageValue>>): LanguageObject {
  const object: Record<string, LanguageValue> = Object.create(null)
  for (const [name, compute] of Object.entries(attributes)) {
    Object.defineProperty(object, name, {enumerable: true, configurable: true, get: compute})
  }
  return object
}

interface Open {
  readonly reason: string
  readonly reference: string
}

/** Objects that have attributes which nobody knows yet: a resource before it is made, a data source before it is read. */
const openObjects = new WeakMap<object, Open>()

/** @returns the object: an attribute that it does not have is unknown, not an error */
export function leaveOpen<T extends LanguageObject>(object: T, open: Open): T {
  openObjects.set(object, open)
  return object
}

/** Leaves an object as open as another one, where that is open. */
export function openLike<T extends LanguageObject>(object: T, other: LanguageObject, otherwise: Open): T {
  return leaveOpen(object, openObjects.get(other) ?? otherwise)
}

/** What an attribute that an object does not have is: undefined where the object is complete. */
export function missingAttribute(object: LanguageObject, step: string): Unknown | undefined {
  const open = openObjects.get(object)
  return open && new Unknown(open.reason, step === '' ? open.reference : open.reference + step)
}
