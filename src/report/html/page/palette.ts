import type {Tone} from '../page-data.ts'

/** Colours as the style sheet has them now: charts take no variables. */
export interface Palette {
  readonly tone: (tone: Tone) => string
  readonly text: string
  readonly dim: string
  readonly line: string
  readonly surface: string
  /** Charts measure text, and so have to know what it is set in. */
  readonly font: string
}

export function paletteOf(place: HTMLElement): Palette {
  const probe = document.createElement('span')
  place.append(probe)
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const palette = {
    tones: new Map<Tone, string>(),
    text: colour('text'),
    dim: colour('dim'),
    line: colour('line'),
    surface: colour('surface'),
    font: getComputedStyle(place).fontFamily,
  }
  for (const tone of tones) palette.tones.set(tone, colour(`tone-${tone}`))
  probe.remove()
  return {...palette, tone: (tone) => palette.tones.get(tone) ?? palette.text}
}

const tones: readonly Tone[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'good',
  'bad',
  'neutral',
  'unknown',
  'first',
  'second',
  'third',
]
