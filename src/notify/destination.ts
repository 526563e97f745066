import {userError} from '../errors.ts'
import type {Channel} from '../model/channel.ts'
import type {Destination} from './send.ts'

/** The environment alone holds what leads to a channel: a URL in a file or a flag ends up in a repository or a shell history. */
const variables = {
  slack: {url: 'TRUEUP_SLACK_WEBHOOK_URL'},
  webhook: {url: 'TRUEUP_WEBHOOK_URL', secret: 'TRUEUP_WEBHOOK_SECRET'},
} as const satisfies Record<Channel, {readonly url: string; readonly secret?: string}>

/** @throws {TrueupError} `notification-url-missing`, `notification-url-invalid` */
export function destinationOf(channel: Channel, env: Readonly<Record<string, string | undefined>>): Destination {
  const names: {readonly url: string; readonly secret?: string} = variables[channel]
  const text = env[names.url]?.trim()
  if (!text) {
    throw userError(
      'notification-url-missing',
      `--notify ${channel} needs the URL of the webhook`,
      `Set ${names.url} in the environment`,
    )
  }
  const url = URL.parse(text)
  if (!url || !isSafe(url)) {
    throw userError(
      'notification-url-invalid',
      `${names.url} is no https URL`,
      'Set it to the URL of the webhook; http is taken for this machine alone',
    )
  }
  const secret = names.secret === undefined ? undefined : env[names.secret]?.trim()
  return {channel, url, ...(secret ? {secret} : {})}
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function isSafe({protocol, hostname}: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ownHosts.has(hostname))
}
