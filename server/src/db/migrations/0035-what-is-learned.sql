-- Clauses 17b and 11-2: what the authority's own orders teach about kind, subject and unit. Numbers of hashed signs and weights, never words; a model
-- is no matter of anybody, and nothing of an order can be told from it.

create table learned_model (
  authority_id text not null,
  -- What it tells from a message.
  tells text not null check (tells in ('kind', 'subject', 'unit')),
  -- What was learned at one time bears one number.
  version integer not null check (version > 0),
  trained_at timestamptz not null,
  source text not null check (source in ('orders', 'file')),
  -- The days of the orders that it learned from and was tried on; a file has none.
  first_on date,
  last_on date,
  examples integer not null,
  held_out integer not null,
  -- Mean F1 over the labels, and the share that was right, on what was held back; the rules' on the same.
  figure real not null,
  accuracy real not null,
  rules_figure real not null,
  rules_accuracy real not null,
  -- SHA-256 of the bytes, in hexadecimal.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  state text not null check (state in ('candidate', 'in-use', 'retired')),
  primary key (authority_id, tells, version),
  check ((first_on is null) = (last_on is null)),
  -- What is no better than the rules is never used.
  check (state <> 'in-use' or figure > rules_figure)
);
create unique index learned_model_in_use on learned_model (authority_id, tells) where state = 'in-use';
alter table learned_model alter column bytes set storage external;

alter table learned_model enable row level security;
create policy own_authority on learned_model using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()));
grant select, insert, update (state) on learned_model to open12345_server;
