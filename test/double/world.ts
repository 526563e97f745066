import type {LiveObject, ObjectType} from '../../src/model/live.ts'

/** All that there is: accounts, and in each place its objects. */
export interface World {
  readonly partition: string
  /** The account of the caller, which may assume the role of every other. */
  readonly management: string
  readonly accounts: readonly Account[]
  /** Regions that are switched on. */
  readonly regions: readonly string[]
  /** @param region `global` for objects of global services */
  population(account: string, region: string): Population
}

export interface Account {
  readonly id: string
  readonly name: string
  /** Roles that can be assumed from outside; none: every attempt is denied. */
  readonly roles: readonly string[]
  /** The units from the root of the organisation down to it; default: it is in the root. */
  readonly units?: readonly string[]
  /** What the organisation says of it; default: `ACTIVE`. */
  readonly state?: 'ACTIVE' | 'SUSPENDED'
  /** Regions that are switched on in it; default: those of the world. */
  readonly regions?: readonly string[]
  /** Whether the recorders of Config run; default: they do. */
  readonly recorded?: boolean
  /** Whether an aggregator in the management account collects what they recorded. */
  readonly aggregated?: boolean
  /** Whether Resource Explorer is on, with an index that gathers all regions. */
  readonly indexed?: boolean
}

/** The objects of one place, by type, in a fixed order; made when they are asked for. */
export interface Population {
  readonly types: readonly ObjectType[]
  count(type: ObjectType): number
  at(type: ObjectType, index: number): WorldObject
  find(type: ObjectType, id: string): WorldObject | undefined
}

/** One object in the words of every API that knows it. */
export interface WorldObject {
  readonly type: ObjectType
  readonly id: string
  readonly arn?: string | undefined
  /** It was deleted: no API names it. */
  readonly gone?: true | undefined
  /** Nobody declares it: somebody made it by hand. */
  readonly made?: true | undefined
  /** Somebody changed it by hand. */
  readonly drifted?: ChangeByHand
  readonly tags: Readonly<Record<string, string>>
  /** The configuration item, as a row of an advanced query; absent for types that Config does not keep. */
  readonly item?: ConfigDocument | undefined
  /** The item as the row of a query for some columns, a JSON string (`apis/row.ts`), at hand without making the item. */
  row(columns: readonly string[]): string | undefined
  /** What the Tagging API says of it, in JSON (`apis/tagging.ts`); absent where it says nothing. */
  readonly mapping?: string | undefined
  /** The canonical properties, as Cloud Control gives them. */
  readonly properties: LiveObject['properties']
}

/** The call that somebody made, in CloudTrail's words; who and when: `hands.ts`. */
export interface ChangeByHand {
  readonly event: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** The item as Config had it until then, where it keeps the type. */
  readonly before: ConfigDocument | undefined
}

/** As AWS Config writes it: see `live/config/item.ts`. */
export interface ConfigDocument {
  readonly resourceType: string
  readonly resourceId: string
  readonly [member: string]: unknown
}

export const nobody: Population = {
  types: [],
  count: () => 0,
  at: (type, index) => {
    throw new RangeError(`there is no ${type} number ${index}`)
  },
  find: () => undefined,
}
