import type {HistoryStanding} from '../../model/history.ts'

/** In the order in which they are read: what asks for somebody first. */
export const standingsShown = [
  'new',
  'recurring',
  'gone',
  'unknown',
  'ignored',
  'still',
] as const satisfies readonly HistoryStanding[]

export const standingTitles: Readonly<
  Record<HistoryStanding, {readonly title: string; readonly short: string; readonly legend: string}>
> = {
  new: {title: 'New', short: 'new', legend: ''},
  recurring: {title: 'Back again', short: 'back again', legend: 'was gone before'},
  gone: {title: 'Gone', short: 'gone', legend: 'looked for, and not found'},
  unknown: {title: 'Not known', short: 'not known', legend: 'was there; the last run could not look'},
  ignored: {title: 'Ignored', short: 'ignored', legend: 'somebody said not to tell'},
  still: {title: 'Still there', short: 'still there', legend: ''},
}
