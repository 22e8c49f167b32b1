-- What one step of an order leaves behind, in one statement; who is signed in, in one statement; lists with the urgent first.
-- Functions that every request calls are planned once a connection: their statements never gain by being planned for one value.

-- 12-4: an emergency stands before everything, whatever is overdue elsewhere.
alter table work_order add column list_rank smallint not null
  generated always as (case urgency when 'emergency' then 0 when 'special' then 1 else 2 end) stored;
drop index work_order_of_stage, work_order_of_unit, work_order_withdrawal, work_order_correction;
create index work_order_of_stage on work_order (authority_id, stage, list_rank, stage_due_at, order_id) where stage <> 'closed';
create index work_order_of_unit on work_order (authority_id, unit_id, stage, list_rank, stage_due_at, order_id)
  where unit_id is not null and stage <> 'closed';
create index work_order_withdrawal on work_order (authority_id, list_rank, stage_due_at, order_id) where withdrawal_requested;
create index work_order_correction on work_order (authority_id, list_rank, stage_due_at, order_id) where correction_pending;
create index work_order_taken_open on work_order (authority_id, taken_by, stage, list_rank, stage_due_at, order_id)
  where taken_by is not null and stage <> 'closed';
-- What happened today.
create index work_order_event_at on work_order_event (authority_id, at);
-- A search without words, newest first.
create index work_order_newest_of_unit on work_order (authority_id, unit_id, order_id) where unit_id is not null;

/*
 * Words are looked for a day at a time, newest first: a token is 20 bits of its order's day and 43 of its pair's keyed hash, so that one day's
 * entries lie together in the index, and a frequent word costs what is shown of it, not all that there is.
 */
create function app.day_of(order_id uuid) returns bigint language sql immutable parallel safe
  return ('x' || left(replace(order_id::text, '-', ''), 12))::bit(48)::bigint / 86400000;
create function app.token_of_day(day bigint, pair bigint) returns bigint language sql immutable parallel safe
  return (day << 43) | pair;
drop index work_order_token_of;
update work_order_token t set tokens = array(select app.token_of_day(app.day_of(t.order_id), old >> 10) from unnest(t.tokens) old);
-- Trap: with fastupdate every look-up would read through the list of what is not sorted in yet.
create index work_order_token_of on work_order_token using gin (tokens) with (fastupdate = off);

-- Trap: with a search_path of its own the function would be called row by row; as it is, PostgreSQL writes it into the query.
create or replace function app.order_visible(o work_order) returns boolean language sql stable as $$
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

/*
 * The search takes the actor's scope inside, so that hidden rows neither fill a page nor show in its time. Newest first, below a cursor; it
 * looks at so many candidates and days at most and says how far it came: null when there is nothing older.
 */
