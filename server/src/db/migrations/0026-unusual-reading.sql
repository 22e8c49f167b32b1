-- Clause 20b: unusual reading becomes a warning with an owner, and each warning gets an outcome. The numbers are data of the program
-- (packages/domain/src/identity/watch.ts).

create table audit.warning (
  authority_id text not null,
  warning_id uuid not null,
  rule text not null check (rule ~ '^[a-z-]{1,40}$'),
  -- Who read.
  account_id uuid not null,
  -- The clock hour in which it happened.
  hour timestamptz not null,
  count integer not null check (count > 0),
  raised_at timestamptz not null,
  -- The security administrator who answers for it; empty while there is none.
  owner_id uuid,
  outcome text check (outcome in ('explained', 'follow-up')),
  decided_by uuid,
  decided_at timestamptz,
  words_key bytea,
  words_sealed bytea,
  primary key (authority_id, warning_id),
  unique (authority_id, rule, account_id, hour),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (words_sealed is null))
);

-- Whoever of the security administrators has fewest open ones; nobody answers for a warning about themselves.
create function audit.next_owner(about uuid, at timestamptz) returns uuid language sql stable set search_path = public, pg_temp as $$
  select g.account_id
  from role_grant g
    join account a on a.authority_id = g.authority_id and a.account_id = g.account_id
  where g.authority_id = app.authority() and g.role = 'security-admin' and app.grant_in_force(g, at) and a.disabled_at is null and g.account_id <> about
  order by (select count(*) from audit.warning w where w.authority_id = g.authority_id and w.owner_id = g.account_id and w.outcome is null), g.account_id
  limit 1
$$;

create function audit.reading_counts(r audit_record, condition text, night_from integer, night_to integer) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select case condition
    when 'any' then true
    when 'night' then extract(hour from r.at at time zone 'Asia/Shanghai') >= night_from or extract(hour from r.at at time zone 'Asia/Shanghai') < night_to
    when 'unhandled' then r.order_id is not null
      and not exists (select from work_order o where o.authority_id = r.authority_id and o.order_id = r.order_id and o.taken_by = r.account_id)
      and not exists (select from work_order_event e where e.authority_id = r.authority_id and e.order_id = r.order_id and e.account_id = r.account_id)
    when 'no-contact' then not exists (select from contact c where c.authority_id = r.authority_id and c.account_id = r.account_id
      and c.started_at <= r.at + interval '1 minute' and coalesce(c.finished_at, 'infinity') >= r.at - interval '30 minutes')
    else false
  end
$$;

