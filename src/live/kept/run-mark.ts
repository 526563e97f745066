import {createHash} from 'node:crypto'
import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

// A run leaves a mark when it begins and takes it away when it has ended: a mark that is found is that of a run that was interrupted.
// It says since when the answers that such a run left belong to it.

export async function startRun(folder: string, access: string, since: string): Promise<void> {
  await writeFile(markOf(folder, access), since, {mode: 0o600})
}

export async function endRun(folder: string, access: string): Promise<void> {
  await rm(markOf(folder, access), {force: true})
}

/** When the interrupted run began, ISO 8601; undefined where there is none. */
export async function interruptedRun(folder: string, access: string): Promise<string | undefined> {
  const since = await readFile(markOf(folder, access), 'utf8').catch(() => '')
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(since) ? since : undefined
}

function markOf(folder: string, access: string): string {
  return join(folder, `${createHash('sha256').update(access).digest('hex').slice(0, 16)}.run`)
}
