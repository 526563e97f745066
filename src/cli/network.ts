import type {Network} from '../pipeline/doctor-network.ts'

/** How AWS is reached from here. */
export function networkOf(env: NodeJS.ProcessEnv, node: string): Network {
  const endpoint = env['AWS_ENDPOINT_URL']
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy']
  return {
    ...(endpoint ? {endpoint} : {}),
    ...(proxy ? {proxy} : {}),
    proxiesWork: takesProxies(node),
  }
}

/** https://nodejs.org/api/http.html#built-in-proxy-support */
function takesProxies(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21)
}
