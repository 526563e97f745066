import {chance} from './random.ts'

/** The present of every world. */
export const worldTime = new Date('2026-05-01T12:00:00Z')

/** Who works in the accounts of a world besides Terraform, and how AWS sees it. */
export interface Hand {
  readonly means: 'console' | 'cli' | 'automation'
  /** Of a user or a role. */
  readonly name: string
  /** Of a role: whose session it is. */
  readonly session?: string
  readonly agent: string
  readonly address: string
}

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

/** A person of Identity Center in the console, a user at a terminal, a role of a machine. */
const hands = [
  {
    means: 'console',
    name: 'AWSReservedSSO_AdministratorAccess_0a1b2c3d4e5f6071',
    session: 'jo@example.com',
    agent: browser,
    address: '198.51.100.7',
  },
  {
    means: 'cli',
    name: 'sam',
    agent: 'aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/linux#6.8 lang/python#3.11.8',
    address: '203.0.113.9',
  },
  {
    means: 'automation',
    name: 'nightly-rightsizing',
    session: 'i-0a1b2c3d4e5f60718',
    agent: 'Boto3/1.34.84 md/Botocore#1.34.84 ua/2.0 os/linux#6.1 lang/python#3.12.3',
    address: '203.0.113.40',
  },
] as const satisfies readonly Hand[]

/** Whose hand was on an object that drifted or is gone, by its identifier alone. */
export function handOn(id: string): Hand {
  return hands[Math.floor(chance(8, `who ${id}`) * hands.length)] ?? hands[0]
}

const [minute, day] = [60_000, 24 * 60 * 60_000]

/** When it was: in the last four weeks. CloudTrail's times are whole seconds. */
export function changedAt(id: string): Date {
  const ago = day * (1 + 27 * chance(1, `when ${id}`))
  return new Date(Math.floor((worldTime.getTime() - ago) / 1000) * 1000)
}

/** When Config recorded what had become of it. */
export function recordedAt(id: string): Date {
  return new Date(changedAt(id).getTime() + 3 * minute)
}

/** When Config had recorded it for the last time before: some weeks may lie in between. */
export function recordedBefore(id: string): Date {
  return new Date(changedAt(id).getTime() - day * (1 + 29 * chance(1, `before ${id}`)))
}
