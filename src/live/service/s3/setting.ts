import type {Bucket, S3Client} from '@aws-sdk/client-s3'

import type {Json} from '../../../model/value.ts'
import {filled} from '../../projectors/document.ts'
import {plain} from '../answer.ts'
import {unless} from '../place.ts'
import type {Part} from '../service-type.ts'

/** One setting of a bucket: the call that tells it, the errors that say that it is not set, and the canonical properties that it gives. */
export interface Setting<Answer> {
  readonly shows: readonly string[]
  readonly unset?: readonly string[]
  readonly ask: (client: S3Client, Bucket: string) => Promise<Answer>
  readonly properties: (answer: Answer) => Readonly<Record<string, Json | undefined>>
}

export function setting<Answer>({shows, unset = [], ask, properties}: Setting<Answer>): Part<S3Client, Bucket> {
  return {
    shows,
    read: async (client, [{Name = ''} = {}]) => {
      const answer = await unless(unset, ask(client, Name))
      return [{properties: answer === undefined ? {} : filled(properties(answer))}]
    },
  }
}

/** The members of an answer that are set, as plain JSON; undefined where none is. */
export function settled(members: object | undefined): Json | undefined {
  const set = filled(plain(members ?? {}) as Readonly<Record<string, Json>>)
  return Object.keys(set).length > 0 ? set : undefined
}
