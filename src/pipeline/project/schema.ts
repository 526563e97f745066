import {z} from 'zod'

import {projectKeys} from './keys.ts'

type Keys = typeof projectKeys
type Shape = {[Name in keyof Keys]: z.ZodOptional<Keys[Name]['schema']>}

const shape = Object.fromEntries(
  Object.entries(projectKeys).map(([name, {schema}]) => [name, schema.optional().describe(schema.description ?? '')]),
) as unknown as Shape

/** The project file as people write it; `npm run schemas` publishes it as `schemas/trueup.schema.json`. */
export const projectSchema = z.strictObject(shape).meta({title: 'trueup.yaml'})

export type ProjectFile = z.infer<typeof projectSchema>
