-- Clauses 15 to 17: what was asked and not found, what contradicts what, and the queries that departments' systems have opened.

-- Clause 16a: how a department's system is asked. Loaded from the prefecture's folder; what it answers is kept nowhere.
create table department_connector (
  authority_id text not null,
  connector_id text not null check (connector_id ~ '^[a-z0-9-]{2,40}$'),
  unit_id text not null,
  -- As the folder has it; keys of outside systems are never in it.
  definition jsonb not null,
  rank integer not null,
  closed_on date,
  primary key (authority_id, connector_id)
);
alter table department_connector enable row level security;
create policy own_authority on department_connector
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');
grant select, insert on department_connector to open12345_server;
grant update (unit_id, definition, rank, closed_on) on department_connector to open12345_server;