-- One rule over the records of [since, until), hour by hour; answers how many warnings are new. A warning grows while nobody has decided on it.
create function audit.raise_unusual(its_rule text, actions text[], scopes text[], condition text, counts text, at_least integer,
  night_from integer, night_to integer, since timestamptz, until timestamptz, now_at timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  found_one record;
  raised integer := 0;
begin
  perform audit.refuse_unless_system();
  for found_one in
    select r.account_id, date_trunc('hour', r.at) as hour,
      count(distinct case when counts = 'orders' then r.order_id else r.audit_id end)::integer as times
    from audit_record r
    where r.authority_id = app.authority() and r.audit_id >= app.uuid_at(since) and r.audit_id < app.uuid_at(until)
      and r.action = any(actions) and r.scope = any(scopes) and r.account_id is not null
      and audit.reading_counts(r, condition, night_from, night_to)
    group by 1, 2
    having count(distinct case when counts = 'orders' then r.order_id else r.audit_id end) >= at_least
  loop
    update audit.warning w set count = found_one.times
    where w.authority_id = app.authority() and w.rule = its_rule and w.account_id = found_one.account_id and w.hour = found_one.hour
      and w.outcome is null and w.count < found_one.times;
    insert into audit.warning (authority_id, warning_id, rule, account_id, hour, count, raised_at, owner_id)
    values (app.authority(), audit.new_id(now_at), its_rule, found_one.account_id, found_one.hour, found_one.times, now_at,
      audit.next_owner(found_one.account_id, now_at))
    on conflict (authority_id, rule, account_id, hour) do nothing;
    if found then
      raised := raised + 1;
    end if;
  end loop;
  -- Those that came while there was no security administrator.
  update audit.warning w set owner_id = audit.next_owner(w.account_id, now_at)
  where w.authority_id = app.authority() and w.owner_id is null and w.outcome is null;
  return raised;
end
$$;

-- How often this account revealed somebody on the civil day of that instant.
create function audit.reveals_on_day(whose uuid, on_day_of timestamptz) returns integer
  language sql stable security definer set search_path = public, pg_temp
as $$
  select count(*)::integer from audit_record r
  where r.authority_id = app.authority() and r.account_id = whose and r.action = 'identity.reveal'
    and r.audit_id >= app.uuid_at(date_trunc('day', on_day_of at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')
    and r.audit_id < app.uuid_at((date_trunc('day', on_day_of at time zone 'Asia/Shanghai') + interval '1 day') at time zone 'Asia/Shanghai')
$$;

create function audit.own_reveals(at timestamptz) returns integer language sql stable security definer set search_path = public, pg_temp
  as $$ select audit.reveals_on_day(app.account_id(), at) $$;

create function audit.warnings(only_open boolean, before uuid, most integer, at timestamptz)
  returns table (warning_id uuid, rule text, account_id uuid, hour timestamptz, count integer, reveals_that_day integer, raised_at timestamptz,
    owner_id uuid, outcome text, decided_by uuid, decided_at timestamptz, words_key bytea, words_sealed bytea)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if not (app.holds('security-admin', at) or app.holds('audit-admin', at)) then
    raise exception 'only administrators of security and audit see warnings' using errcode = 'insufficient_privilege';
  end if;
  return query
    select w.warning_id, w.rule, w.account_id, w.hour, w.count, audit.reveals_on_day(w.account_id, w.hour), w.raised_at, w.owner_id, w.outcome,
      w.decided_by, w.decided_at, w.words_key, w.words_sealed
    from audit.warning w
    where w.authority_id = app.authority() and (not only_open or w.outcome is null) and (before is null or w.warning_id < before)
    order by w.warning_id desc
    limit least(most, 101);
end
$$;

-- 'done', 'not-found', 'decided' (somebody was quicker), 'running' (its hour is not over).
create function audit.decide_warning(wanted uuid, its_outcome text, key bytea, sealed bytea, at timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  known audit.warning;
begin
  if not app.holds('security-admin', at) then
    raise exception 'only a security administrator decides on a warning' using errcode = 'insufficient_privilege';
  end if;
  select * into known from audit.warning w where w.authority_id = app.authority() and w.warning_id = wanted for update;
  if not found or known.account_id = app.account_id() then
    return 'not-found';
  elsif known.outcome is not null then
    return 'decided';
  elsif known.hour + interval '1 hour' > at then
    return 'running';
  end if;
  update audit.warning w set outcome = its_outcome, decided_by = app.account_id(), decided_at = at, words_key = key, words_sealed = sealed
  where w.authority_id = app.authority() and w.warning_id = wanted;
  perform audit.write('audit.settle', null, array[wanted::text], array[its_outcome], 'supervision', key, sealed, at);
  return 'done';
end
$$;

revoke execute on function audit.next_owner(uuid, timestamptz), audit.reading_counts(audit_record, text, integer, integer),
  audit.reveals_on_day(uuid, timestamptz) from public;
grant execute on function audit.raise_unusual(text, text[], text[], text, text, integer, integer, integer, timestamptz, timestamptz, timestamptz),
  audit.own_reveals(timestamptz), audit.warnings(boolean, uuid, integer, timestamptz), audit.decide_warning(uuid, text, bytea, bytea, timestamptz)
  to open12345_server;


-- A record's reason is sealed under a key that stands in the record, and the record never changes: when master keys are rotated, the key that is
-- wrapped anew is kept beside it and goes before it.
create table audit.rewrapped_key (
  authority_id text not null,
  audit_id uuid not null,
  words_key bytea not null,
  primary key (authority_id, audit_id)
);

drop function audit.read(uuid, uuid, uuid, integer, timestamptz);

-- Who saw this order, what did these accounts see; newest first. The first page and each export are records themselves.
create function audit.read(of_order uuid, of_accounts uuid[], since timestamptz, until timestamptz, before uuid, most integer, is_export boolean, now_at timestamptz)
  returns table (audit_id uuid, at timestamptz, account_id uuid, scope text, action text, order_id uuid, order_number text, subject_ids text[], facts text[],
    purpose text, words_key bytea, words_sealed bytea)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_auditor(now_at);
  if before is null then
    perform audit.write(case when is_export then 'audit.export' else 'audit.read' end, of_order, coalesce(of_accounts, '{}')::text[], '{}', 'supervision',
      null, null, now_at);
  end if;
  return query
    select r.audit_id, r.at, r.account_id, r.scope, r.action, r.order_id, o.number, r.subject_ids, r.facts, r.purpose,
      coalesce(k.words_key, r.words_key), r.words_sealed
    from audit_record r
      left join work_order o on o.authority_id = r.authority_id and o.order_id = r.order_id
      left join audit.rewrapped_key k on k.authority_id = r.authority_id and k.audit_id = r.audit_id
    where r.authority_id = app.authority() and (of_order is null or r.order_id = of_order) and (of_accounts is null or r.account_id = any(of_accounts))
      and (since is null or r.audit_id >= app.uuid_at(since)) and (until is null or r.audit_id < app.uuid_at(until))
      and (before is null or r.audit_id < before)
    order by r.audit_id desc
    limit least(most, case when is_export then 10000 else 101 end);
end
$$;

-- The auditor sees no order, but may ask for one by its number.
create function audit.order_of_number(its_number text, now_at timestamptz) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_auditor(now_at);
  return (select o.order_id from work_order o where o.authority_id = app.authority() and o.number = its_number);
end
$$;

grant execute on function audit.read(uuid, uuid[], timestamptz, timestamptz, uuid, integer, boolean, timestamptz), audit.order_of_number(text, timestamptz)
  to open12345_server;
