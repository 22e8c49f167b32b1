-- Clause 20-mechanism: each unit names one security officer, who looks every quarter at who holds what in the unit.

create table security_officer (
  authority_id text not null,
  unit_id text not null,
  account_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_at timestamptz check (ended_at >= named_at),
  primary key (authority_id, unit_id, named_at),
  foreign key (authority_id, unit_id) references unit,
  foreign key (authority_id, account_id) references account
);
create unique index security_officer_of_unit on security_officer (authority_id, unit_id) where ended_at is null;
create index security_officer_by_account on security_officer (authority_id, account_id);

create table access_review (
  authority_id text not null,
  unit_id text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-[1-4]$'),
  account_id uuid not null,
  sentence text not null check (length(sentence) between 2 and 200),
  signed_at timestamptz not null,
  primary key (authority_id, unit_id, quarter),
  foreign key (authority_id, unit_id) references unit,
  foreign key (authority_id, account_id) references account
);

create table access_review_verdict (
  authority_id text not null,
  unit_id text not null,
  quarter text not null,
  grant_id uuid not null,
  verdict text not null check (verdict in ('keep', 'revoke')),
  primary key (authority_id, unit_id, quarter, grant_id),
  foreign key (authority_id, unit_id, quarter) references access_review,
  foreign key (authority_id, grant_id) references role_grant
);
create index access_review_verdict_of_grant on access_review_verdict (authority_id, grant_id);

do $$
declare
  name text;
begin
  foreach name in array array['security_officer', 'access_review', 'access_review_verdict'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;
grant select, insert on security_officer, access_review, access_review_verdict to open12345_server;
grant update on security_officer to open12345_server;
