import type {Value} from '../model/value.ts'

/** 8.0 of MySQL 8.0.39, 10.11 of MariaDB 10.11.8, 15.00 of SQL Server 15.00.4410.1.v1; 16 of PostgreSQL 16.3, 19 of Oracle 19.0.0.0.ru-... */
export function majorOf(version: string, engine: Value | undefined): string {
  const isOneNumber = typeof engine === 'string' && /^(postgres|oracle|aurora-postgresql|db2)/i.test(engine)
  return version
    .split('.')
    .slice(0, isOneNumber ? 1 : 2)
    .join('.')
}
