-- Words that people write hold names and numbers. Where they stand is found when the words are kept, while the name is known, and masked for
-- whoever has no right to know; null is what was kept before, and looked through when it is read.
alter table work_order_text add column spans jsonb;
-- How long the requester's name is, and hashes of name and number under the order's own key, so that they are known again in later words.
alter table work_order_key add column marks jsonb;

-- As in migration 0014; besides, where the words tell who somebody is.
create or replace function app.order_page(wanted uuid, today date) returns json
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
    'marks', k.marks,
    'history', (select json_agg(json_build_object('version', e.version,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'author', e.author_kind, 'accountId', e.account_id, 'name', a.name, 'event', e.event) order by e.version)
        from work_order_event e left join account a on a.authority_id = its_authority and a.account_id = e.account_id
        where e.authority_id = its_authority and e.order_id = wanted),
    'texts', coalesce((select json_agg(json_build_object('id', t.text_id, 'role', t.role, 'sealed', encode(t.sealed, 'base64'), 'spans', t.spans) order by t.text_id)
        from work_order_text t where t.authority_id = its_authority and t.order_id = wanted), '[]'),
    'explanations', coalesce((select json_object_agg(c.clock_id, json_build_object('sentences', c.explanation -> 'sentences'))
        from work_order_clock c where c.authority_id = its_authority and c.order_id = wanted), '{}'),
    'units', coalesce((select json_object_agg(u.unit_id, json_build_object('name', u.name, 'kind', u.kind,
          'path', array(select a.above_id from unit_above a where a.authority_id = its_authority and a.unit_id = u.unit_id),
          'open', u.valid_on_from <= today and (u.valid_on_to is null or u.valid_on_to > today)))
        from unit u
        where u.authority_id = its_authority and u.unit_id in (
          select o.unit_id union
          select named.unit_id from work_order_event d
            cross join lateral (
              select d.event ->> 'unitId' union all select d.event ->> 'suggestedUnitId' union all
              select jsonb_array_elements_text(d.event -> 'participants')) as named (unit_id)
          where d.authority_id = its_authority and d.order_id = wanted
            and d.event ?| array['unitId', 'suggestedUnitId', 'participants'])), '{}'),
    'places', coalesce((select json_object_agg(p.code, p.name) from place p
        where p.authority_id = its_authority and p.code in (o.county, o.township)), '{}'),
    'hasFiles', exists (select from file f where f.authority_id = its_authority and f.order_id = wanted),
    'masks', its_masks)
    from work_order o left join work_order_key k on k.authority_id = its_authority and k.order_id = wanted
    where o.authority_id = its_authority and o.order_id = wanted and app.order_visible(o));
end
$$;

-- As in migration 0014; besides, where the words tell who somebody is.
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
      barred_account_ids = o.barred_account_ids, opened_at = o.opened_at, accepted_at = o.accepted_at, closed_at = o.closed_at,
      closure_kind = o.closure_kind, no_answer = o.no_answer, round = o.round, waiting = o.waiting,
      stage_due_at = o.stage_due_at, attention_at = o.attention_at, state = o.state
    where w.authority_id = its_authority and w.order_id = o.order_id and w.version = (step ->> 'expected')::integer;
    if not found then
      return false;
    end if;
  else
    insert into work_order (authority_id, order_id, number, version, status, stage, channel, kind, subject, county, township, grade,
      identity_hidden, urgency, unit_id, unit_ids, requester_id, contact_id, taken_by, accused_unit_ids, barred_account_ids, opened_at, accepted_at,
      closed_at, closure_kind, no_answer, round, waiting, stage_due_at, attention_at, state)
    values (its_authority, o.order_id, o.number, o.version, o.status, o.stage, o.channel, o.kind, o.subject, o.county, o.township, o.grade,
      o.identity_hidden, o.urgency, o.unit_id, o.unit_ids, o.requester_id, o.contact_id, o.taken_by, o.accused_unit_ids, o.barred_account_ids,
      o.opened_at, o.accepted_at, o.closed_at, o.closure_kind, o.no_answer, o.round, o.waiting, o.stage_due_at, o.attention_at, o.state);
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
