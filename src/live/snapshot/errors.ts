import {userError, type TrueupError} from '../../errors.ts'
import {snapshotVersion} from './format.ts'

/** Every way in which a snapshot cannot be read. None quotes the file: what is in it may be anything. */
export const snapshotErrors = {
  notFound: (file: string, cause?: unknown): TrueupError =>
    userError(
      'snapshot-not-found',
      `There is no snapshot ${file}.`,
      'Check the path, or write one with `trueup snapshot --out FILE`.',
      cause,
    ),

  unreadable: (file: string, reason: string, cause?: unknown): TrueupError =>
    userError('snapshot-unreadable', `Cannot read the snapshot ${file}: ${reason}.`, 'Check its permissions.', cause),

  notASnapshot: (file: string, found: string, cause?: unknown): TrueupError =>
    userError(
      'not-a-snapshot',
      `${file} is not a trueup snapshot: ${found}.`,
      'Pass a file that `trueup snapshot --out FILE` wrote; Terraform states go to --state.',
      cause,
    ),

  newer: (file: string, version: number): TrueupError =>
    userError(
      'snapshot-version-newer',
      `The snapshot ${file} has format version ${version}; this trueup reads up to ${snapshotVersion}.`,
      'Update trueup, or write the snapshot anew with this version.',
    ),

  truncated: (file: string, found: string, cause?: unknown): TrueupError =>
    userError(
      'snapshot-truncated',
      `The snapshot ${file} is incomplete: ${found}.`,
      'Copy it again, or write it anew with `trueup snapshot --out FILE`.',
      cause,
    ),

  damaged: (file: string, line: number, found: string, cause?: unknown): TrueupError =>
    userError(
      'snapshot-damaged',
      `Line ${line} of the snapshot ${file} ${found}.`,
      'Copy it again, or write it anew with `trueup snapshot --out FILE`.',
      cause,
    ),
} as const
