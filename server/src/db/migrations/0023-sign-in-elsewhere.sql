-- Clause 20-mechanism: a unit that keeps its own identity provider (OpenID Connect) signs its people in there; outside systems ask with a key.

create table identity_provider (
  authority_id text not null,
  provider_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  issuer text not null check (length(issuer) between 8 and 300),
  client_id text not null check (length(client_id) between 1 and 200),
  wrapped_key bytea not null,
  secret_sealed bytea not null,
  -- Where browsers find this platform: the provider sends them back there.
  origin text not null check (length(origin) between 8 and 200),
  -- Only people with a role in this unit, or below it, sign in by it.
  unit_id text not null,
  enabled boolean not null,
  created_at timestamptz not null,
  primary key (authority_id, provider_id),
  unique (authority_id, issuer, client_id),
  foreign key (authority_id, unit_id) references unit
);

-- Who somebody is there. One person there is one account here, and an account has one link to a provider.
create table sign_in_link (
  authority_id text not null,
  link_id uuid not null,
  provider_id uuid not null,
  subject text not null check (length(subject) between 1 and 255),
  account_id uuid not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (authority_id, link_id),
  unique (authority_id, provider_id, subject),
  unique (authority_id, account_id, provider_id),
  foreign key (authority_id, provider_id) references identity_provider,
  foreign key (authority_id, account_id) references account
);

-- Empty: begun with the password.
alter table session add column provider_id uuid;

-- Only a keyed hash of a secret; the one before lives on for a day after it was rotated.
create table machine_key (
  authority_id text not null,
  key_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  unit_id text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  secret_hash bytea not null,
  former_hash bytea,
  former_until timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  rotated_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (authority_id, key_id),
  foreign key (authority_id, unit_id) references unit
);
create unique index machine_key_by_secret on machine_key (authority_id, secret_hash);
create index machine_key_by_former on machine_key (authority_id, former_hash) where former_hash is not null;

-- Clause 7-1: whom the holder stands in for. It is a grant like any other, and who acts is the holder.
alter table role_grant add column deputy_for uuid, add foreign key (authority_id, deputy_for) references account,
  add check (deputy_for is null or (deputy_for <> account_id and valid_to is not null));
create index role_grant_of_principal on role_grant (authority_id, deputy_for) where deputy_for is not null;

do $$
declare
  name text;
begin
  foreach name in array array['identity_provider', 'sign_in_link', 'machine_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;
grant select, insert, update on identity_provider, sign_in_link, machine_key to open12345_server;
grant delete on sign_in_link to open12345_server;
