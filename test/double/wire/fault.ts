import type {RawAnswer} from './answer.ts'
import type {Service} from './clients.ts'

/** Whose words an error is in. */
type Speaker = Pick<Service, 'name' | 'protocol'>

/** An error that AWS answers with; thrown by an API of the double, or made up by the scenario. */
export class AwsFault extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** In the shape of the protocol, as recorded in many places and specified at https://smithy.io/2.0/aws/protocols/index.html. */
export function faultAnswer({name, protocol}: Speaker, fault: AwsFault): RawAnswer {
  const {code, status, message} = fault
  if (protocol === 'awsJson1_0' || protocol === 'awsJson1_1') {
    const headers = {'content-type': 'application/x-amz-json-1.1'}
    return {status, headers, body: JSON.stringify({__type: code, message})}
  }
  if (protocol === 'restJson1') {
    const headers = {'content-type': 'application/json', 'x-amzn-errortype': code}
    return {status, headers, body: JSON.stringify({message})}
  }
  const inner = `<Code>${code}</Code><Message>${escaped(message)}</Message>`
  const headers = {'content-type': 'text/xml'}
  if (protocol === 'ec2Query') {
    return {
      status,
      headers,
      body: `<Response><Errors><Error>${inner}</Error></Errors><RequestID>0</RequestID></Response>`,
    }
  }
  // S3 alone leaves out the element around the error.
  if (name === 's3') return {status, headers, body: `<Error>${inner}<RequestId>0</RequestId></Error>`}
  const error = `<Error><Type>${status >= 500 ? 'Receiver' : 'Sender'}</Type>${inner}</Error>`
  return {status, headers, body: `<ErrorResponse>${error}<RequestId>0</RequestId></ErrorResponse>`}
}

/** How services say that they are called too often. */
export function throttling({name, protocol}: Speaker): AwsFault {
  if (name === 's3') return new AwsFault('SlowDown', 'Please reduce your request rate.', 503)
  if (protocol === 'ec2Query') return new AwsFault('RequestLimitExceeded', 'Request limit exceeded.', 503)
  if (protocol === 'restJson1') return new AwsFault('TooManyRequestsException', 'Too Many Requests', 429)
  if (protocol === 'awsQuery' || protocol === 'restXml') return new AwsFault('Throttling', 'Rate exceeded', 400)
  return new AwsFault('ThrottlingException', 'Rate exceeded', 400)
}

export function denial({name, protocol}: Speaker, action: string, who: string): AwsFault {
  const message = `User: ${who} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
  if (name === 's3') return new AwsFault('AccessDenied', 'Access Denied', 403)
  if (protocol === 'ec2Query') {
    return new AwsFault('UnauthorizedOperation', `You are not authorized to perform this operation. ${message}`, 403)
  }
  if (protocol === 'awsQuery' || protocol === 'restXml') return new AwsFault('AccessDenied', message, 403)
  return new AwsFault('AccessDeniedException', message, protocol === 'restJson1' ? 403 : 400)
}

export function expiry({name, protocol}: Speaker): AwsFault {
  if (name === 's3') return new AwsFault('ExpiredToken', 'The provided token has expired.', 400)
  if (protocol === 'ec2Query') return new AwsFault('RequestExpired', 'Request has expired.', 400)
  const message = 'The security token included in the request is expired'
  if (protocol === 'awsQuery' || protocol === 'restXml') return new AwsFault('ExpiredToken', message, 403)
  return new AwsFault('ExpiredTokenException', message, 400)
}

export function serverError({name, protocol}: Speaker): AwsFault {
  const message = 'We encountered an internal error. Please try again.'
  if (protocol.startsWith('awsJson') || protocol === 'restJson1')
    return new AwsFault('InternalServerError', message, 500)
  return new AwsFault(name === 's3' ? 'InternalError' : 'InternalFailure', message, 500)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