drop function app.search_orders(bigint[], uuid, integer);
create function app.search_orders(pairs bigint[], before uuid, most integer) returns table (hits uuid[], looked_to uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  its_authority text := app.authority();
  most_candidates constant integer := 2000;
  most_days constant integer := 1500;
  newest uuid := coalesce(before, (select o.order_id from work_order o where o.authority_id = its_authority order by o.order_id desc limit 1));
  day bigint := app.day_of(newest);
  last_day bigint := app.day_of((select o.order_id from work_order o where o.authority_id = its_authority order by o.order_id limit 1));
  candidates integer := 0;
  days integer := 0;
  found uuid[];
  candidate record;
begin
  hits := '{}';
  while day >= last_day loop
    -- The index alone first: most days hold nothing, and each costs as little as it can.
    found := array(
      select t.order_id from work_order_token t
      where t.tokens @> array(select app.token_of_day(day, pair) from unnest(pairs) pair)
        and t.authority_id = its_authority and (before is null or t.order_id < before));
    if cardinality(found) > 0 then
      for candidate in
        select o.order_id, app.order_visible(o) as visible
        from work_order o
        where o.authority_id = its_authority and o.order_id = any(found)
        order by o.order_id desc
      loop
        candidates := candidates + 1;
        looked_to := candidate.order_id;
        if candidate.visible then
          hits := hits || candidate.order_id;
        end if;
        if cardinality(hits) >= most or candidates >= most_candidates then
          return next;
          return;
        end if;
      end loop;
    end if;
    days := days + 1;
    if days >= most_days then
      looked_to := (lpad(to_hex(day * 86400000), 12, '0') || repeat('0', 20))::uuid;
      return next;
      return;
    end if;
    day := day - 1;
  end loop;
  looked_to := null;
  return next;
end
$$;
revoke execute on function app.search_orders(bigint[], uuid, integer) from public;
grant execute on function app.search_orders(bigint[], uuid, integer) to open12345_server;

-- Who stands above whom, kept ready: every request asks it. Kept by the database itself, so that no loader can forget it.
create table unit_above (
  authority_id text not null,
  unit_id text not null,
  -- Itself, its parent, and so on up.
  above_id text not null,
  primary key (authority_id, unit_id, above_id)
);
create index unit_below on unit_above (authority_id, above_id, unit_id);
alter table unit_above enable row level security;
create policy own_authority on unit_above using (authority_id = (select app.authority()));
grant select on unit_above to open12345_server;

create function app.keep_unit_above() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from unit_above a where a.authority_id in (select changed.authority_id from changed);
  insert into unit_above
    -- `union` (not `union all`) ends a ring that a bad import might tie.
    with recursive path as (
      select u.authority_id, u.unit_id, u.unit_id as above_id from unit u where u.authority_id in (select changed.authority_id from changed)
      union
      select p.authority_id, p.unit_id, u.parent_id from path p
        join unit u on u.authority_id = p.authority_id and u.unit_id = p.above_id
      where u.parent_id is not null
    )
    select authority_id, unit_id, above_id from path;
  return null;
end
$$;
revoke execute on function app.keep_unit_above() from public;
create trigger keep_above_new after insert on unit referencing new table as changed for each statement execute function app.keep_unit_above();
create trigger keep_above_changed after update on unit referencing new table as changed for each statement execute function app.keep_unit_above();
create trigger keep_above_gone after delete on unit referencing old table as changed for each statement execute function app.keep_unit_above();
update unit set parent_id = parent_id;

create or replace function app.unit_subtree(of_authority text, roots text[]) returns setof text
  language sql stable set search_path = public, pg_temp
as $$ select distinct a.unit_id from unit_above a where a.authority_id = of_authority and a.above_id = any(roots) $$;
create or replace function app.unit_path(of_authority text, leaves text[]) returns setof text
  language sql stable set search_path = public, pg_temp
as $$ select distinct a.above_id from unit_above a where a.authority_id = of_authority and a.unit_id = any(leaves) $$;

-- A seat also needs to know whose contacts are open there: row-level security shows it those requesters' earlier orders.
drop function app.signed_in(text, bytea, timestamptz, interval);
create function app.signed_in(of_authority text, its_hash bytea, at timestamptz, idle interval)
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
  select coalesce(array_agg(distinct a.unit_id), '{}') into below
  from unit_above a where a.authority_id = of_authority and a.above_id = any(its_units);
  select coalesce(array_agg(distinct a.above_id), '{}') into above
  from unit_above a where a.authority_id = of_authority and a.unit_id = any(its_units);
  return query select known.session_id, known.account_id, known.name, known.outsourced, its_roles, below, above,
    array(select distinct unnest(c.requester_ids) from contact c
      where c.authority_id = of_authority and c.account_id = known.account_id and c.state <> 'finished');
end
$$;
revoke execute on function app.signed_in(text, bytea, timestamptz, interval) from public;
grant execute on function app.signed_in(text, bytea, timestamptz, interval) to open12345_server;

/*
 * An order's page in one statement. Whoever may not see the order gets nothing, and nothing else is looked at; the parts need no policy of
 * their own then. Names are joined in although they are other modules' tables: eight questions become one.
 */
create function app.order_page(wanted uuid, today date) returns json
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  its_authority text := app.authority();
  asked_for uuid := (select o.requester_id from work_order o where o.authority_id = its_authority and o.order_id = wanted);
  its_masks json;
begin
  -- A requester knows who they are.
  if asked_for is not null and app.scope() in ('centre', 'seat', 'unit', 'system') then
    its_masks := (select json_build_object('key', encode(m.wrapped_key, 'base64'), 'sealed', encode(m.masks_sealed, 'base64'),
      'anonymous', m.anonymous) from vault.masks(array[asked_for], array[wanted]) m);
  end if;
  return (select json_build_object(
    'number', o.number,
    'order', o.state,
    'key', encode(k.wrapped_key, 'base64'),
    'history', (select json_agg(json_build_object('version', e.version,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'author', e.author_kind, 'accountId', e.account_id, 'name', a.name, 'event', e.event) order by e.version)
        from work_order_event e left join account a on a.authority_id = its_authority and a.account_id = e.account_id
        where e.authority_id = its_authority and e.order_id = wanted),
    'texts', coalesce((select json_agg(json_build_object('id', t.text_id, 'role', t.role, 'sealed', encode(t.sealed, 'base64')) order by t.text_id)
        from work_order_text t where t.authority_id = its_authority and t.order_id = wanted), '[]'),
    'explanations', coalesce((select json_object_agg(c.clock_id, json_build_object('sentences', c.explanation -> 'sentences'))
        from work_order_clock c where c.authority_id = its_authority and c.order_id = wanted), '{}'),
    'units', coalesce((select json_object_agg(u.unit_id, json_build_object('name', u.name,
          'path', array(select a.above_id from unit_above a where a.authority_id = its_authority and a.unit_id = u.unit_id),
          'open', u.valid_on_from <= today and (u.valid_on_to is null or u.valid_on_to > today)))
        from unit u
        where u.authority_id = its_authority and u.unit_id in (
          select o.unit_id union
          select d.event ->> 'unitId' from work_order_event d
          where d.authority_id = its_authority and d.order_id = wanted and d.type = 'dispatched')), '{}'),
    'places', coalesce((select json_object_agg(p.code, p.name) from place p
        where p.authority_id = its_authority and p.code in (o.county, o.township)), '{}'),
    'hasFiles', exists (select from file f where f.authority_id = its_authority and f.order_id = wanted),
    'masks', its_masks)
    from work_order o left join work_order_key k on k.authority_id = its_authority and k.order_id = wanted
    where o.authority_id = its_authority and o.order_id = wanted and app.order_visible(o));
end
$$;
revoke execute on function app.order_page(uuid, date) from public;
grant execute on function app.order_page(uuid, date) to open12345_server;

/*
 * The program has loaded the order as its actor and decided by the rules; a step may take the order out of the actor's own sight, so what
 * follows is written by the owner. `expected` is the version that the decision was made on; without it the order is new. False: a rival
 * was quicker, nothing is written.
 */
create function app.keep_step(step jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  its_authority text := app.authority();
  o work_order := jsonb_populate_record(null::work_order, step -> 'order');
begin
  if its_authority is null or app.scope() is null or app.scope() = 'none' then
    raise exception 'nobody has no step to take' using errcode = 'insufficient_privilege';
  end if;
  if step ? 'expected' then
    update work_order w set
      version = o.version, status = o.status, stage = o.stage, channel = o.channel, kind = o.kind, subject = o.subject, county = o.county,
      township = o.township, grade = o.grade, identity_hidden = o.identity_hidden, urgency = o.urgency, unit_id = o.unit_id,
      requester_id = o.requester_id, contact_id = o.contact_id, taken_by = o.taken_by, accused_unit_ids = o.accused_unit_ids,
      barred_account_ids = o.barred_account_ids, opened_at = o.opened_at, accepted_at = o.accepted_at, closed_at = o.closed_at,
      closure_kind = o.closure_kind, no_answer = o.no_answer, round = o.round, withdrawal_requested = o.withdrawal_requested,
      correction_pending = o.correction_pending, stage_due_at = o.stage_due_at, attention_at = o.attention_at, state = o.state
    where w.authority_id = its_authority and w.order_id = o.order_id and w.version = (step ->> 'expected')::integer;
    if not found then
      return false;
    end if;
  else
    insert into work_order (authority_id, order_id, number, version, status, stage, channel, kind, subject, county, township, grade,
      identity_hidden, urgency, unit_id, requester_id, contact_id, taken_by, accused_unit_ids, barred_account_ids, opened_at, accepted_at,
      closed_at, closure_kind, no_answer, round, withdrawal_requested, correction_pending, stage_due_at, attention_at, state)
    values (its_authority, o.order_id, o.number, o.version, o.status, o.stage, o.channel, o.kind, o.subject, o.county, o.township, o.grade,
      o.identity_hidden, o.urgency, o.unit_id, o.requester_id, o.contact_id, o.taken_by, o.accused_unit_ids, o.barred_account_ids, o.opened_at,
      o.accepted_at, o.closed_at, o.closure_kind, o.no_answer, o.round, o.withdrawal_requested, o.correction_pending, o.stage_due_at,
      o.attention_at, o.state);
    insert into work_order_key values (its_authority, o.order_id, (step ->> 'key')::bytea);
    insert into work_order_token values (its_authority, o.order_id,
      array(select app.token_of_day(app.day_of(o.order_id), value::bigint) from jsonb_array_elements_text(step -> 'tokens')));
  end if;
  insert into work_order_event (authority_id, order_id, version, at, type, author_kind, account_id, event)
    select its_authority, o.order_id, e.version, e.at, e.type, e.author_kind, e.account_id, e.event
    from jsonb_populate_recordset(null::work_order_event, step -> 'events') e;
  if step ? 'texts' then
    insert into work_order_text (authority_id, order_id, text_id, role, sealed, at)
      select its_authority, o.order_id, t.text_id, t.role, t.sealed, t.at
      from jsonb_populate_recordset(null::work_order_text, step -> 'texts') t;
  end if;
  if step ? 'clocks' then
    insert into work_order_clock (authority_id, order_id, clock_id, kind, whose, round, assignment_id, clause, pack, calendar, start_at, due_at,
        due_on, warn_at, warned, provisional, outcome, met_at, earlier_due, explanation)
      select its_authority, o.order_id, c.clock_id, c.kind, c.whose, c.round, c.assignment_id, c.clause, c.pack, c.calendar, c.start_at,
        c.due_at, c.due_on, c.warn_at, c.warned, c.provisional, c.outcome, c.met_at, c.earlier_due, c.explanation
      from jsonb_populate_recordset(null::work_order_clock, step -> 'clocks') c
    on conflict (authority_id, order_id, clock_id) do update set
      due_at = excluded.due_at, due_on = excluded.due_on, warn_at = excluded.warn_at, warned = excluded.warned,
      provisional = excluded.provisional, outcome = excluded.outcome, met_at = excluded.met_at, earlier_due = excluded.earlier_due,
      pack = excluded.pack, clause = excluded.clause,
      -- A clock that was not counted anew keeps the explanation that it has.
      explanation = case when excluded.explanation = '{}' then work_order_clock.explanation else excluded.explanation end;
  end if;
  if step ? 'messages' then
    insert into outbox (authority_id, message_id, order_id, order_version, template, recipient, unit_id, idempotency_key, created_at,
        not_before, waits_for_morning, next_attempt_at, short_code)
      select its_authority, m.message_id, o.order_id, o.version, m.template, m.recipient, m.unit_id, m.idempotency_key, m.created_at,
        m.not_before, m.waits_for_morning, m.next_attempt_at, m.short_code
      from jsonb_populate_recordset(null::outbox, step -> 'messages') m
    on conflict do nothing;
  end if;
  return true;
end
$$;
revoke execute on function app.keep_step(jsonb) from public;
grant execute on function app.keep_step(jsonb) to open12345_server;
