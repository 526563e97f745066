import type {HttpRequest} from '@smithy/types'

/** Which API a signed request asks, where. */
export interface Operation {
  /** Signing name: `config`, `tagging`, `ec2`. */
  readonly service: string
  readonly region: string
  /** `SelectResourceConfig`; for services that speak REST, the method and the first part of the path. */
  readonly name: string
}

/** Read from the signature and from where each protocol of AWS names its operation (https://smithy.io/2.0/aws/protocols/index.html). */
export function operationOf({headers, method, path, body}: HttpRequest): Operation {
  const [, region = '', service = ''] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(header(headers, 'authorization')) ?? []
  const target = header(headers, 'x-amz-target').split('.').at(-1)
  const action = typeof body === 'string' ? /(?:^|&)Action=(\w+)/.exec(body)?.[1] : undefined
  const rpc = /\/operation\/(\w+)$/.exec(path)?.[1]
  return {service, region, name: target || action || rpc || `${method} /${path.split('/')[1] ?? ''}`}
}

function header(headers: HttpRequest['headers'], name: string): string {
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name)
  return key === undefined ? '' : (headers[key] ?? '')
}
