import {html, type TemplateResult} from 'lit-html'

/** Puts text on the clipboard and says so; a page of a file may not be allowed to, and says that. */
export function copyButton(label: string, textOf: () => string): TemplateResult {
  const copy = async ({currentTarget}: Event): Promise<void> => {
    const button = currentTarget as HTMLButtonElement
    const told = await navigator.clipboard.writeText(textOf()).then(
      () => 'Copied',
      () => 'Not allowed here',
    )
    button.textContent = told
    setTimeout(() => {
      button.textContent = label
    }, 1500)
  }
  return html`<button type="button" class="copy" aria-live="polite" @click=${copy}>${label}</button>`
}
