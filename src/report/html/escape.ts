import {harmless, harmlessJson} from '../harmless.ts'

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Text for a page, inside an element or a quoted attribute: neither markup nor anything that a reader's eye is fooled by. */
export function escaped(text: string): string {
  return harmless(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

/** JSON inside a script element of data: no text of it can end the element or begin a comment (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements). */
export function scriptJson(value: unknown): string {
  return harmlessJson(JSON.stringify(value)).replaceAll(/[<>&]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Our own program inside a script element: likewise, inside its strings and regular expressions. */
export function scriptText(program: string): string {
  return program.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3c')
}
