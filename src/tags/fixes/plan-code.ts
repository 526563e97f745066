import type {DeclaredResource} from '../../model/declared.ts'
import {compareText} from '../../model/finding.ts'
import type {SourceRef} from '../../model/source.ts'
import type {CodeTagFix, LeftReason, LeftViolation, TagChange, TagTarget} from '../../model/tag-fix.ts'
import {isRecord, type Value} from '../../model/value.ts'
import {declaredTags} from '../declared-tags.ts'
import type {TagPolicy} from '../policy/policy.ts'
import type {AddedTags} from '../single-tags.ts'
import {changeFor, type FixOptions, type TagViolation} from './wanted-value.ts'

/** The code that violations are mended in. */
export interface FixableCode {
  readonly resources: readonly DeclaredResource[]
  /** The resource that was recorded at an address, or is configured there. */
  readonly at: (address: string) => DeclaredResource | undefined
  readonly added: (resource: DeclaredResource) => AddedTags
  /** Where the configuration of a resource's provider is written; undefined where it is not. */
  readonly providerOf: (resource: DeclaredResource) => {readonly file: string; readonly source: SourceRef} | undefined
}

export interface CodeFixOptions extends FixOptions {
  /** Missing tags go into the default tags of the providers. */
  readonly defaultTags: boolean
}

export interface CodePlan {
  readonly fixes: readonly CodeTagFix[]
  readonly left: readonly LeftViolation[]
}

interface Wish {
  readonly violation: TagViolation
  readonly resource: DeclaredResource
  readonly change: TagChange
}

interface Block {
  readonly file: string
  readonly source: SourceRef
  readonly target: TagTarget
  readonly wishes: Wish[]
}

/** What to change in which block, so that the violations on the declared side are mended. Pure. */
export function planCode(
  violations: readonly TagViolation[],
  code: FixableCode,
  policy: TagPolicy,
  options: CodeFixOptions,
): CodePlan {
  const run = new CodePlanning(code, policy, options)
  for (const violation of violations) run.take(violation)
  return run.plan()
}

class CodePlanning {
  readonly #code: FixableCode
  readonly #policy: TagPolicy
  readonly #options: CodeFixOptions
  readonly #instances: ReadonlyMap<string, readonly DeclaredResource[]>
  readonly #blocks = new Map<string, Block>()
  readonly #left: LeftViolation[] = []

  constructor(code: FixableCode, policy: TagPolicy, options: CodeFixOptions) {
    this.#code = code
    this.#policy = policy
    this.#options = options
    this.#instances = Map.groupBy(code.resources, blockKey)
  }

  take(violation: TagViolation): void {
    const {subject, key} = violation
    const resource = subject.address === undefined ? undefined : this.#code.at(subject.address)
    if (!resource) return
    if (violation.part !== undefined) return this.#leave(violation, 'nested-block', violation.source)
    const rule = this.#policy.rules.find(({id}) => id === violation.rule)
    const change = changeFor(violation, rule, declaredTags(resource), this.#options)
    if (typeof change === 'string') return this.#leave(violation, change, violation.source)
    const written = change.renames ?? key
    if (this.#code.added(resource).tags.some((tag) => tag.key === written)) {
      return this.#leave(violation, 'single-tag', violation.source)
    }
    const block = this.#blockOf(resource, change, written)
    block.wishes.push({violation, resource, change})
  }

  #blockOf(resource: DeclaredResource, {renames, overwrites}: TagChange, written: string): Block {
    const provider = this.#code.providerOf(resource)
    const isChange = renames !== undefined || overwrites === true
    const isDefault =
      isChange && !hasKey(resource.attributes['tags'], written) && hasKey(resource.attributes['tags_all'], written)
    const goesToDefaults = this.#options.defaultTags && !isChange && resource.type !== 'aws_autoscaling_group'
    if (provider && (isDefault || goesToDefaults)) {
      const {name, alias} = resource.provider
      const target = {
        kind: 'provider',
        name: name?.split('/').at(-1) ?? 'aws',
        ...(alias !== undefined && {alias}),
      } as const
      return this.#block({...provider, target})
    }
    const file = resource.positions?.(['tags', written]).file ?? resource.source.file
    const target = {kind: 'resource', type: resource.type, name: resource.name} as const
    return this.#block({file, source: resource.source, target})
  }

  #block(place: Omit<Block, 'wishes'>): Block {
    const {file, target} = place
    const key = [
      file,
      ...(target.kind === 'resource' ? [target.type, target.name] : ['', target.name, target.alias]),
    ].join('\n')
    const known = this.#blocks.get(key)
    if (known) return known
    const block = {...place, wishes: []}
    this.#blocks.set(key, block)
    return block
  }

  #leave({subject, key}: TagViolation, reason: LeftReason, source?: SourceRef): void {
    this.#left.push({name: subject.address ?? '', key, on: 'declared', reason, ...(source && {source})})
  }

  plan(): CodePlan {
    const fixes = [...this.#blocks.values()].flatMap((block) => this.#fixOf(block))
    return {fixes: fixes.toSorted((a, b) => compareText(orderOf(a), orderOf(b))), left: this.#left}
  }

  #fixOf({file, source, target, wishes}: Block): readonly CodeTagFix[] {
    const changes: TagChange[] = []
    for (const alike of Map.groupBy(wishes, ({change}) => change.key).values()) {
      const reason = /[/\\]\.terraform[/\\]/.test(file) ? 'module-not-local' : this.#whyNot(target, alike)
      const [first] = alike
      if (reason === undefined && first) changes.push(first.change)
      else
        for (const {violation, resource} of alike)
          this.#leave(violation, reason ?? 'not-editable', resource.calls?.at(-1) ?? source)
    }
    if (changes.length === 0) return []
    const kept = new Set(changes.map(({key}) => key))
    const addresses = wishes.filter(({change}) => kept.has(change.key)).map(({resource}) => resource.address)
    return [{file, source, target, addresses: [...new Set(addresses)].toSorted(compareText), changes}]
  }

  /** A block says the same of all of its instances, in every call of its module. Default tags give way to a resource's own. */
  #whyNot(target: TagTarget, alike: readonly Wish[]): LeftReason | undefined {
    const values = new Set(alike.map(({change}) => `${change.value}\n${change.renames}`))
    if (values.size > 1) return 'not-all-instances'
    const [first] = alike
    if (target.kind === 'provider' || !first) return undefined
    const instances = this.#instances.get(blockKey(first.resource)) ?? []
    return alike.length === instances.length ? undefined : 'not-all-instances'
  }
}

function blockKey({type, name, source: {file}}: DeclaredResource): string {
  return [file, type, name].join('\n')
}

function hasKey(value: Value | undefined, key: string): boolean {
  return isRecord(value) && Object.hasOwn(value, key)
}

function orderOf({file, source: {line = 0}}: CodeTagFix): string {
  return `${file}\n${String(line).padStart(8, '0')}`
}
