import type {Json} from '../../model/value.ts'
import {isJsonObject, type JsonObject} from './parse/parsed-file.ts'
import {noCache} from './parse/parse-cache.ts'
import {parseModule} from './parse/parse-module.ts'

/** What the code says of where its state is kept; the values as written, an expression as its template `${...}`. */
export interface StateLocation {
  /** The label of a `backend` block; `cloud` for a `cloud` block. */
  readonly type: string
  readonly config: JsonObject
  readonly file: string
}

/**
 * The `backend` or `cloud` block of a root module, override files included; undefined where it has none, which means a local file.
 * Nothing else of the code is looked at.
 */
export async function stateLocation(folder: string): Promise<StateLocation | undefined> {
  const {primary, overrides} = await parseModule(folder, noCache)
  const found = [...primary, ...overrides].flatMap(({file, body}) =>
    objectsIn(body['terraform']).flatMap((terraform) => [
      ...objectsIn(terraform['backend']).flatMap((backends) =>
        Object.entries(backends).map(([type, content]) => ({type, config: objectsIn(content)[0] ?? {}, file})),
      ),
      ...objectsIn(terraform['cloud']).map((config) => ({type: 'cloud', config, file})),
    ]),
  )
  return found.at(-1)
}

function objectsIn(content: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(content) ? content : [content]).filter(isJsonObject)
}
