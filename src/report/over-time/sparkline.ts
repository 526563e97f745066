const bars = '▁▂▃▄▅▆▇█'

/**
 * Numbers as a line of bars, from 0 or below to the highest; a gap where there is no number. (sparkly, the library for it, brings a second
 * chalk, which reads the environment as it is loaded, and draws from the least value, so that 97 and 98 look like nothing and all.)
 *
 * @param most points that are drawn; of more, the newest
 */
export function sparkline(values: readonly (number | undefined)[], most = 40): string {
  const shown = values.slice(-most)
  const known = shown.filter((value) => value !== undefined)
  const low = Math.min(0, ...known)
  const span = Math.max(...known) - low
  const bar = (value: number): string =>
    bars[span === 0 ? 0 : Math.round(((value - low) / span) * (bars.length - 1))] ?? ''
  return shown.map((value) => (value === undefined ? ' ' : bar(value))).join('')
}
