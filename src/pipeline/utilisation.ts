import {failureIn} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import {useMetrics} from '../catalog/accelerators/use-metrics.ts'
import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {Measured, Metric} from '../model/metric.ts'
import type {RunRate, RunRateRow, Utilisation} from '../model/spend.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {hoursLookedAt, seriesOf, useOfSeries} from '../spend/idle/idle.ts'
import {idleDetail, spendFinding} from '../spend/spend-findings.ts'

interface Means {
  readonly objects: readonly JoinedObject[]
  readonly catalog: Catalog
  /** Undefined for a snapshot: its time is over. */
  readonly sessionOf: ((account: string) => Promise<AwsSession | undefined>) | undefined
}

export interface Used {
  readonly utilisation: Utilisation
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
}

/** Rows of one object that runs. */
interface Running {
  readonly object: JoinedObject
  readonly rows: readonly RunRateRow[]
}

/** Which of the accelerators that run do nothing, as CloudWatch measured it in the last week. What has no metric is never called idle. */
export async function utilisationOf(
  {rows}: RunRate,
  {objects, catalog, sessionOf}: Means,
  surroundings: Surroundings,
): Promise<Used> {
  const running = runningIn(rows, objects)
  const findings: Finding[] = []
  const gaps: Gap[] = []
  const figures = {measured: 0, idle: 0, metrics: 0}
  const places = Map.groupBy(running, ({rows: [row]}) => `${row?.account}\n${row?.region}`)
  for (const [place, group] of places) {
    const [account = '', region = ''] = place.split('\n')
    const session = await sessionOf?.(account)
    if (!session) {
      gaps.push(noSession(group, sessionOf === undefined))
      continue
    }
    try {
      const {uses, metrics} = await usesIn(session, region, group, surroundings)
      figures.metrics += metrics
      for (const {object, rows: own} of group) {
        const use = useOfSeries(uses.get(object) ?? [])
        if (use === undefined) continue
        figures.measured += 1
        if (!use.isIdle) continue
        figures.idle += 1
        findings.push(spendFinding(object, idleDetail(own, use, hoursLookedAt), catalog))
      }
    } catch (error) {
      gaps.push({...failureIn(error), hides: hidden(group)})
    }
  }
  const utilisation = {hours: hoursLookedAt, ...figures, noMetric: running.length - figures.measured}
  return {utilisation, findings, gaps}
}

function keyOf(account: string | undefined, region: string | undefined, id: string): string {
  return [account, region, id].join('\n')
}

function runningIn(rows: readonly RunRateRow[], objects: readonly JoinedObject[]): readonly Running[] {
  const byKey = new Map(
    objects.map((object) => [keyOf(object.live?.location.account, object.live?.location.region, object.id), object]),
  )
  const idleBefore = new Set(['unused-reservation', 'dedicated-host', 'bedrock-throughput'])
  const machines = rows.filter(({use}) => use === undefined || !idleBefore.has(use))
  return [...Map.groupBy(machines, ({account, region, id}) => keyOf(account, region, id))].flatMap(([key, own]) => {
    const object = byKey.get(key)
    return object ? [{object, rows: own}] : []
  })
}

async function usesIn(
  session: AwsSession,
  region: string,
  group: readonly Running[],
  {now, signal, progress}: Surroundings,
): Promise<{readonly uses: ReadonlyMap<JoinedObject, readonly Measured[]>; readonly metrics: number}> {
  const {Metrics} = await import('../live/metrics/read-metrics.ts')
  const metrics = new Metrics(session, region, signal)
  try {
    const types = new Set(group.map(({object}) => object.type))
    const listed: Metric[] = []
    for (const {namespace, name, objectType} of useMetrics) {
      if (types.has(objectType)) listed.push(...(await metrics.list(namespace, name)))
    }
    const series = group.map(({object}) => ({object, own: seriesOf(object.type, object.id, listed)}))
    const all = series.flatMap(({own}) => own)
    progress.step(`asking CloudWatch for ${all.length} metrics in ${region}, USD 0.01 a thousand`)
    const measured = await metrics.read(all, 'Maximum', {now, hours: hoursLookedAt})
    const values = new Map(measured.map((one) => [one.metric, one]))
    const uses = new Map(series.map(({object, own}) => [object, own.flatMap((metric) => values.get(metric) ?? [])]))
    return {uses, metrics: all.length}
  } finally {
    metrics.close()
  }
}

function noSession(group: readonly Running[], isSnapshot: boolean): Gap {
  const [{object: {type, location}} = {object: {type: '', location: {}}}] = group
  const detail = isSnapshot
    ? 'What accelerators do is asked of CloudWatch, and a snapshot holds no metrics.'
    : 'What accelerators do here is not known: no session of the account could be opened.'
  return {reason: 'not-read', type, location, detail, hides: hidden(group)}
}

function hidden(group: readonly Running[]): Gap['hides'] {
  const ids = group.map(({object: {id}}) => id).toSorted()
  return {count: ids.length, examples: ids.slice(0, 5)}
}
