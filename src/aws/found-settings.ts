import {loadSharedConfigFiles} from '@smithy/core/config'
import type {NodeHttpHandler} from '@smithy/node-http-handler'
import type {Provider} from '@smithy/types'

/** What the environment and a profile say of every client, whichever its service, account and region. */
export interface FoundSettings {
  readonly useDualstackEndpoint: Provider<boolean>
  readonly useFipsEndpoint: Provider<boolean>
  readonly userAgentAppId: Provider<string | undefined>
  readonly authSchemePreference: Provider<string[]>
  readonly ignoreConfiguredEndpointUrls: boolean
}

/**
 * To be found once for a run: a client that is made without them parses all profiles of the machine for each one, before its first call.
 * A token in the environment (`AWS_BEARER_TOKEN_BEDROCK`) is not among them: it is one account's, and a run reads many.
 */
export async function foundSettings(
  profile: string | undefined,
  requestHandler: NodeHttpHandler,
): Promise<FoundSettings> {
  const {STSClient} = await import('@aws-sdk/client-sts')
  // Never asked for anything, so any region will do that stands for no endpoint of its own, as `fips-us-east-1` would.
  const {config} = new STSClient({requestHandler, region: 'us-east-1', ...(profile === undefined ? {} : {profile})})
  const {useDualstackEndpoint, useFipsEndpoint, userAgentAppId, authSchemePreference} = config
  return {
    useDualstackEndpoint,
    useFipsEndpoint,
    userAgentAppId,
    authSchemePreference,
    ignoreConfiguredEndpointUrls: !(await areEndpointsConfigured()),
  }
}

/**
 * Whether the SDK may find the URL of an endpoint; which, is left to it
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
 */
async function areEndpointsConfigured(): Promise<boolean> {
  if (Object.keys(process.env).some((name) => name.toUpperCase().startsWith('AWS_ENDPOINT_URL'))) return true
  const {configFile, credentialsFile} = await loadSharedConfigFiles()
  const sections = [...Object.values(configFile), ...Object.values(credentialsFile)]
  return sections.some((section) => Object.keys(section ?? {}).some((key) => /^services$|endpoint_url$/.test(key)))
}
