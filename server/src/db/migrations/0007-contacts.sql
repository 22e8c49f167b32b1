-- Clause 2-channels. One interaction on one channel, with its raw original; every order names the contact that it was told in.
-- Who called, the original and the half-filled form are sealed under a key of this contact alone.

create table contact (
  authority_id text not null,
  contact_id uuid not null,
  channel text not null check (channel in ('phone', 'web', 'wechat', 'app', 'mailbox', 'upstream')),
  -- The seat that it rings at; empty for a written contact.
  account_id uuid,
  -- Known requesters of this number, newest first, and those recorded in this contact.
  requester_ids uuid[] not null default '{}',
  wrapped_key bytea not null,
  caller_sealed bytea,
  phone_hash bytea check (length(phone_hash) = 32),
  -- The switch's name of the caller's line.
  leg text,
  -- ended: the line is closed, the form may still be finished.
  state text not null check (state in ('ringing', 'talking', 'ended', 'finished')),
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  finished_at timestamptz,
  raw_sealed bytea,
  draft_sealed bytea,
  primary key (authority_id, contact_id),
  check (state = 'finished' or account_id is not null),
  check ((state = 'finished') = (finished_at is not null))
);
create index contact_open_at_seat on contact (authority_id, account_id) where state <> 'finished';
create index contact_of_seat on contact (authority_id, account_id, finished_at);
create index contact_by_leg on contact (authority_id, leg) where state <> 'finished';
create index contact_started on contact (authority_id, started_at);

alter table contact enable row level security;
-- A seat sees its own; the centre sees when and where, the sealed columns stay shut to it because nothing there opens them.
create policy read_visible on contact for select
  using (authority_id = (select app.authority())
    and ((select app.scope()) in ('system', 'centre') or ((select app.scope()) = 'seat' and account_id = (select app.account_id()))));
create policy insert_by_program on contact for insert
  with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy update_own on contact for update
  using (authority_id = (select app.authority())
    and ((select app.scope()) = 'system' or ((select app.scope()) = 'seat' and account_id = (select app.account_id()))));

grant select, insert, update on contact to open12345_server;

-- Where the next call rings: the seat that asks if it is free, else the signed-in seat that has been free longest.
create function app.free_seat(preferred uuid, at timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.account_id
  from account a
  where a.authority_id = app.authority() and a.disabled_at is null
    and exists (
      select from role_grant g
      where g.authority_id = a.authority_id and g.account_id = a.account_id and g.role = 'seat' and app.grant_in_force(g, at))
    and (a.account_id = preferred or exists (
      select from session s
      where s.authority_id = a.authority_id and s.account_id = a.account_id and s.ended_at is null and s.expires_at > at
        and s.seen_at > at - interval '30 minutes'))
    and not exists (
      select from contact c where c.authority_id = a.authority_id and c.account_id = a.account_id and c.state <> 'finished')
  order by a.account_id is not distinct from preferred desc,
    (select max(c.finished_at) from contact c where c.authority_id = a.authority_id and c.account_id = a.account_id) nulls first, a.account_id
  limit 1
$$;
grant execute on function app.free_seat(uuid, timestamptz) to open12345_server;
