import type {AttributeRule} from './entry.ts'

/** What a Kafka event source says of itself, managed by AWS or not. */
export const kafkaSource: Readonly<Record<string, AttributeRule>> = {
  consumer_group_id: {to: 'ConsumerGroupId', computed: true},
  schema_registry_config: {
    to: 'SchemaRegistryConfig',
    block: 'single',
    of: {
      access_config: {
        to: 'AccessConfigs',
        block: 'set',
        key: ['Type'],
        of: {type: {to: 'Type'}, uri: {to: 'URI'}},
      },
      event_record_format: {to: 'EventRecordFormat'},
      schema_registry_uri: {to: 'SchemaRegistryURI'},
      schema_validation_config: {to: 'SchemaValidationConfigs', block: 'set', of: {attribute: {to: 'Attribute'}}},
    },
  },
}
