import type {PolicyPath} from './document.ts'

/** Something wrong with the part of a policy file at `path`. */
export interface Remark {
  readonly path: PolicyPath
  readonly message: string
}
