-- Clause 20c: an order may be sealed, for named persons only; whoever is not named does not learn that it exists.

-- Null: not sealed. Nothing is rewritten for it.
alter table work_order add column known_account_ids uuid[];
-- The few that are sealed: by the contact in which they were told, and for whoever has to name the next keeper.
create index work_order_sealed_of_contact on work_order (authority_id, contact_id) where known_account_ids is not null;

-- As in migration 0014; besides, who is named. The requester and the program go on with a sealed order as with any other.
alter policy visible on work_order using (
  authority_id = (select app.authority())
  and not accused_unit_ids && coalesce((select app.unit_path_ids()), '{}')
  and not coalesce((select app.account_id()) = any(barred_account_ids), false)
  and (known_account_ids is null or (select app.scope()) in ('system', 'requester')
    or coalesce((select app.account_id()) = any(known_account_ids), false))
  and case (select app.scope())
    when 'centre' then true
    when 'system' then true
    when 'unit' then unit_ids && (select app.unit_ids())::text[]
    -- A caller's number leads the seat to their earlier orders, but never to a report (clause 20c).
    when 'seat' then stage = 'to-accept' or taken_by = (select app.account_id())
      or (requester_id = any((select app.requester_ids())::uuid[]) and not identity_hidden)
    when 'requester' then order_id = (select app.order_id())
    else false
  end
);

-- Trap: with a search_path of its own the function would be called row by row; as it is, PostgreSQL writes it into the query.
create or replace function app.order_visible(o work_order) returns boolean language sql stable as $$
  select o.authority_id = app.authority()
    and not o.accused_unit_ids && coalesce(app.unit_path_ids(), '{}')
    and not coalesce(app.account_id() = any(o.barred_account_ids), false)
    and (o.known_account_ids is null or app.scope() in ('system', 'requester') or coalesce(app.account_id() = any(o.known_account_ids), false))
    and case app.scope()
      when 'centre' then true
      when 'system' then true
      when 'unit' then o.unit_ids && app.unit_ids()
      when 'seat' then o.stage = 'to-accept' or o.taken_by = app.account_id()
        or (o.requester_id = any(app.requester_ids()) and not o.identity_hidden)
      when 'requester' then o.order_id = app.order_id()
      else false
    end
$$;

-- As in migration 0014. Of a sealed order the centre and the seat, where they are named, may ask who the requester is; a unit never.
create or replace function vault.may_reveal(for_order uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from work_order o
    where o.authority_id = app.authority() and o.order_id = for_order and o.requester_id = wanted and app.order_visible(o)
      and not (app.scope() = 'unit' and o.status = 'recorded')
      and not o.identity_hidden and (o.grade = 'open' or (o.grade in ('confidential', 'sealed') and app.scope() in ('centre', 'seat')))
  )
$$;

-- As in migration 0020; besides, whoever is not named for a sealed order that was told in this contact.
create or replace function app.contact_barred(contact uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from work_order o
    where o.authority_id = app.authority() and o.contact_id = contact and (o.accused_unit_ids <> '{}' or o.barred_account_ids <> '{}')
      and (o.accused_unit_ids && coalesce(app.unit_path_ids(), '{}') or coalesce(app.account_id() = any(o.barred_account_ids), false))
  ) or (app.scope() <> 'system' and exists (
    select from work_order o
    where o.authority_id = app.authority() and o.contact_id = contact and o.known_account_ids is not null
      and not coalesce(app.account_id() = any(o.known_account_ids), false)
  ))
$$;

