-- Clause 13-1. What leaves by SMS: written in the command's own transaction, sent by the relay. No number and no text in clear: the words are
-- put in when a message is sent, the number comes from the vault then; a sealed copy of both stays for the messages page.

create table outbox (
  authority_id text not null,
  message_id uuid not null,
  order_id uuid not null,
  order_version integer not null,
  template text not null check (template ~ '^[a-z][a-z-]{1,39}$'),
  recipient text not null check (recipient in ('requester', 'unit', 'unit-deputy')),
  unit_id text,
  -- order:version:template:recipient; goes to the gateway too, so that a repeated attempt is known there.
  idempotency_key text not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  -- Quiet hours bind it at every attempt, not only the first.
  waits_for_morning boolean not null,
  -- sending: claimed by a relay until next_attempt_at. unknown: perhaps sent, a person decides. manual: cannot be sent, a person reaches them.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'delivered', 'rejected', 'unknown', 'manual')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  receipt_at timestamptz,
  provider_id text,
  failure text check (failure ~ '^[a-z0-9-]{1,40}$'),
  short_code text check (short_code ~ '^[4-9][0-9]{3}$'),
  -- Keyed hash of the number it went to: a reply is matched by it.
  to_hash bytea check (length(to_hash) = 32),
  copy_key bytea,
  copy_sealed bytea,
  -- When the order learnt that its follow-up went out, or could not.
  told_at timestamptz,
  primary key (authority_id, message_id),
  unique (authority_id, idempotency_key),
  check ((unit_id is null) = (recipient = 'requester')),
  check ((copy_key is null) = (copy_sealed is null))
);
create index outbox_due on outbox (authority_id, next_attempt_at) where state in ('waiting', 'sending');
create index outbox_untold on outbox (authority_id, message_id) where template = 'follow-up' and told_at is null;
create index outbox_by_number on outbox (authority_id, to_hash, message_id) where to_hash is not null;
create index outbox_of_order on outbox (authority_id, order_id);

-- What came back. `outcome` is empty only between the arrival and its settling.
create table sms_reply (
  authority_id text not null,
  reply_id uuid not null,
  provider_key text not null,
  from_hash bytea not null check (length(from_hash) = 32),
  received_at timestamptz not null,
  words_key bytea not null,
  words_sealed bytea not null,
  outcome text check (outcome in ('rated', 'asked-back', 'manual', 'late', 'stranger')),
  -- Every order that it may concern.
  order_ids uuid[] not null default '{}',
  primary key (authority_id, reply_id),
  unique (authority_id, provider_key)
);
create index sms_reply_by_number on sms_reply (authority_id, from_hash, received_at);

alter table outbox enable row level security;
alter table sms_reply enable row level security;

-- Any actor's command may leave messages; only the relay, and at the centre who may see the order, reads them.
create policy write_own on outbox for insert
  with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'seat', 'unit', 'requester', 'system'));
create policy read_visible on outbox for select
  using (authority_id = (select app.authority())
    and ((select app.scope()) = 'system' or ((select app.scope()) = 'centre'
      and exists (select from work_order o where o.authority_id = outbox.authority_id and o.order_id = outbox.order_id))));
create policy relay_only on outbox for update
  using (authority_id = (select app.authority()) and (select app.scope()) = 'system');

create policy relay_only on sms_reply
  using (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy read_visible on sms_reply for select
  using (authority_id = (select app.authority()) and (select app.scope()) = 'centre' and cardinality(order_ids) > 0
    and not exists (
      select from unnest(order_ids) as concerned(id)
      where not exists (select from work_order o where o.authority_id = sms_reply.authority_id and o.order_id = concerned.id)));

grant select, insert, update on outbox, sms_reply to open12345_server;
