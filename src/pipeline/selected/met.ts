import type {JoinedObject} from '../../join/joined.ts'
import type {DeclaredResource} from '../../model/declared.ts'
import type {Finding} from '../../model/finding.ts'
import type {PartialLocation} from '../../model/location.ts'
import {isRecord} from '../../model/value.ts'
import type {Looked} from '../../select/baseline/looked.ts'
import type {Facts} from '../../select/ignore/ignore.ts'

/** What a run met: so little of it that it can let go of the objects themselves. */
export class Met {
  readonly #tags: readonly string[]
  readonly #keepsDeclared: boolean
  readonly #places = new Set<string>()
  /** Regions by account whose places are known. */
  readonly #looked = new Map<string | undefined, Set<string | undefined>>()
  /** Names of the objects that have one of the tags that are asked for, by the tag. */
  readonly #tagged = new Map<string, Set<string>>()

  /** The ids that states record, by address. */
  readonly #declared = new Map<string, Set<string>>()

  /**
   * @param tags `KEY` or `KEY=VALUE`, of the ignores that go by one
   * @param keepsDeclared whether addresses and ids are asked for: by a baseline, by a `.driftignore`
   */
  constructor({tags, keepsDeclared}: {readonly tags: readonly string[]; readonly keepsDeclared: boolean}) {
    this.#tags = [...new Set(tags)]
    this.#keepsDeclared = keepsDeclared
  }

  meet(objects: Iterable<JoinedObject>): void {
    for (const object of objects) {
      if (object.live || object.scope) this.#look(object.location)
      for (const tag of this.#tags) {
        if (!hasTag(object, tag)) continue
        const names = this.#tagged.get(tag) ?? new Set()
        this.#tagged.set(tag, names.add(nameOf(object.type, object.id, object.location)))
      }
    }
  }

  /** Objects are many, places few. */
  #look(location: PartialLocation): void {
    const {account, region} = location
    const regions = this.#looked.get(account) ?? new Set()
    if (regions.has(region)) return
    this.#looked.set(account, regions.add(region))
    for (const place of placesOf(location)) this.#places.add(place)
  }

  declare(recorded: Iterable<DeclaredResource>): void {
    if (!this.#keepsDeclared) return
    for (const {address, attributes} of recorded) {
      const {id} = attributes
      const ids = this.#declared.get(address) ?? new Set()
      this.#declared.set(address, typeof id === 'string' ? ids.add(id) : ids)
    }
  }

  facts(): Facts {
    return {
      hasTag: ({subject: {objectType = '', id = '', location}}, tag) =>
        this.#tagged.get(tag)?.has(nameOf(objectType, id, location)) === true,
      idsOf: (finding) => idsOf(finding, this.#declared),
    }
  }

  looked(): Pick<Looked, 'wasRead' | 'isDeclared'> {
    return {
      isDeclared: (address) => this.#declared.has(address),
      wasRead: (place) => this.#places.has(placeText(place)),
    }
  }
}

/** Of several states that declare the same address, nobody can tell whose id it is. */
function idsOf({subject}: Finding, ids: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const recorded = ids.get(subject.address ?? '')
  const own = recorded?.size === 1 ? [...recorded] : []
  return [...new Set([...own, subject.id, subject.arn].filter((id) => id !== undefined))]
}

function hasTag({live, shares}: JoinedObject, tag: string): boolean {
  const [key = '', ...values] = tag.split('=')
  const wanted = values.length === 0 ? undefined : values.join('=')
  const declared = shares.map(({resource: {attributes}}) => attributes['tags_all'] ?? attributes['tags'])
  return [live?.tags, ...declared].some((tags) => {
    if (!isRecord(tags) || !Object.hasOwn(tags, key)) return false
    return wanted === undefined || wanted === '*' || tags[key] === wanted
  })
}

function nameOf(type: string, id: string, location: PartialLocation = {}): string {
  return [type, id, location.account, location.region].join('\n')
}

/** A place, and all that it is in. */
function placesOf({account, region}: PartialLocation): readonly string[] {
  return [{account, region}, {account}, {region}, {}].map((place) => placeText(place as PartialLocation))
}

function placeText({account = '*', region = '*'}: PartialLocation): string {
  return `${account}/${region}`
}
