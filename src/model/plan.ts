import type {Value} from './value.ts'

/** What Terraform's own refresh found of one resource, as a plan records it under `resource_drift`. */
export interface TerraformDrift {
  readonly address: string
  readonly type: string
  readonly file: string
  /** Terraform found nothing where the resource should be. */
  readonly isGone: boolean
  /** Attributes at the top of the resource, tags one by one (`tags.Owner`). */
  readonly changes: readonly {
    readonly attribute: string
    readonly before: Value | undefined
    readonly after: Value | undefined
  }[]
}

/** Why trueup does not report what Terraform's refresh found. */
export const unseenReasons = [
  /** trueup did not look at the object. */
  'not-looked-at',
  /** The attribute is of a kind that is not compared: computed by AWS, kept by Terraform alone. */
  'not-compared',
  /** trueup read the object, and holds it to be as the state has it: it was changed back since, or the difference is in how it is written. */
  'equal',
] as const
export type UnseenReason = (typeof unseenReasons)[number]

/** A plan that was read, and how what Terraform saw compares with what trueup saw. */
export interface PlanInput {
  readonly file: string
  readonly formatVersion: string
  readonly terraformVersion?: string
  /** When it was made, ISO 8601; absent in plans of Terraform before 1.5. */
  readonly plannedAt?: string
  /** Terraform ended with an error, or left something for another run. */
  readonly isPartial: boolean
  /** Resources that Terraform's refresh found changed or gone. */
  readonly drifted: number
}

/** Drift of resources in plans, by who saw it. */
export interface CrossCheck {
  readonly both: number
  readonly terraformOnly: number
  readonly trueupOnly: number
}

export type TerraformDetail =
  /** Terraform's refresh, as a plan tells it, found an attribute (`path`, in Terraform's terms) changed, and trueup does not report it. */
  | {
      readonly code: 'terraform-drift'
      readonly path: string
      readonly before: Value | undefined
      readonly after: Value | undefined
      readonly because: UnseenReason
    }
  /** Likewise of a resource that Terraform found gone. */
  | {readonly code: 'terraform-missing'; readonly because: UnseenReason}
