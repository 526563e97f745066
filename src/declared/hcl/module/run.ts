import type {DeclaredResource} from '../../../model/declared.ts'
import type {Gap} from '../../../model/gap.ts'
import type {SourceRef} from '../../../model/source.ts'
import type {ValueRecord} from '../../../model/value.ts'
import type {Budget} from '../expression/budget.ts'
import type {FunctionContext} from '../functions/function.ts'
import type {LanguageValue} from '../language-value.ts'
import type {Locate} from '../positions/locate.ts'
import type {Memo} from './memo.ts'
import type {ProviderConfiguration} from './providers.ts'

/** What all modules of one evaluation share. */
export interface Run {
  readonly root: string
  readonly workspace: LanguageValue
  readonly budget: Budget
  readonly memo: Memo
  readonly functions: FunctionContext
  /** The attributes that a state records for an instance. */
  readonly recorded: (address: string) => ValueRecord | undefined
  readonly locate: Locate
  readonly found: Found
}

/** What comes of it. */
export interface Found {
  readonly resources: DeclaredResource[]
  readonly blocks: ConfiguredBlock[]
  readonly providers: ProviderConfiguration[]
  readonly moved: Moved[]
  readonly removed: Removed[]
  readonly imports: Import[]
  readonly gaps: Gap[]
}

/** What a resource block says of all of its instances. */
export interface ConfiguredBlock {
  /** `module.a["x"].aws_instance.web`, without a key. */
  readonly address: string
  readonly source: SourceRef
  /** As written: `tags`, `tags["Owner"]`, `root_block_device[0].volume_size`. */
  readonly ignoreChanges: readonly string[] | 'all'
  /** Set where it is unknown how many instances there are; one stands for all of them then, without a key. */
  readonly instancesUnknown?: {readonly reason: string; readonly reference?: string}
}

/** Addresses are in the module that the block stands in, as written; they name resources, modules or instances of them. */
export interface Moved {
  readonly module?: string
  readonly from: string
  readonly to: string
  readonly source: SourceRef
}

export interface Removed {
  readonly module?: string
  readonly from: string
  /** Whether Terraform destroys the object, or only forgets it. */
  readonly destroy: boolean
  readonly source: SourceRef
}

export interface Import {
  readonly to: string
  /** Absent where it is unknown. */
  readonly id?: string
  readonly source: SourceRef
}
