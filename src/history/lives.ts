import {compareText, severities} from '../model/finding.ts'
import {
  historyStandings,
  type Appearance,
  type FindingLife,
  type HistoryStanding,
  type KeptFinding,
} from '../model/history.ts'
import {Decimal, decimalText, hoursPerMonth} from '../model/money.ts'
import {Walk, type SeenRun, type Step} from './walk.ts'

/** A finding on its way through the runs. */
interface Story {
  finding: KeptFinding
  readonly appearances: {firstSeen: string; lastSeen: string; gone?: string}[]
  /** What it cost a month from which time on. */
  readonly prices: {readonly from: string; readonly monthly: string}[]
  currency?: string
  /** Whether it was there, as far as anybody knew, when the span began. */
  atStart: boolean
  now: 'there' | 'gone' | 'unknown' | 'ignored'
}

/** The life of every finding: when it was first seen, when it was gone, how long that was and what it cost. */
export class Lives {
  readonly #walk = new Walk()
  readonly #stories = new Map<string, Story>()
  readonly #start: string

  /** @param start time of the run that standings are told against; what was gone by then is left out. ISO 8601 */
  constructor(start: string) {
    this.#start = start
  }

  /** Runs of one scope, oldest first. */
  add(run: SeenRun): void {
    this.#tell(this.#walk.step(run))
    if (run.brief.at > this.#start) return
    for (const story of this.#stories.values()) story.atStart = story.now !== 'gone'
  }

  list(): readonly FindingLife[] {
    return [...this.#stories.values()]
      .filter(({atStart, appearances}) => atStart || (appearances.at(-1)?.lastSeen ?? '') > this.#start)
      .map((story) => lifeOf(story, this.#start))
      .toSorted(compareLives)
  }

  #tell({at, seen, gone, unknown, ignored}: Step): void {
    for (const [fingerprint, finding] of seen) {
      const story = this.#stories.get(fingerprint)
      if (story) goOn(story, finding, at)
      else this.#stories.set(fingerprint, storyOf(finding, at))
    }
    for (const {fingerprint} of gone) end(this.#stories.get(fingerprint), at)
    for (const fingerprint of unknown) mark(this.#stories.get(fingerprint), 'unknown')
    for (const fingerprint of ignored) mark(this.#stories.get(fingerprint), 'ignored')
  }
}

function storyOf(finding: KeptFinding, at: string): Story {
  const story: Story = {finding, appearances: [{firstSeen: at, lastSeen: at}], prices: [], atStart: false, now: 'there'}
  price(story, at)
  return story
}

function goOn(story: Story, finding: KeptFinding, at: string): void {
  const last = story.appearances.at(-1)
  story.finding = finding
  if (story.now === 'gone' || !last) story.appearances.push({firstSeen: at, lastSeen: at})
  else last.lastSeen = at
  story.now = 'there'
  price(story, at)
}

function end(story: Story | undefined, at: string): void {
  const last = story?.appearances.at(-1)
  if (!story || !last) return
  last.gone = at
  story.now = 'gone'
  story.prices.push({from: at, monthly: '0'})
}

function mark(story: Story | undefined, now: 'unknown' | 'ignored'): void {
  if (story) story.now = now
}

/** Amounts of another currency than the first cannot be added to it. */
function price(story: Story, from: string): void {
  const {cost} = story.finding
  if (cost) story.currency ??= cost.currency
  const monthly = cost && cost.currency === story.currency ? cost.monthly : '0'
  story.prices.push({from, monthly})
}

function lifeOf(story: Story, start: string): FindingLife {
  const {finding, appearances, currency} = story
  return {
    finding,
    standing: standingOf(story, start),
    appearances,
    seconds: appearances.reduce((sum, one) => sum + secondsOf(one), 0),
    ...(currency !== undefined && {cost: {amount: costOf(story), currency}}),
  }
}

function standingOf({now, atStart, appearances}: Story, start: string): HistoryStanding {
  if (now !== 'there') return now
  const isBack = appearances.length > 1 && (appearances.at(-1)?.firstSeen ?? '') > start
  if (isBack) return 'recurring'
  return atStart ? 'still' : 'new'
}

function secondsOf({firstSeen, lastSeen, gone}: Appearance): number {
  return Math.max(0, (Date.parse(gone ?? lastSeen) - Date.parse(firstSeen)) / 1000)
}

const places = 10

/** Each price for the time until the next, the last one until it was last seen. */
function costOf({prices, appearances}: Story): string {
  const until = appearances.at(-1)?.lastSeen
  const total = prices.reduce((sum, {from, monthly}, at) => {
    const to = prices[at + 1]?.from ?? until ?? from
    const hours = new Decimal(Math.max(0, Date.parse(to) - Date.parse(from))).dividedBy(3_600_000)
    return sum.plus(new Decimal(monthly).times(hours).dividedBy(hoursPerMonth))
  }, new Decimal(0))
  return decimalText(total.toDecimalPlaces(places))
}

function compareLives(a: FindingLife, b: FindingLife): number {
  return (
    historyStandings.indexOf(a.standing) - historyStandings.indexOf(b.standing) ||
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    compareText(nameOf(a.finding), nameOf(b.finding)) ||
    compareText(a.finding.code, b.finding.code) ||
    compareText(a.finding.path ?? '', b.finding.path ?? '') ||
    compareText(a.finding.fingerprint, b.finding.fingerprint)
  )
}

function nameOf({address, arn, id}: KeptFinding): string {
  return address ?? arn ?? id ?? ''
}
