-- Clause 7-1: units are founded, renamed, moved, merged and dissolved at a desk, with a date and the document that says so.

alter table unit
  -- Who answers for what the unit had not finished (12-0). Set on the day of the merger, with the end of the unit and the successor as its parent.
  add column merged_into text check (merged_into <> unit_id),
  add foreign key (authority_id, merged_into) references unit,
  -- Changed at the desk: from then on the unit is not the folder's.
  add column decided_at timestamptz;

-- Decisions; what became of each stands beside it, and neither is ever rewritten.
create table unit_change (
  authority_id text not null,
  change_id uuid not null,
  kind text not null check (kind in ('founded', 'renamed', 'moved', 'merged', 'dissolved')),
  unit_id text not null,
  -- The first day of what is decided.
  effective_on date not null,
  name text check (length(name) between 1 and 80),
  short_name text check (length(short_name) between 1 and 20),
  name_en text check (length(name_en) between 1 and 80),
  unit_kind text,
  place_code text,
  parent_id text,
  successor_id text,
  document text not null check (length(document) between 1 and 120),
  words text check (length(words) between 1 and 500),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (authority_id, change_id),
  foreign key (authority_id, decided_by) references account,
  check ((kind in ('founded', 'renamed')) = (name is not null)),
  check ((kind = 'founded') = (unit_kind is not null)),
  check ((kind = 'merged') = (successor_id is not null))
);
create index unit_change_of_unit on unit_change (authority_id, unit_id, change_id);

create table unit_change_outcome (
  authority_id text not null,
  change_id uuid not null,
  outcome_no integer not null,
  outcome text not null check (outcome in ('in-effect', 'held-up', 'withdrawn')),
  at timestamptz not null,
  -- Who withdrew it; empty where the day brought it.
  account_id uuid,
  -- Of what is held up: the refusal's code.
  reason text,
  -- Of what took effect: how it was until then.
  name_before text,
  parent_before text,
  primary key (authority_id, change_id, outcome_no),
  foreign key (authority_id, change_id) references unit_change,
  check ((outcome = 'held-up') = (reason is not null))
);
-- It takes effect once, or is withdrawn once, and not both.
create unique index unit_change_over on unit_change_outcome (authority_id, change_id) where outcome <> 'held-up';

do $$
declare
  name text;