-- As in migration 0016; what was sealed after it was answered is counted for those who are named.
create or replace function app.incident_joined(wanted uuid[]) returns table (incident_id uuid, joined integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.incident_id, count(*)::integer from work_order o
  where o.authority_id = app.authority() and o.incident_id = any(wanted) and app.scope() in ('centre', 'seat', 'system')
    and (o.known_account_ids is null or app.scope() = 'system' or coalesce(app.account_id() = any(o.known_account_ids), false))
  group by o.incident_id
$$;

-- As in migration 0017; and nothing leads to or from a sealed order.
create or replace function app.same_person(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((
    select a.requester_id = b.requester_id or p.phone_hash = q.phone_hash
    from work_order a
      join work_order b on b.authority_id = a.authority_id and b.order_id = other and app.order_visible(b) and not b.identity_hidden and b.known_account_ids is null
      left join vault.requester p on p.authority_id = a.authority_id and p.requester_id = a.requester_id
      left join vault.requester q on q.authority_id = b.authority_id and q.requester_id = b.requester_id
    where a.authority_id = app.authority() and a.order_id = one and app.order_visible(a) and not a.identity_hidden
      and a.known_account_ids is null), false)
$$;

-- As in migration 0019; and nothing leads to or from a sealed order.
create or replace function app.orders_of_same_person(wanted uuid, most integer) returns table (order_id uuid, shared double precision)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with asked as materialized (
    select o.authority_id, o.order_id, o.requester_id, r.phone_hash,
      array(select t & ((1::bigint << 43) - 1) from work_order_token k, unnest(k.tokens) t
        where k.authority_id = o.authority_id and k.order_id = o.order_id) as pairs
    from work_order o left join vault.requester r on r.authority_id = o.authority_id and r.requester_id = o.requester_id
    where o.authority_id = app.authority() and o.order_id = wanted and not o.identity_hidden and o.known_account_ids is null and app.order_visible(o)
      and app.scope() in ('centre', 'seat', 'system')
  ), person as materialized (
    select asked.authority_id, asked.requester_id from asked where asked.requester_id is not null
    union
    (select r.authority_id, r.requester_id from asked
      join vault.requester r on r.authority_id = asked.authority_id and r.phone_hash = asked.phone_hash
      order by r.created_at desc limit 500)
  ), found as materialized (
    select newest.order_id from person cross join lateral (
      select o.order_id from work_order o
      where o.authority_id = person.authority_id and o.requester_id = person.requester_id and o.order_id <> wanted
        and not o.identity_hidden and o.known_account_ids is null and app.order_visible(o)
      order by o.order_id desc limit most
    ) as newest
    order by newest.order_id desc limit most
  )
  select found.order_id, case when cardinality(asked.pairs) = 0 then 0 else (
      select count(distinct t & ((1::bigint << 43) - 1)) from work_order_token k, unnest(k.tokens) t
      where k.authority_id = asked.authority_id and k.order_id = found.order_id and t & ((1::bigint << 43) - 1) = any(asked.pairs)
    )::double precision / cardinality(asked.pairs) end
  from found cross join asked order by found.order_id desc
$$;

-- Sealed orders of which nobody who is named may answer for any more, with their number and status alone: for the office, which names the next
-- (adr/0030). Not those that accuse its own house, nor those that bar whoever looks.
create function app.unattended_orders(at timestamptz) returns table (order_id uuid, number text, status text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.order_id, o.number, o.status
  from work_order o
  where o.authority_id = app.authority() and o.known_account_ids is not null and app.scope() = 'centre' and app.holds('office', at)
    and not o.accused_unit_ids && coalesce(app.unit_path_ids(), '{}')
    and not coalesce(app.account_id() = any(o.barred_account_ids), false)
    and not exists (
      select from role_grant g
        join account a on a.authority_id = g.authority_id and a.account_id = g.account_id
      where g.authority_id = o.authority_id and g.account_id = any(o.known_account_ids) and a.disabled_at is null and not a.outsourced
        and app.grant_in_force(g, at) and not g.account_id = any(o.barred_account_ids)
        and (g.role = 'centre-manager' or (g.role = 'office' and o.accused_unit_ids <> '{}'))
        and not o.accused_unit_ids && array(select app.unit_path(g.authority_id, array[g.unit_id])))
  order by o.order_id
$$;
revoke execute on function app.unattended_orders(timestamptz) from public;
grant execute on function app.unattended_orders(timestamptz) to open12345_server;

-- As in migration 0027; besides, who may know of it.
create or replace function app.keep_step(step jsonb) returns boolean
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
      unit_ids = o.unit_ids, requester_id = o.requester_id, contact_id = o.contact_id, taken_by = o.taken_by, accused_unit_ids = o.accused_unit_ids,
      barred_account_ids = o.barred_account_ids, known_account_ids = o.known_account_ids, opened_at = o.opened_at, accepted_at = o.accepted_at, closed_at = o.closed_at,
      closure_kind = o.closure_kind, no_answer = o.no_answer, round = o.round, waiting = o.waiting,
      stage_due_at = o.stage_due_at, attention_at = o.attention_at, state = o.state
    where w.authority_id = its_authority and w.order_id = o.order_id and w.version = (step ->> 'expected')::integer;
    if not found then
      return false;
    end if;
  else
    insert into work_order (authority_id, order_id, number, version, status, stage, channel, kind, subject, county, township, grade,
      identity_hidden, urgency, unit_id, unit_ids, requester_id, contact_id, taken_by, accused_unit_ids, barred_account_ids, known_account_ids, opened_at,
      accepted_at, closed_at, closure_kind, no_answer, round, waiting, stage_due_at, attention_at, state)
    values (its_authority, o.order_id, o.number, o.version, o.status, o.stage, o.channel, o.kind, o.subject, o.county, o.township, o.grade,
      o.identity_hidden, o.urgency, o.unit_id, o.unit_ids, o.requester_id, o.contact_id, o.taken_by, o.accused_unit_ids, o.barred_account_ids,
      o.known_account_ids, o.opened_at, o.accepted_at, o.closed_at, o.closure_kind, o.no_answer, o.round, o.waiting, o.stage_due_at, o.attention_at, o.state);
    insert into work_order_key (authority_id, order_id, wrapped_key, marks)
      values (its_authority, o.order_id, (step ->> 'key')::bytea, step -> 'marks');
    insert into work_order_token values (its_authority, o.order_id,
      array(select app.token_of_day(app.day_of(o.order_id), value::bigint) from jsonb_array_elements_text(step -> 'tokens')));
  end if;
  insert into work_order_event (authority_id, order_id, version, at, type, author_kind, account_id, event)
    select its_authority, o.order_id, e.version, e.at, e.type, e.author_kind, e.account_id, e.event
    from jsonb_populate_recordset(null::work_order_event, step -> 'events') e;
  if step ? 'tasksGone' then
    delete from unit_task t
    where t.authority_id = its_authority and t.order_id = o.order_id
      and t.task_id in (select jsonb_array_elements_text(step -> 'tasksGone'));
  end if;
  if step ? 'tasks' then
    insert into unit_task (authority_id, order_id, task_id, unit_id, passed_on, stage, list_rank, due_at)
      select its_authority, o.order_id, t.task_id, t.unit_id, t.passed_on, t.stage, t.list_rank, t.due_at
      from jsonb_populate_recordset(null::unit_task, step -> 'tasks') t
    on conflict (authority_id, order_id, task_id) do update set
      unit_id = excluded.unit_id, passed_on = excluded.passed_on, stage = excluded.stage, list_rank = excluded.list_rank, due_at = excluded.due_at;
  end if;
  if step ? 'texts' then
    insert into work_order_text (authority_id, order_id, text_id, role, sealed, at, spans)
      select its_authority, o.order_id, t.text_id, t.role, t.sealed, t.at, t.spans
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
