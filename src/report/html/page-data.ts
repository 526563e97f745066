import type {FindingCode, Severity} from '../../model/finding.ts'
import type {Kind} from '../kind.ts'
import type {Step} from '../words.ts'

/**
 * What the page gets as JSON, and its program (`page/`) lays out. All text is ready to be shown: words are made here, in `report/`, and
 * nothing in it is harmful or markup.
 */
export interface PageFinding {
  /** The fingerprint; with a number behind it where several findings of a report have the same. */
  readonly id: string
  readonly severity: Severity
  readonly kind: Kind
  readonly code: FindingCode
  /** Address, else the id that the AWS console shows. */
  readonly subject: string
  /** What was found, in one line, without the subject. */
  readonly says: string
  /** Terraform type, else the CloudFormation type. */
  readonly type?: string
  readonly account?: string
  readonly region?: string
  /** What the property is called in the code, else its canonical path. */
  readonly property?: string
  /** Both sides of a difference; a document has a line for each member. */
  readonly before?: string
  readonly after?: string
  /** `main.tf:12` */
  readonly place?: string
  /** Mapped by rule, shown as possible. */
  readonly possible?: true
  /** Who made it so, in words. */
  readonly change?: string
  readonly standing?: 'new' | 'known'
  /** What it costs a month more or less: in words, and as a number to sort by, where that is known. */
  readonly cost?: {readonly text: string; readonly amount?: number}
  /** Further labels and what they say. */
  readonly facts: readonly (readonly [string, string])[]
  readonly remedies?: readonly PageRemedy[]
}

export interface PageRemedy {
  readonly title: string
  /** To paste into a shell or into code. */
  readonly code?: string
  /** Where the code belongs. */
  readonly place?: string
  /** An edit of one place. */
  readonly edit?: {readonly before: string; readonly after: string}
  /** What to know before, or why there is nothing to paste. */
  readonly notes: readonly string[]
}

/** What is said of a code, once for all of its findings. */
export interface PageWords {
  readonly title: string
  readonly meaning: string
  readonly steps: readonly Step[]
}

export interface PageFrame {
  readonly words: Readonly<Partial<Record<FindingCode, PageWords>>>
}

/** A chart: the page draws it, and a table beside it says the same. */
export interface Chart {
  readonly id: string
  readonly title: string
  /** What the figures are, and how they were reached. */
  readonly note?: string
  /** Bars side by side from the left, stacked; `shares` fills each to 100 %; `lines` run through time. */
  readonly kind: 'bars' | 'shares' | 'lines'
  /** `count`, `percent` or a currency. */
  readonly unit: string
  readonly categories: readonly ChartCategory[]
  readonly series: readonly ChartSeries[]
}

export interface ChartCategory {
  /** Of `lines`: the time, ISO 8601. */
  readonly name: string
  /** The filter of the findings that it stands for. */
  readonly query?: Readonly<Record<string, string>>
}

export interface ChartSeries {
  readonly name: string
  readonly tone: Tone
  /** One for each category; decimal text where it is money; null where nothing is known. */
  readonly values: readonly (number | string | null)[]
  readonly query?: Readonly<Record<string, string>>
}

/** Names of colours: `page/style.css` has them, for light and dark. */
export type Tone = Severity | 'good' | 'bad' | 'neutral' | 'unknown' | 'first' | 'second' | 'third'
