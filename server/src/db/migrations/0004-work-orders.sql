-- Work orders: the state row, its events, its clocks, and its words under a key of their own.
-- Events hold codes, ids and instants only. Destroying an order's key makes its words unreadable; events and hashes stay.

create table work_order (
  authority_id text not null,
  order_id uuid not null,
  number text not null check (number ~ '^[0-9]{12}$'),
  version integer not null,
  status text not null,
  stage text not null,
  channel text not null,
  kind text,
  subject text,
  county text,
  township text,
  grade text not null check (grade in ('open', 'confidential', 'sealed')),
  -- It is, or once was, a report: nobody who works on it learns who made it.
  identity_hidden boolean not null,
  urgency text not null,
  unit_id text,
  requester_id uuid,
  contact_id uuid not null,
  taken_by uuid,
  -- Clause 20c: who may not know of this order.
  accused_unit_ids text[] not null default '{}',
  barred_account_ids uuid[] not null default '{}',
  opened_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  closure_kind text,
  no_answer boolean not null default false,
  round smallint not null,
  withdrawal_requested boolean not null default false,
  correction_pending boolean not null default false,
  -- The due time of whoever the stage waits for; far future when nothing runs, so that lists can be paged on it.
  stage_due_at timestamptz not null,
  -- When the program must look at its clocks next.
  attention_at timestamptz,
  state jsonb not null,
  primary key (authority_id, order_id),
  unique (authority_id, number)
);
create index work_order_of_stage on work_order (authority_id, stage, stage_due_at, order_id) where stage <> 'closed';
create index work_order_of_unit on work_order (authority_id, unit_id, stage, stage_due_at, order_id) where unit_id is not null;
create index work_order_of_requester on work_order (authority_id, requester_id, order_id) where requester_id is not null;
create index work_order_taken on work_order (authority_id, taken_by, order_id) where taken_by is not null;
create index work_order_withdrawal on work_order (authority_id, stage_due_at, order_id) where withdrawal_requested;
create index work_order_correction on work_order (authority_id, stage_due_at, order_id) where correction_pending;
create index work_order_of_place on work_order (authority_id, county, order_id);
create index work_order_attention on work_order (attention_at) where attention_at is not null;
create index work_order_closed on work_order (authority_id, closed_at) where closed_at is not null;
create index work_order_opened on work_order (authority_id, opened_at);
create sequence work_order_running minvalue 1 maxvalue 9999999 cycle;

create table work_order_event (
  authority_id text not null,
  order_id uuid not null,
  version integer not null check (version > 0),
  at timestamptz not null,
  type text not null,
  author_kind text not null check (author_kind in ('staff', 'requester', 'system')),
  account_id uuid,
  event jsonb not null,
  primary key (authority_id, order_id, version)
) partition by range (order_id);
create table work_order_event_default partition of work_order_event default;
insert into app.partitioned_table values ('work_order_event');

create table work_order_clock (
  authority_id text not null,
  order_id uuid not null,
  clock_id text not null,
  kind text not null,
  whose text not null,
  round smallint not null,
  assignment_id text,
  clause text not null,
  pack text not null,
  calendar text not null,
  start_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  warn_at timestamptz,
  warned boolean not null,
  provisional boolean not null,
  outcome text not null check (outcome in ('pending', 'met', 'late', 'breached', 'waived')),
  met_at timestamptz,
  earlier_due jsonb not null,
  -- How the due time was counted, as it was explained when it was promised.
  explanation jsonb not null,
  primary key (authority_id, order_id, clock_id)
);
create index work_order_clock_open on work_order_clock (authority_id, due_at, order_id) where outcome in ('pending', 'breached');

create index work_order_clock_met on work_order_clock (authority_id, met_at) where kind in ('handle', 'redo') and met_at is not null;

create table work_order_key (
  authority_id text not null,
  order_id uuid not null,
  wrapped_key bytea,
  primary key (authority_id, order_id)
);

create table work_order_text (
  authority_id text not null,
  order_id uuid not null,
  text_id uuid not null,
  role text not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (authority_id, order_id, text_id)
);

-- Keyed hashes of the matter's character pairs: found without being readable. Nobody reads this table; app.search_orders does.
create table work_order_token (
  authority_id text not null,
  order_id uuid not null,
  tokens bigint[] not null,
  primary key (authority_id, order_id)
);
create index work_order_token_of on work_order_token using gin (tokens);

do $$
declare
  name text;
begin
  foreach name in array array['work_order', 'work_order_event', 'work_order_clock', 'work_order_key', 'work_order_text', 'work_order_token'] loop
    execute format('alter table %I enable row level security', name);
  end loop;
