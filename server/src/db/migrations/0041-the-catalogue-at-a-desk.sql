-- Clause 11-2: the catalogue of responsibilities is changed at a desk: proposed for a day with its basis and its reason, decided by somebody else.

create table catalogue_change (
  authority_id text not null,
  change_id uuid not null,
  kind text not null check (kind in ('set', 'end')),
  subject text not null,
  place_code text not null,
  unit_id text,
  principle text check (principle in ('place', 'duty', 'industry')),
  basis text not null check (length(basis) between 1 and 200),
  effective_on date not null,
  until_on date check (until_on > effective_on),
  reason text not null check (length(reason) between 1 and 500),
  -- Whom the place was led to when it was proposed.
  unit_before text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (authority_id, change_id),
  foreign key (authority_id, place_code) references place,
  foreign key (authority_id, unit_id) references unit,
  foreign key (authority_id, unit_before) references unit,
  foreign key (authority_id, proposed_by) references account,
  check ((kind = 'set') = (unit_id is not null)),
  check ((kind = 'set') = (principle is not null)),
  check (kind = 'set' or until_on is null)
);
create index catalogue_change_of_pair on catalogue_change (authority_id, subject, place_code, change_id);

-- What became of a proposal, once and for all; neither is ever rewritten.
create table catalogue_decision (
  authority_id text not null,
  change_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused', 'withdrawn')),
  words text check (length(words) between 1 and 500),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (authority_id, change_id),
  foreign key (authority_id, change_id) references catalogue_change,
  foreign key (authority_id, decided_by) references account,
  check ((outcome = 'refused') = (words is not null))
);

-- Orders whose rulings speak for a change; each is seen by whoever may see the order.
create table catalogue_evidence (
  authority_id text not null,
  change_id uuid not null,
  order_id uuid not null,
  primary key (authority_id, change_id, order_id),
  foreign key (authority_id, change_id) references catalogue_change
);

-- What rulings say against the catalogue, put aside with a reason until something newer says it again.
create table catalogue_dismissal (
  authority_id text not null,
  dismissal_id uuid not null,
  subject text not null,
  place_code text not null,
  from_unit_id text not null,
  to_unit_id text not null,
  reason text not null check (length(reason) between 1 and 300),
  dismissed_by uuid not null,
  dismissed_at timestamptz not null,
  primary key (authority_id, dismissal_id),
  foreign key (authority_id, place_code) references place,
  foreign key (authority_id, from_unit_id) references unit,
  foreign key (authority_id, to_unit_id) references unit,
  foreign key (authority_id, dismissed_by) references account
);
create index catalogue_dismissal_of_finding on catalogue_dismissal (authority_id, subject, place_code, from_unit_id, to_unit_id, dismissed_at);

alter table responsibility
  -- The change that brought the entry, and the one that gave it its last day; empty where the folder did. A subject in a place that the desk has
  -- changed is not the folder's any more.
  add column brought_by uuid,
  add column ended_by uuid,
  add foreign key (authority_id, brought_by) references catalogue_change,
  add foreign key (authority_id, ended_by) references catalogue_change;

alter table catalogue_change enable row level security;
alter table catalogue_decision enable row level security;
alter table catalogue_evidence enable row level security;
alter table catalogue_dismissal enable row level security;

-- A proposal is the centre's until it is accepted; what the catalogue says is everybody's who works with it.
create policy seen on catalogue_decision
  using (authority_id = (select app.authority()) and (outcome = 'accepted' or (select app.scope()) in ('centre', 'system')))
  with check (authority_id = (select app.authority()) and (select app.scope()) = 'centre');
create policy seen on catalogue_change for select using (
  authority_id = (select app.authority())
  and ((select app.scope()) in ('centre', 'system') or exists (
    select from catalogue_decision d
    where d.authority_id = catalogue_change.authority_id and d.change_id = catalogue_change.change_id and d.outcome = 'accepted'))
);
create policy proposed on catalogue_change for insert
  with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'));
create policy with_its_order on catalogue_evidence using (
  authority_id = (select app.authority())
  and exists (select from work_order o where o.authority_id = catalogue_evidence.authority_id and o.order_id = catalogue_evidence.order_id)
) with check (
  authority_id = (select app.authority()) and (select app.scope()) = 'centre'
  and exists (select from work_order o where o.authority_id = catalogue_evidence.authority_id and o.order_id = catalogue_evidence.order_id)
);
create policy of_the_centre on catalogue_dismissal
  using (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'))
  with check (authority_id = (select app.authority()) and (select app.scope()) = 'centre');

grant select, insert on catalogue_change, catalogue_decision, catalogue_evidence, catalogue_dismissal to open12345_server;

-- Orders of a subject in a span, for the replay of a rule and for what waits for its unit.
create index work_order_of_subject on work_order (authority_id, subject, opened_at) where subject is not null;
-- Clause 12-2c, 11-3c: the few events that say whose a matter is.
create index work_order_event_whose on work_order_event (authority_id, at, order_id, version)
  where type in ('return-accepted', 'return-refused', 'designated');
