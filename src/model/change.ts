/** Who changed something, when, how and from where, as far as AWS's own records say. */
export interface Change {
  /** ISO 8601, UTC: of CloudTrail's event, else of the recording in which AWS Config saw the change first. */
  readonly at: string
  /** AWS Config's last recording before the change: it happened between the two. */
  readonly after?: string
  /** `property`: the event names the property or the value. `object`: it is the last write to the object in question. */
  readonly certainty: 'property' | 'object' | 'time'
  /** Other writes to the object in the same span, which may have done it as well. */
  readonly others?: number
  readonly event?: {readonly name: string; readonly service: string; readonly id: string}
  readonly actor?: Actor
  readonly means?: Means
  /** IP address, or the AWS service that called. */
  readonly from?: string
}

export interface Actor {
  readonly kind: 'root' | 'user' | 'role' | 'federated' | 'service' | 'account' | 'unknown'
  /** User, role, service or account. */
  readonly name: string
  /** Who is behind a role, where the name of the session says so: an address of Identity Center, an instance id. */
  readonly session?: string
  readonly arn?: string
}

/** By what the call was made; `automation` is an SDK or a tool that does not give its name. */
export type Means =
  | 'console'
  | 'cli'
  | 'terraform'
  | 'opentofu'
  | 'cloudformation'
  | 'pulumi'
  | 'ansible'
  | 'service'
  | 'automation'
