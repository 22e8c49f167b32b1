-- What a language model drafted for a person: asked by whom, of what, and what became of it. Nothing is ever sent from here.

create table model_draft (
  authority_id text not null,
  model_draft_id uuid not null,
  account_id uuid not null,
  -- A seat's direct answer, or a unit's reply.
  purpose text not null check (purpose in ('answer', 'reply')),
  -- While the matter is still being told there is a contact and no order.
  contact_id uuid,
  order_id uuid,
  assignment_id text,
  at timestamptz not null,
  model text not null check (length(model) between 1 and 100),
  -- Items and versions that the prompt holds.
  quoted jsonb not null,
  -- Everything that left the house, and all that came back, under a key of its own.
  wrapped_key bytea not null,
  prompt_sealed bytea not null,
  answer_sealed bytea,
  state text not null check (state in ('asked', 'streaming', 'finished', 'failed', 'stopped')),
  failure text check (failure in ('unreachable', 'refused', 'too-long')),
  ended_at timestamptz,
  became text check (became in ('used', 'discarded')),
  became_at timestamptz,
  wrong_by uuid,
  wrong_at timestamptz,
  wrong_sealed bytea,
  primary key (authority_id, model_draft_id),
  check ((contact_id is null) <> (order_id is null)),
  check ((purpose = 'reply') = (assignment_id is not null)),
  check ((state in ('asked', 'streaming')) = (ended_at is null)),
  check ((state = 'failed') = (failure is not null)),
  check ((became is null) = (became_at is null) and (became is distinct from 'used' or state = 'finished')),
  check ((wrong_by is null) = (wrong_at is null) and (wrong_at is null) = (wrong_sealed is null))
);
create index model_draft_of_order on model_draft (authority_id, order_id) where order_id is not null;
create index model_draft_running on model_draft (authority_id, at) where ended_at is null;

alter table model_draft enable row level security;
-- Clause 20c: what is about an order is seen by whoever sees the order, what was told in a contact by nobody who may not know of an order of it.
create policy visible on model_draft using (
  authority_id = (select app.authority())
  and (order_id is null or exists (select from work_order o where o.authority_id = model_draft.authority_id and o.order_id = model_draft.order_id))
  and (contact_id is null or not app.contact_barred(contact_id))
  and case (select app.scope())
    when 'centre' then true
    when 'system' then true
    when 'seat' then account_id = (select app.account_id())
    when 'unit' then order_id is not null
    else false
  end
) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'seat', 'unit', 'system'));

grant select, insert on model_draft to open12345_server;
grant update (answer_sealed, state, failure, ended_at, became, became_at, wrong_by, wrong_at, wrong_sealed) on model_draft to open12345_server;

-- Whether anybody was ever helped by a model: then the page of its drafts stays, though none is set up now.
create function app.model_was_used() returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from model_draft d where d.authority_id = app.authority())
$$;
revoke execute on function app.model_was_used() from public;
grant execute on function app.model_was_used() to open12345_server;
