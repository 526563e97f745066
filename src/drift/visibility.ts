import type {ReadScope} from '../model/live.ts'

/** Tells of a canonical path whether the reader that answered can see it. */
export type Visibility = (path: string) => boolean

const everything: Visibility = () => true
const nothing: Visibility = () => false
const known = new WeakMap<readonly string[], Visibility>()

/** A path is visible where it, one of its ancestors, or (for a collection) anything below it is listed. */
export function visibilityOf(scope: ReadScope | undefined): Visibility {
  if (scope === undefined) return nothing
  const {sees} = scope
  if (sees === '*') return everything
  let visibility = known.get(sees)
  if (!visibility) known.set(sees, (visibility = visibilityOfPaths(sees)))
  return visibility
}

function visibilityOfPaths(sees: readonly string[]): Visibility {
  const answers = new Map<string, boolean>()
  return (path) => {
    let answer = answers.get(path)
    if (answer === undefined)
      answers.set(path, (answer = sees.some((seen) => covers(seen, path) || covers(path, seen))))
    return answer
  }
}

function covers(ancestor: string, path: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`)
}
