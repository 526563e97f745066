import type {EstimateRequest} from '../pipeline/estimate.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {EstimateJson} from '../report/estimate-schema.ts'
import {screenOf} from './screen.ts'
import {writeToStream} from './write-reports.ts'

/** What a scan would call, on the screen or as the payload of `--json`. */
export async function printEstimate(
  request: EstimateRequest,
  surroundings: Surroundings,
  json: boolean,
): Promise<EstimateJson | undefined> {
  const {estimate} = await import('../pipeline/estimate.ts')
  const {estimateJson, renderEstimate} = await import('../report/estimate.ts')
  const result = await estimate(request, surroundings)
  surroundings.progress.clear()
  if (json) return estimateJson(result)
  const screen = screenOf(process.stdout, process.env)
  await writeToStream(
    [...renderEstimate(result, screen)].map((line) => `${line}\n`),
    screen.stream,
  )
  return undefined
}
