/** How states are reached, apart from how AWS is scanned: the state's bucket is often in another account. */
export interface StateAccess {
  /** Of this process: `TF_HTTP_*`, `TF_TOKEN_*`, `TF_CLOUD_*`, `ARM_*`, `GOOGLE_*` count here as they do for Terraform. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where `.terraform.d/credentials.tfrc.json` is. */
  readonly home?: string
  /** AWS profile for states. */
  readonly profile?: string
  /** That of the scan, which counts where neither flag nor backend names one for states; default: as the environment says. */
  readonly usualProfile?: string
  /** AWS roles, assumed one through the other. */
  readonly roles?: readonly string[]
  readonly externalId?: string
  readonly region?: string
  /** Sent with each request for a state over HTTP. */
  readonly headers?: Readonly<Record<string, string>>
}
