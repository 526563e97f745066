/**
 * Now; or the moment that `SOURCE_DATE_EPOCH` names, for reports that are equal byte for byte
 * (https://reproducible-builds.org/docs/source-date-epoch/).
 */
export function currentTime(env: NodeJS.ProcessEnv): Date {
  const seconds = Number(env['SOURCE_DATE_EPOCH'])
  return env['SOURCE_DATE_EPOCH'] && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
}
