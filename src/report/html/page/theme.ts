import {html, render} from 'lit-html'

const choices = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const
type Choice = (typeof choices)[number][0]

const key = 'trueup-theme'

/** Lets people choose light or dark; what they choose is kept where the browser lets a page keep something. */
export function themeSwitch(place: Element | null, changed: () => void): void {
  if (!(place instanceof HTMLElement)) return
  const choose = (choice: Choice): void => {
    setTheme(choice)
    keep(choice)
    changed()
  }
  const kept = keptChoice()
  setTheme(kept)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed)
  const options = choices.map(
    ([value, label]) => html`<option value=${value} ?selected=${value === kept}>${label}</option>`,
  )
  const select = html`<label
    >Colours
    <select @change=${({target}: Event) => choose((target as HTMLSelectElement).value as Choice)}>
      ${options}
    </select></label
  >`
  render(select, place)
}

/** Colours are named once, with `light-dark()`: the scheme of the root decides. */
export function setTheme(choice: Choice): void {
  document.documentElement.dataset['theme'] = choice
}

export function keptChoice(): Choice {
  try {
    const kept = localStorage.getItem(key)
    return choices.find(([value]) => value === kept)?.[0] ?? 'system'
  } catch {
    return 'system'
  }
}

function keep(choice: Choice): void {
  try {
    localStorage.setItem(key, choice)
  } catch {
    // A page of a file or in a frame may not keep anything; it then follows the system next time.
  }
}
