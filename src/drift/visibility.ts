import type {Shape} from '../catalog/shape.ts'
import type {ReadScope} from '../model/live.ts'
import {isWithin, keysOf, valueAt} from '../model/path.ts'
import type {ValueRecord} from '../model/value.ts'

/** Tells of a canonical path whether the reader that answered can see it. */
export type Visibility = (path: string) => boolean

const everything: Visibility = () => true
const nothing: Visibility = () => false
const known = new WeakMap<readonly string[], Visibility>()

/**
 * A path is visible where it, one of its ancestors, or (for a collection) anything below it is listed, unless this one object does
 * not show it. A reader that answers in the CloudFormation schema shows what the schema has.
 */
export function visibilityOf(
  scope: ReadScope | undefined,
  unseen: readonly string[] = [],
  shape: Shape = everything,
): Visibility {
  if (scope === undefined) return nothing
  const inGeneral = scope.sees === '*' ? shape : visibilityOfPaths(scope.sees)
  if (unseen.length === 0) return inGeneral
  return (path) => inGeneral(path) && !unseen.some((hidden) => isWithin(path, hidden))
}

/**
 * Without what only creation sets and this object lacks: many read handlers leave such a property out, and nothing but a new object could
 * have changed it (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html, createOnlyProperties).
 */
export function withoutDropped(visible: Visibility, createOnly: readonly string[], live: ValueRecord): Visibility {
  const dropped = createOnly.filter((path) => !path.includes('*') && (valueAt(live, keysOf(path)) ?? null) === null)
  if (dropped.length === 0) return visible
  return (path) => visible(path) && !dropped.some((hidden) => isWithin(path, hidden))
}

function visibilityOfPaths(sees: readonly string[]): Visibility {
  let visibility = known.get(sees)
  if (visibility) return visibility
  const answers = new Map<string, boolean>()
  visibility = (path) => {
    let answer = answers.get(path)
    if (answer === undefined)
      answers.set(path, (answer = sees.some((seen) => isWithin(path, seen) || isWithin(seen, path))))
    return answer
  }
  known.set(sees, visibility)
  return visibility
}
