-- Clauses 16c, 17b: which version of an item somebody was told, so that they can be found and told again when it changes.

create table answer_told (
  authority_id text not null,
  item_id uuid not null,
  version integer not null check (version > 0),
  order_id uuid not null,
  told_at timestamptz not null,
  -- A seat answered with it; or it was shown on the citizen's page before they filed.
  how text not null check (how in ('seat', 'page')),
  primary key (authority_id, item_id, order_id, version)
);
create index answer_told_of_order on answer_told (authority_id, order_id);

create table answer_telling (
  authority_id text not null,
  telling_id uuid not null,
  item_id uuid not null,
  order_id uuid not null,
  version integer not null,
  outcome text not null check (outcome in ('told', 'not-reached', 'not-needed')),
  account_id uuid not null,
  at timestamptz not null,
  primary key (authority_id, telling_id),
  foreign key (authority_id, item_id, order_id, version) references answer_told
);
create index answer_telling_of on answer_telling (authority_id, item_id, order_id, version);
-- One end for each.
create unique index answer_telling_end on answer_telling (authority_id, item_id, order_id, version) where outcome <> 'not-reached';

-- What a seat quotes is in the event; this is the way from the item to it. Uuids: an index that the policies may use.
create function app.note_what_was_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into answer_told (authority_id, item_id, version, order_id, told_at, how)
  values (new.authority_id, (new.event->'knowledge'->>'itemId')::uuid, (new.event->'knowledge'->>'version')::integer, new.order_id, new.at, 'seat')
  on conflict do nothing;
  return null;
end $$;
create trigger what_was_told after insert on work_order_event for each row
  when (new.type = 'answered-directly' and jsonb_typeof(new.event->'knowledge') = 'object')
  execute function app.note_what_was_told();

insert into answer_told (authority_id, item_id, version, order_id, told_at, how)
select e.authority_id, (e.event->'knowledge'->>'itemId')::uuid, (e.event->'knowledge'->>'version')::integer, e.order_id, e.at, 'seat'
from work_order_event e where e.type = 'answered-directly' and jsonb_typeof(e.event->'knowledge') = 'object'
on conflict do nothing;

alter table answer_told enable row level security;
alter table answer_telling enable row level security;
-- Whoever sees the order sees what its requester was told.
create policy visible on answer_told using (
  authority_id = (select app.authority())
  and exists (select from work_order o where o.authority_id = answer_told.authority_id and o.order_id = answer_told.order_id)
) with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy visible on answer_telling using (
  authority_id = (select app.authority())
  and exists (select from work_order o where o.authority_id = answer_telling.authority_id and o.order_id = answer_telling.order_id)
) with check (authority_id = (select app.authority()) and (select app.scope()) = 'centre');
grant select, insert on answer_told, answer_telling to open12345_server;

-- Whoever was told what has changed is called again, though their order is closed.
alter table bridge_call drop constraint bridge_call_purpose_check;
alter table bridge_call add constraint bridge_call_purpose_check
  check (purpose in ('ask-facts', 'arrange-visit', 'tell-progress', 'give-reply', 'follow-up', 'tell-again'));