end
$$;

-- Every setting is read through a sub-select: once a query, not once a row.
create policy visible on work_order using (
  authority_id = (select app.authority())
  and not accused_unit_ids && coalesce((select app.unit_path_ids()), '{}')
  and not coalesce((select app.account_id()) = any(barred_account_ids), false)
  and case (select app.scope())
    when 'centre' then true
    when 'system' then true
    when 'unit' then unit_id = any((select app.unit_ids())::text[])
    -- A caller's number leads the seat to their earlier orders, but never to a report (clause 20c).
    when 'seat' then stage = 'to-accept' or taken_by = (select app.account_id())
      or (requester_id = any((select app.requester_ids())::uuid[]) and not identity_hidden)
    when 'requester' then order_id = (select app.order_id())
    else false
  end
) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system', 'unit', 'seat', 'requester'));

-- The same for functions of the owner, whom no policy binds. A test holds the two against each other.
create function app.order_visible(o work_order) returns boolean language sql stable set search_path = public, pg_temp as $$
  select o.authority_id = app.authority()
    and not o.accused_unit_ids && coalesce(app.unit_path_ids(), '{}')
    and not coalesce(app.account_id() = any(o.barred_account_ids), false)
    and case app.scope()
      when 'centre' then true
      when 'system' then true
      when 'unit' then o.unit_id = any(app.unit_ids())
      when 'seat' then o.stage = 'to-accept' or o.taken_by = app.account_id()
        or (o.requester_id = any(app.requester_ids()) and not o.identity_hidden)
      when 'requester' then o.order_id = app.order_id()
      else false
    end
$$;

-- What belongs to an order is seen by whoever sees the order.
do $$
declare
  name text;
begin
  foreach name in array array['work_order_event', 'work_order_clock', 'work_order_key', 'work_order_text'] loop
    execute format($policy$
      create policy with_its_order on %1$I using (
        authority_id = (select app.authority())
        and exists (select from work_order o where o.authority_id = %1$I.authority_id and o.order_id = %1$I.order_id)
      ) with check (authority_id = (select app.authority()))
    $policy$, name);
  end loop;
end
$$;
create policy written on work_order_token for insert with check (authority_id = (select app.authority()));

-- The event log grows and never changes: there is no right to update or delete it.
grant select, insert, update on work_order, work_order_clock to open12345_server;
grant select, insert on work_order_event, work_order_key, work_order_text to open12345_server;
grant insert on work_order_token to open12345_server;
grant usage on sequence work_order_running to open12345_server;

create function app.refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is never changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger never_changed before update or delete on work_order_event for each row execute function app.refuse_event_change();

-- The search takes the actor's scope inside, so that hidden rows neither fill a page nor show in its time. Newest first, before a cursor.
create function app.search_orders(wanted bigint[], before uuid, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.order_id
  from work_order_token t
    join work_order o on o.authority_id = t.authority_id and o.order_id = t.order_id
  where t.authority_id = app.authority() and t.tokens @> wanted and (before is null or t.order_id < before) and app.order_visible(o)
  order by o.order_id desc
  limit most
$$;

-- Who may learn who the requester is: the centre, the seat that talks with them, and the unit of an order whose grade is open.
create or replace function vault.may_reveal(for_order uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from work_order o
    where o.authority_id = app.authority() and o.order_id = for_order and o.requester_id = wanted and app.order_visible(o)
      and not o.identity_hidden and (o.grade = 'open' or (o.grade = 'confidential' and app.scope() in ('centre', 'seat')))
  )
$$;

-- A citizen comes with a number: which order that is, before any actor is known. The query code is checked by the program.
create function app.order_by_number(of_authority text, wanted text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select order_id from work_order where authority_id = of_authority and number = wanted $$;

-- Orders whose clocks want attention, of every authority: the sweep costs by what is due, not by what is open.
create function app.orders_wanting_attention(at timestamptz, most integer, skipped integer) returns table (authority_id text, order_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$ select o.authority_id, o.order_id from work_order o where o.attention_at <= at order by o.attention_at, o.order_id limit most offset skipped $$;

revoke execute on function app.search_orders(bigint[], uuid, integer), app.order_visible(work_order), vault.may_reveal(uuid, uuid),
  app.order_by_number(text, text), app.orders_wanting_attention(timestamptz, integer, integer), app.refuse_event_change() from public;
grant execute on function app.search_orders(bigint[], uuid, integer), app.order_by_number(text, text),
  app.orders_wanting_attention(timestamptz, integer, integer) to open12345_server;

select app.ensure_month_partitions(date '2026-01-01');
