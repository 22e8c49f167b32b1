-- What every later migration builds on: the settings that row-level security reads, the authority, the security log, idempotency, partitions.
-- The owner runs this file. The program logs in as open12345_server, which owns nothing and gets only what is granted by name.

create schema app;

revoke all on schema public from public;
grant usage on schema public, app to open12345_server;
-- A function may be called by those to whom it is granted; PostgreSQL's default is everybody.
alter default privileges revoke execute on functions from public;


-- The actor of the running transaction, as db/transaction.ts sets it. Use them as (select app.scope()), so that they are read once a query.
-- With nothing set they are null or empty, and every policy yields nothing.

create function app.authority() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.authority', true), '') $$;

create function app.scope() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') $$;

create function app.account_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function app.unit_ids() returns text[] language sql stable parallel safe
  as $$ select string_to_array(current_setting('app.units', true), ',') $$;

create function app.unit_path_ids() returns text[] language sql stable parallel safe
  as $$ select string_to_array(current_setting('app.unit_path', true), ',') $$;

create function app.order_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.order', true), '')::uuid $$;

create function app.requester_ids() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(current_setting('app.requesters', true), ',')::uuid[] $$;

grant execute on function app.authority(), app.scope(), app.account_id(), app.unit_ids(), app.unit_path_ids(), app.order_id(), app.requester_ids()
  to open12345_server;


-- A prefecture (or a county with a hotline of its own). Every growing table carries its id first in every key.

create table authority (
  authority_id text primary key check (authority_id ~ '^[a-z][a-z0-9-]{1,31}$'),
  name text not null,
  calendar text not null,
  time_zone text not null default 'Asia/Shanghai'
);
grant select on authority to open12345_server;


-- One row: which keys belong to this database, and how far the demonstration came.

create table installation (
  singleton boolean primary key default true check (singleton),
  wrapped_key bytea not null,
  look_up bytea not null,
  demonstration text not null default 'none' check (demonstration in ('none', 'loading', 'loaded'))
);
grant select, insert, update on installation to open12345_server;


-- What was refused at the border, and what an unknown person was allowed: codes only, never a word that somebody typed.

create table security_log (
  security_log_id uuid primary key,
  authority_id text not null,
  at timestamptz not null,
  code text not null,
  route text not null,
  status smallint not null,
  address_hash bytea not null,
  account_id uuid
);
create index security_log_at on security_log (authority_id, at);
grant insert on security_log to open12345_server;


-- A command that is sent twice is done once: its row is written in the command's own transaction. `result` holds ids only.

create table idempotency (
  authority_id text not null,
  actor_key text not null,
  key text not null,
  route text not null,
  request_digest bytea not null,
  result jsonb,
  at timestamptz not null,
  primary key (authority_id, actor_key, key)
);
create index idempotency_at on idempotency (at);
grant select, insert, update, delete on idempotency to open12345_server;


-- Growing tables are partitioned by the month in which the order was opened; its UUID v7 carries that month.
-- A migration names its table in app.partitioned_table, makes its default partition, and calls app.ensure_month_partitions.

create table app.partitioned_table (name text primary key);

create function app.uuid_at(at timestamptz) returns uuid language sql immutable parallel safe
  as $$ select rpad(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), 32, '0')::uuid $$;

create function app.ensure_month_partition(parent text, month date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  opens date := date_trunc('month', month)::date;
  partition text := format('%s_%s', parent, to_char(opens, 'YYYYMM'));
begin
  if not exists (select from app.partitioned_table where name = parent) then
    raise exception 'table % is not partitioned by month', parent;
  end if;
  if to_regclass(format('public.%I', partition)) is not null then
    return false;
  end if;
  execute format('create table %I partition of %I for values from (%L) to (%L)', partition, parent,
    app.uuid_at(opens::timestamp at time zone 'Asia/Shanghai'), app.uuid_at((opens + interval '1 month') at time zone 'Asia/Shanghai'));
  return true;
exception
  -- Rows of that month are in the default partition already, or another process was quicker: both leave the table whole.
  when check_violation then
    raise warning 'partition % cannot be made: the default partition holds its rows', partition;
    return false;
  when duplicate_table then
    return false;
end
$$;

-- The month of `month` and the three after it, for every table of the list; answers how many were made.
create function app.ensure_month_partitions(month date) returns integer
  language sql security definer set search_path = public, pg_temp
as $$
  select count(*)::integer
  from app.partitioned_table, generate_series(0, 3) as ahead
  where app.ensure_month_partition(name, (month + make_interval(months => ahead))::date)
$$;

grant execute on function app.ensure_month_partitions(date) to open12345_server;