begin
  foreach name in array array['unit_change', 'unit_change_outcome'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;
grant select, insert on unit_change, unit_change_outcome to open12345_server;

-- Decisions of every authority whose day has come; for the program's own loop, which is nobody's actor yet.
create function app.unit_changes_due(today date) returns table (authority_id text, change_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.authority_id, c.change_id from unit_change c
  where c.effective_on <= today and not exists (
    select from unit_change_outcome o
    where o.authority_id = c.authority_id and o.change_id = c.change_id and o.outcome <> 'held-up')
  order by c.effective_on, c.change_id
$$;
-- How many orders a unit still takes part in. An administrator sees none of them; the number alone tells what a change concerns.
create function app.open_orders_of_units(units text[]) returns integer
  language sql stable security definer set search_path = public, pg_temp
as $$
  select count(distinct t.order_id)::integer from unit_task t
  where t.authority_id = app.authority() and t.unit_id = any(units) and t.stage <> 'closed'
$$;
-- The unit that a merger, or several after one another, have put in a unit's place.
create function app.after_mergers(of_authority text, unit text, on_day date) returns text
  language sql stable set search_path = public, pg_temp
as $$
  with recursive chain as (
    select u.unit_id, u.merged_into, u.valid_on_to from unit u where u.authority_id = of_authority and u.unit_id = unit
    union
    select u.unit_id, u.merged_into, u.valid_on_to from chain c
      join unit u on u.authority_id = of_authority and u.unit_id = c.merged_into
    where c.valid_on_to <= on_day
  )
  select c.unit_id from chain c where c.merged_into is null or c.valid_on_to > on_day
$$;
revoke execute on function app.unit_changes_due(date), app.open_orders_of_units(text[]), app.after_mergers(text, text, date) from public;
grant execute on function app.unit_changes_due(date), app.open_orders_of_units(text[]), app.after_mergers(text, text, date) to open12345_server;

/*
 * Clause 20c: who came to a successor may have been of the unit that was merged into it, so an order that accuses the old unit is hidden from
 * everybody of the successor, as one that accuses a unit above them. On the way up, and on no way down: the old unit's own place in the tree,
 * below its successor, already gives the successor its open orders.
 */
alter table unit_above add column by_merger boolean not null default false;

create or replace function app.keep_unit_above() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from unit_above a where a.authority_id in (select changed.authority_id from changed);
  insert into unit_above (authority_id, unit_id, above_id, by_merger)
    -- `union` (not `union all`) ends a ring that a bad import might tie.
    with recursive path as (
      select u.authority_id, u.unit_id, u.unit_id as above_id from unit u where u.authority_id in (select changed.authority_id from changed)
      union
      select p.authority_id, p.unit_id, u.parent_id from path p
        join unit u on u.authority_id = p.authority_id and u.unit_id = p.above_id
      where u.parent_id is not null
    ), absorbed as (
      select u.authority_id, u.merged_into as into_id, u.unit_id from unit u
      where u.authority_id in (select changed.authority_id from changed) and u.merged_into is not null
      union
      select a.authority_id, u.merged_into, a.unit_id from absorbed a
        join unit u on u.authority_id = a.authority_id and u.unit_id = a.into_id
      where u.merged_into is not null
    )
    select found.authority_id, found.unit_id, found.above_id, bool_and(found.by_merger) from (
      select p.authority_id, p.unit_id, p.above_id, false as by_merger from path p
      union all
      select p.authority_id, p.unit_id, a.unit_id, true from path p join absorbed a on a.authority_id = p.authority_id and a.into_id = p.above_id
    ) as found group by 1, 2, 3;
  return null;
end
$$;

create or replace function app.unit_subtree(of_authority text, roots text[]) returns setof text
  language sql stable set search_path = public, pg_temp
as $$ select distinct a.unit_id from unit_above a where a.authority_id = of_authority and a.above_id = any(roots) and not a.by_merger $$;

-- As in migration 0022; besides, what stands below a unit is not what was merged into those above it.
create or replace function app.signed_in(of_authority text, its_hash bytea, at timestamptz, idle interval)
  returns table (session_id uuid, account_id uuid, name text, outsourced boolean, roles text[], unit_ids text[], unit_path_ids text[],
    requester_ids uuid[])
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  known record;
  its_roles text[];
  its_units text[];
  below text[];
  above text[];
begin
  select s.session_id, s.account_id, s.seen_at, a.name, a.outsourced, c.must_change into known
  from session s
    join account a on a.authority_id = s.authority_id and a.account_id = s.account_id
    join credential c on c.authority_id = s.authority_id and c.account_id = s.account_id
  where s.authority_id = of_authority and s.token_hash = its_hash and s.ended_at is null and s.expires_at > at and s.seen_at + idle > at
    and s.created_at >= c.changed_at and a.disabled_at is null;
  if not found then
    return;
  end if;
  if known.seen_at + interval '1 minute' < at then
    update session s set seen_at = at where s.authority_id = of_authority and s.session_id = known.session_id;
  end if;
  select coalesce(array_agg(distinct g.role), '{}'), coalesce(array_agg(distinct g.unit_id), '{}') into its_roles, its_units
  from role_grant g
  where g.authority_id = of_authority and g.account_id = known.account_id and g.valid_from <= at and (g.valid_to is null or g.valid_to > at)
    and not known.must_change;
  if app.lacks_second_factor(of_authority, known.account_id, its_roles) then
    its_roles := '{}';
    its_units := '{}';
  end if;
  select coalesce(array_agg(distinct a.unit_id), '{}') into below
  from unit_above a where a.authority_id = of_authority and a.above_id = any(its_units) and not a.by_merger;
  select coalesce(array_agg(distinct a.above_id), '{}') into above
  from unit_above a where a.authority_id = of_authority and a.unit_id = any(its_units);
  return query select known.session_id, known.account_id, known.name, known.outsourced, its_roles, below, above,
    array(select distinct unnest(c.requester_ids) from contact c
      where c.authority_id = of_authority and c.account_id = known.account_id and c.state <> 'finished');
end
$$;
