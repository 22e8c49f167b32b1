-- Clause 20c: staff and requester are connected, and nobody is shown a number; who called whom, when and what for stays with the order.

create table bridge_call (
  authority_id text not null,
  bridge_id uuid not null,
  order_id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('ask-facts', 'arrange-visit', 'tell-progress', 'give-reply', 'follow-up')),
  state text not null check (state in ('calling', 'ringing', 'talking', 'ended', 'refused', 'no-answer', 'cancelled', 'unreachable', 'unknown')),
  at timestamptz not null,
  talking_at timestamptz,
  ended_at timestamptz,
  primary key (authority_id, bridge_id),
  check ((state in ('calling', 'ringing', 'talking')) = (ended_at is null))
);
create index bridge_call_of_order on bridge_call (authority_id, order_id, bridge_id);
-- One call at a time for whoever calls, and one about an order.
create unique index bridge_call_of_caller on bridge_call (authority_id, account_id) where ended_at is null;
create unique index bridge_call_about on bridge_call (authority_id, order_id) where ended_at is null;
create index bridge_call_running on bridge_call (at) where ended_at is null;

alter table bridge_call enable row level security;
-- Whoever sees the order sees who called its requester.
create policy visible on bridge_call using (
  authority_id = (select app.authority())
  and exists (select from work_order o where o.authority_id = bridge_call.authority_id and o.order_id = bridge_call.order_id)
) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'unit', 'system'));
grant select, insert, update on bridge_call to open12345_server;

-- Whether whoever asks is in such a call, or somebody is in one about this order that the asker cannot see.
create function app.bridge_running(about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from bridge_call b where b.authority_id = app.authority() and b.ended_at is null
    and (b.order_id = about or b.account_id = app.account_id()))
$$;

-- Calls of every authority that were running before; for the program's own loop, which is nobody's actor yet.
create function app.bridges_to_settle(before timestamptz) returns table (authority_id text, bridge_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select b.authority_id, b.bridge_id from bridge_call b where b.ended_at is null and b.at < before order by b.at limit 100
$$;
revoke execute on function app.bridge_running(uuid), app.bridges_to_settle(timestamptz) from public;
grant execute on function app.bridge_running(uuid), app.bridges_to_settle(timestamptz) to open12345_server;
