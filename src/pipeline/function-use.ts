import {failureIn} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import {Decimal, hoursPerMonth} from '../model/money.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {FunctionUsage} from '../spend/cost/cost-model.ts'

const objectType = 'AWS::Lambda::Function'

export interface UsedFunctions {
  readonly usage: (object: JoinedObject) => FunctionUsage | undefined
  readonly gaps: readonly Gap[]
}

const unused: UsedFunctions = {usage: () => undefined, gaps: []}

/** How often and how long Lambda functions ran in the last month of 730 hours: of those that findings are about, and of no other. */
export class FunctionUse {
  readonly #sessionOf: (account: string) => Promise<AwsSession | undefined>
  readonly #surroundings: Surroundings

  constructor(sessionOf: (account: string) => Promise<AwsSession | undefined>, surroundings: Surroundings) {
    this.#sessionOf = sessionOf
    this.#surroundings = surroundings
  }

  async of(findings: readonly Finding[], objects: readonly JoinedObject[]): Promise<UsedFunctions> {
    const about = new Set(
      findings.flatMap(({subject}) => (subject.objectType === objectType && subject.id ? [subject.id] : [])),
    )
    const functions = objects.filter(({type, id, live}) => type === objectType && live !== undefined && about.has(id))
    if (functions.length === 0) return unused
    const found = new Map<JoinedObject, FunctionUsage>()
    const gaps: Gap[] = []
    const places = Map.groupBy(functions, ({live}) => `${live?.location.account}\n${live?.location.region}`)
    for (const [place, group] of places) {
      const [account = '', region = ''] = place.split('\n')
      const session = await this.#sessionOf(account)
      if (!session) continue
      try {
        for (const [object, usage] of await this.#read(session, region, group)) found.set(object, usage)
      } catch (error) {
        const examples = group.slice(0, 5).map(({id}) => id)
        gaps.push({...failureIn(error), type: objectType, hides: {count: group.length, examples}})
      }
    }
    return {usage: (object) => found.get(object), gaps}
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html: an hour without a value is one without a call. */
  async #read(
    session: AwsSession,
    region: string,
    group: readonly JoinedObject[],
  ): Promise<ReadonlyMap<JoinedObject, FunctionUsage>> {
    const {Metrics} = await import('../live/metrics/read-metrics.ts')
    const {now, signal, progress} = this.#surroundings
    const metrics = new Metrics(session, region, signal)
    try {
      const asked = group.flatMap(({id}) =>
        ['Invocations', 'Duration'].map((name) => ({
          namespace: 'AWS/Lambda',
          name,
          dimensions: {FunctionName: id.slice(id.lastIndexOf(':') + 1)},
        })),
      )
      progress.step(`asking CloudWatch for ${asked.length} metrics of functions in ${region}, USD 0.01 a thousand`)
      const measured = await metrics.read(asked, 'Sum', {now, hours: hoursPerMonth})
      const sums = measured.map(({values}) => values.reduce((sum, value) => sum.plus(value), new Decimal(0)))
      return new Map(
        group.map((object, at) => {
          const [invocations = new Decimal(0), duration = new Decimal(0)] = sums.slice(2 * at)
          return [object, {invocations, duration}]
        }),
      )
    } finally {
      metrics.close()
    }
  }
}
