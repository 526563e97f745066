import type {BlockRule} from './entry.ts'

/** The rules of a bucket are asked in their order, but the provider keeps them as a set (resource docs of aws_s3_bucket_cors_configuration). */
export const corsRule = {
  to: 'CorsConfiguration.CorsRules',
  block: 'set',
  of: {
    allowed_headers: {to: 'AllowedHeaders', as: 'set'},
    allowed_methods: {to: 'AllowedMethods', as: 'set'},
    allowed_origins: {to: 'AllowedOrigins', as: 'set'},
    expose_headers: {to: 'ExposedHeaders', as: 'set'},
    id: {to: 'Id', computed: true},
    max_age_seconds: {to: 'MaxAge', default: 0},
  },
} as const satisfies BlockRule
