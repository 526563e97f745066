import type {Address} from './address.ts'
import type {InlineIgnore} from './inline-ignore.ts'
import type {PartialLocation} from './location.ts'
import type {SourceRef} from './source.ts'
import type {ValueRecord} from './value.ts'

/**
 * One resource instance as Terraform declares it: `configured` by HCL, `recorded` in a state, or `planned`. Made by the readers
 * under `declared/`, which know nothing of AWS types; the catalogue projects it onto canonical objects.
 */
export interface DeclaredResource {
  readonly origin: 'configured' | 'recorded' | 'planned'
  readonly address: Address
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  /** `module.a["x"]`, absent in the root module. */
  readonly module?: string
  readonly key?: string | number
  readonly provider: ProviderRef
  /** Set on a deposed object: one that a create_before_destroy replacement still has to delete. */
  readonly deposed?: string
  readonly tainted: boolean
  /** As the provider wrote them, secrets wrapped. An attribute that is not there is absent; null is null. */
  readonly attributes: ValueRecord
  /** The resource identity of Terraform 1.12 and later. */
  readonly identity?: ValueRecord
  /** What the provider's configuration says of the place, where it is known. */
  readonly providerLocation?: PartialLocation
  /** `lifecycle.ignore_changes` of configured resources: paths as written (`tags["Owner"]`), or all of them. */
  readonly ignoreChanges?: readonly string[] | 'all'
  /** Of configured resources: what comments at them, inside of them and at the calls of their modules ignore. */
  readonly ignores?: readonly InlineIgnore[]
  readonly source: SourceRef
  /** Of configured resources inside modules: where the calls stand that lead to `source`, that in the root module first. */
  readonly calls?: readonly SourceRef[]
  /**
   * Of configured resources: where an attribute, a block or a key stands (`['tags', 'Owner']`), or the nearest thing around it;
   * `['default_tags', 'Owner']` stands in the provider's configuration.
   */
  readonly positions?: (path: readonly (string | number)[]) => SourceRef
}

/** `provider["registry.terraform.io/hashicorp/aws"].west` of `module.edge`. */
export interface ProviderRef {
  /** As written in the state; two resources with equal text share one provider configuration. */
  readonly text: string
  /** `hashicorp/aws`, `aws` in states of Terraform 0.12; absent where the text could not be read. */
  readonly name?: string
  readonly alias?: string
}
