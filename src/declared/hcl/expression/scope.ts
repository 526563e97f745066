import type {FunctionContext} from '../functions/function.ts'
import type {LanguageValue} from '../language-value.ts'
import type {Budget} from './budget.ts'

/** Where an expression stands: the names that it can use, and what `path.module` and file functions mean there. */
export interface Scope {
  /** By the first name of a traversal: `var`, `local`, `aws_instance`, a variable of a `for`. Undefined where there is no such name. */
  readonly lookup: (root: string) => LanguageValue | undefined
  readonly functions: FunctionContext
  readonly budget: Budget
  /** Inside of `try` and `can` an error in a part is an error of the whole; elsewhere the other parts are kept. */
  readonly strict: boolean
}

export function withVariables(scope: Scope, variables: Readonly<Record<string, LanguageValue>>): Scope {
  return {
    ...scope,
    lookup: (root) => (Object.hasOwn(variables, root) ? variables[root] : scope.lookup(root)),
  }
}
