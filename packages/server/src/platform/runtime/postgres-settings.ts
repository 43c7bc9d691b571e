import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/** `durable: false` is for test databases that are thrown away. */
export type PostgresOptions = { socketDir: string; durable: boolean };

/** The server settings, written again at every start; an administrator's `ALTER SYSTEM` still wins. */
export function postgresSettings({ socketDir, durable }: PostgresOptions): string {
  const memoryMb = totalmem() / MIB;
  const bufferMb = Math.round(Math.min(1024, Math.max(128, memoryMb / 8)));
  const settings: Record<string, string | number | boolean> = {
    // No TCP at all: only who may enter the 0700 directory can reach the socket, and then needs the role's password.
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: 120,
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    shared_buffers: `${durable ? bufferMb : 128}MB`,
    effective_cache_size: `${Math.round(memoryMb / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    // Short transactions only: compiling a plan costs more than running it.
    jit: false,
    timezone: 'UTC',
    log_timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    logging_collector: durable,
    log_directory: '../log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: true,
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_line_prefix: '%m [%p] %q%u@%d ',
    // Statements, parameters and DETAIL lines carry names and ID numbers; none may reach a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_min_duration_statement: -1,
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${setting(value)}`);
  return `# Written by Yimen at every start. Use ALTER SYSTEM for changes.\n${lines.join('\n')}\n`;
}

function setting(value: string | number | boolean): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}
