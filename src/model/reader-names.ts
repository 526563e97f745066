import type {ReaderName} from './live.ts'

/** What people call the readers. */
export const readerNames: Readonly<Record<ReaderName, string>> = {
  config: 'AWS Config',
  'config-aggregator': 'The AWS Config aggregator',
  'cloud-control': 'Cloud Control',
  service: "The service's own API",
  tagging: 'The Tagging API',
  'resource-explorer': 'Resource Explorer',
}
