import type {Unknown} from '../../../model/value.ts'

/**
 * Thrown where Terraform has an answer that cannot be known here: a number of more digits than a double, a file outside the
 * configuration. The call's result is then an unknown with the message as its reason, and not an error that `try` would swallow.
 */
export class Unknowable extends Error {
  override readonly name = 'Unknowable'
  /** The unknown part of an argument that all hangs on. */
  readonly unknown: Unknown | undefined

  constructor(message: string, unknown?: Unknown) {
    super(message)
    this.unknown = unknown
  }
}
