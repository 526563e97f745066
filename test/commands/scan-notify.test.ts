import {readdirSync} from 'node:fs'

import {afterEach, describe, expect, test, vi} from 'vitest'

import type {ReportJson} from '../../src/report/schema.ts'
import {receiver, type Reaction} from '../notify/receiver.ts'
import {asItIs, blind, history, scan, withBackups, workspace} from './kept-scans.ts'

afterEach(() => vi.unstubAllEnvs())

async function listening(...reactions: Reaction[]) {
  const {received, url} = await receiver(...reactions)
  vi.stubEnv('TRUEUP_WEBHOOK_URL', url.href)
  return received
}

function counts(body: string | undefined): object {
  return (JSON.parse(body ?? '{}') as {counts: object}).counts
}

describe('who is told', () => {
  test('hears of a change, once, and of nothing else', async () => {
    const place = workspace()
    const received = await listening()
    await scan(place, 1, asItIs, '--notify', 'webhook')
    expect(received).toHaveLength(1)
    await scan(place, 2, asItIs, '--notify', 'webhook')
    expect(received).toHaveLength(1)
    await scan(place, 3, withBackups, '--notify', 'webhook')
    expect(received).toHaveLength(2)
    expect(counts(received[1]?.body)).toEqual({appeared: 0, gone: 1})
    await scan(place, 4, withBackups, '--notify', 'webhook')
    await scan(place, 5, asItIs, '--notify', 'webhook')
    expect(received).toHaveLength(3)
    expect(counts(received[2]?.body)).toEqual({appeared: 1, gone: 0})
  })

  test('hears of all that changed while nobody was told', async () => {
    const place = workspace()
    const received = await listening()
    await scan(place, 1, asItIs, '--notify', 'webhook')
    await scan(place, 2, withBackups)
    await scan(place, 3, withBackups, '--notify', 'webhook')
    expect(counts(received[1]?.body)).toEqual({appeared: 0, gone: 1})
  })

  test('hears nothing of what could not be looked at, nor of it when it is there again', async () => {
    const place = workspace()
    const received = await listening()
    await scan(place, 1, asItIs, '--notify', 'webhook')
    await scan(place, 2, blind, '--notify', 'webhook')
    const told = received.length
    await scan(place, 3, asItIs, '--notify', 'webhook')
    expect(received.slice(told).map(({body}) => counts(body))).toEqual([])
    expect((await history(place.keep, 4)).runs).toHaveLength(3)
    expect(received.slice(1).every(({body}) => !body.includes('"address":"aws_db_instance.registry"'))).toBe(true)
  })

  test('is told by the next run what this one could not, and the verdict stands', async () => {
    const place = workspace()
    const received = await listening(404)
    const failed = await scan(place, 1, asItIs, '--notify', 'webhook')
    expect(failed.exit).toBe(3)
    expect(failed.stderr).toContain('webhook could not be told: it answered HTTP 404')
    expect(failed.stderr).not.toMatch(/very-secret|127\.0\.0\.1/)
    expect((JSON.parse(failed.stdout) as ReportJson).findings.length).toBeGreaterThan(0)
    const {exit} = await scan(place, 2, asItIs, '--notify', 'webhook')
    expect(exit).toBe(0)
    const [first, second] = received
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    const {received: refusing, url} = await receiver(403)
    vi.stubEnv('TRUEUP_WEBHOOK_URL', url.href)
    expect((await scan(place, 3, withBackups, '--notify', 'webhook', '--fail-on', 'low')).exit).toBe(1)
    expect(refusing).toHaveLength(1)
  })

  test('has to be reachable by the environment, which is said before anything is read', async () => {
    const place = workspace()
    vi.stubEnv('TRUEUP_SLACK_WEBHOOK_URL', '')
    const {stdout, exit} = await scan(place, 1, asItIs, '--notify', 'slack')
    expect(JSON.parse(stdout)).toMatchObject({error: {code: 'notification-url-missing'}})
    expect(exit).toBe(2)
    expect(() => readdirSync(place.keep)).toThrow('ENOENT')
  })
})
