import type {ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'

/** What a scan wants to know of AWS. */
export interface Wanted {
  readonly types: readonly ObjectType[]
  readonly declared: Iterable<DeclaredObject>
  /** Where what is declared and left out would be: where to look, as long as nothing else is declared. */
  readonly leftOut?: Iterable<PartialLocation>
  /** What something of is compared, objects included that another resource has a part in; default: everything that is read. */
  readonly detailed?: Iterable<DeclaredObject>
  /** Whether what nobody declares is searched for; default: of every type. */
  readonly unmanaged?: (type: ObjectType) => boolean
}

/** An object that Terraform declares, as far as it is known before AWS is asked. */
export interface DeclaredObject {
  readonly type: ObjectType
  readonly id: string | undefined
  readonly location: PartialLocation
  /** The property that the resource stands for, where it is a part of the object. */
  readonly needs?: string
}
