-- Clause 12-4: one incident that many ask about: handled once, told to everybody, answered to each who asked.

create table incident (
  authority_id text not null,
  incident_id uuid not null,
  -- Words for everybody; nothing of anybody's own request.
  title text not null,
  subject text not null,
  county text not null,
  township text,
  -- The order that a unit handles it by.
  main_order_id uuid not null,
  notice_text text,
  -- What a seat tells the next caller at once.
  ready_answer text,
  opened_at timestamptz not null,
  opened_by uuid not null,
  over_at timestamptz,
  -- What everybody who asked is told when it is over.
  final_answer text,
  -- When nobody was left to be answered.
  settled_at timestamptz,
  primary key (authority_id, incident_id),
  check ((over_at is null) = (final_answer is null)),
  check (settled_at is null or over_at is not null)
);
create unique index incident_of_order on incident (authority_id, main_order_id) where over_at is null;
create index incident_open on incident (authority_id, incident_id) where over_at is null;
create index incident_unsettled on incident (over_at) where over_at is not null and settled_at is null;

-- The orders that are handled with it.
alter table work_order add column incident_id uuid generated always as ((state ->> 'incidentId')::uuid) stored;
create index work_order_of_incident on work_order (authority_id, incident_id, order_id) where incident_id is not null;

alter table incident enable row level security;
-- A notice is for everybody; besides, whoever asked sees what their request is handled with.
create policy read on incident for select using (
  authority_id = (select app.authority())
  and (
    (select app.scope()) in ('centre', 'seat', 'system')
    or (over_at is null and notice_text is not null)
    or ((select app.scope()) = 'requester' and incident_id = (
      select o.incident_id from work_order o where o.authority_id = (select app.authority()) and o.order_id = (select app.order_id())))
  )
);
create policy opened on incident for insert with check (authority_id = (select app.authority()) and (select app.scope()) = 'centre');
create policy changed on incident for update using (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'));
grant select, insert, update on incident to open12345_server;

-- How many ask about it: for the centre and the seats, who see some of these orders or none.
create function app.incident_joined(wanted uuid[]) returns table (incident_id uuid, joined integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.incident_id, count(*)::integer from work_order o
  where o.authority_id = app.authority() and o.incident_id = any(wanted) and app.scope() in ('centre', 'seat', 'system')
  group by o.incident_id
$$;
revoke execute on function app.incident_joined(uuid[]) from public;
grant execute on function app.incident_joined(uuid[]) to open12345_server;

-- Incidents that are over and may still have somebody to answer; for the program's own loop, which is nobody's actor yet.
create function app.incidents_to_settle() returns table (authority_id text, incident_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select i.authority_id, i.incident_id from incident i where i.over_at is not null and i.settled_at is null order by i.over_at limit 20
$$;
revoke execute on function app.incidents_to_settle() from public;
grant execute on function app.incidents_to_settle() to open12345_server;
