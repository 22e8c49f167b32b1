-- Clause 11-2: an accepted change of the catalogue is revoked before its day, with a reason; the spans say again what they said.

-- What the spans said that an accepted change ended or replaced, each by its first day; empty where it was accepted before this was kept.
alter table catalogue_decision
  add column spans_before jsonb check (jsonb_typeof(spans_before) = 'array'),
  add check (spans_before is null or outcome = 'accepted');

create table catalogue_revocation (
  authority_id text not null,
  change_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  revoked_by uuid not null,
  revoked_at timestamptz not null,
  primary key (authority_id, change_id),
  foreign key (authority_id, change_id) references catalogue_decision,
  foreign key (authority_id, revoked_by) references account
);
alter table catalogue_revocation enable row level security;
-- Whoever could read that a change was coming reads that it is not.
create policy seen on catalogue_revocation
  using (authority_id = (select app.authority()))
  with check (authority_id = (select app.authority()) and (select app.scope()) = 'centre');
grant select, insert on catalogue_revocation to open12345_server;

-- An entry that never began: the change that brought it is kept, with its revocation. One that has begun on any day is never deleted.
create policy not_begun on responsibility as restrictive for delete
  using (brought_by is not null and exists (
    select from catalogue_revocation v where v.authority_id = responsibility.authority_id and v.change_id = responsibility.brought_by));
grant delete on responsibility to open12345_server;
