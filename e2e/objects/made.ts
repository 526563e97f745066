import type {Resource} from '../scan.ts'

/** Objects of one type that an emulator makes: a file of `e2e/objects/`, registered by one line in `e2e/services.test.ts`. */
export interface Maker {
  /** As CloudFormation calls the type. */
  readonly type: string
  /** Makes one of this name. */
  readonly make: (name: string) => Promise<Made>
}

export interface Made {
  /** The primary identifier. */
  readonly id: string
  /** As Terraform writes a state of it. */
  readonly resource: Resource
  /** Changes it behind Terraform's back. Absent where the emulator has no such call, or makes another object of it. */
  readonly change?: () => Promise<unknown>
  /** What that is to a scan: the code of the finding and, where it drifted, the path. */
  readonly finding?: string
}

export const account = '123456789012'

/** Of every object whose service tells its tags. */
export const tags = {Team: 'data'}

export const tagAttributes = {tags, tags_all: tags}
