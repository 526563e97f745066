import {existsSync} from 'node:fs'
import {join} from 'node:path'

/** Recordings that are not part of the repository: tests over them are skipped where they are absent. */
export const sharedData = join(process.env['TRUEUP_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data')

export const hasSharedData = existsSync(sharedData)
