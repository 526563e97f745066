import type {Actor, Change, Means} from '../model/change.ts'
import {harmless} from './harmless.ts'

/** `2026-03-02 10:00 by jo@example.com (Admin) in the console, PutBucketVersioning`. */
export function changeText({at, after, certainty, others, event, actor, means, from}: Change): string {
  const when = minute(at)
  if (!event || !actor) return `changed between ${after === undefined ? '?' : minute(after)} and ${when}`
  const where = from === undefined || from.endsWith('.amazonaws.com') ? '' : ` from ${from}`
  const doubt =
    certainty === 'property'
      ? ''
      : others
        ? `, the last of ${others + 1} writes to the object`
        : ', the only write to the object'
  return harmless(`${when} by ${actorText(actor)}${meansText(means)}${where}: ${event.name}${doubt}`)
}

function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

function actorText({kind, name, session}: Actor): string {
  if (kind === 'root') return 'the root user'
  return session === undefined ? name : `${session} (${name})`
}

const words: Readonly<Record<Means, string>> = {
  console: ' in the console',
  cli: ' with the AWS CLI',
  terraform: ' with Terraform',
  opentofu: ' with OpenTofu',
  cloudformation: ' through CloudFormation',
  pulumi: ' with Pulumi',
  ansible: ' with Ansible',
  service: ' on behalf of somebody',
  automation: ' with a program',
}

function meansText(means: Means | undefined): string {
  return means === undefined ? '' : words[means]
}
