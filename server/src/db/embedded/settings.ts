export type Settings = Readonly<Record<string, string | number>>

export const port = 5432

export const house: Settings = {
  listen_addresses: '',
  port,
  max_connections: 100,
  // A statement touches every partition: with room for their locks in each backend's own list none goes through the shared one.
  max_locks_per_transaction: 512,
  // Until a new table has been looked at, its plans are guesses.
  autovacuum_naptime: '10s',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: 1.1,
  wal_compression: 'on',
  max_wal_size: '2GB',
  // Trap: the just-in-time compiler costs more than the short statements that we run.
  jit: 'off',
  timezone: 'UTC',
  // PostgreSQL's log never carries a statement or a value: they hold people's words.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}

/** For tests: nothing survives a power cut, nothing needs to. */
export const careless: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 300,
}
