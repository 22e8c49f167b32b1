-- The tree of units, the places of the prefecture, the people and what each may do. Nothing here concerns a requester.

create table unit (
  authority_id text not null,
  unit_id text not null check (unit_id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  parent_id text,
  -- Clause 20c: who takes an order that accuses this unit; the parent when empty.
  supervised_by text,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('centre', 'office', 'county', 'department', 'enterprise', 'township', 'section', 'sub-centre')),
  place_code text,
  valid_on_from date not null,
  valid_on_to date check (valid_on_to > valid_on_from),
  primary key (authority_id, unit_id),
  foreign key (authority_id, parent_id) references unit,
  foreign key (authority_id, supervised_by) references unit,
  check (parent_id <> unit_id)
);
create index unit_children on unit (authority_id, parent_id);

-- Clause 18a: codes from a catalogue with validity dates. A code that was replaced names its successor.
create table place (
  authority_id text not null,
  code text not null check (code ~ '^[0-9]{4,12}$'),
  parent_code text,
  name text not null,
  level text not null check (level in ('prefecture', 'county', 'township')),
  replaced_by text,
  valid_on_from date not null,
  valid_on_to date check (valid_on_to > valid_on_from),
  primary key (authority_id, code),
  foreign key (authority_id, parent_code) references place
);
create index place_children on place (authority_id, parent_code);

create table account (
  authority_id text not null,
  account_id uuid not null,
  login text not null check (login ~ '^[a-z][a-z0-9._-]{1,39}$'),
  name text not null check (length(name) between 1 and 40),
  -- Clause 20b: a person of a contractor takes contacts and decides nothing.
  outsourced boolean not null default false,
  -- Staff's own mobile for notices, under a key of its own.
  mobile_key bytea,
  mobile_sealed bytea,
  mobile_mask text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (authority_id, account_id),
  unique (authority_id, login)
);

-- Apart from the account, so that no list of people can carry a password hash along.
create table credential (
  authority_id text not null,
  account_id uuid not null,
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  primary key (authority_id, account_id),
  foreign key (authority_id, account_id) references account
);

create table invitation (
  authority_id text not null,
  token_hash bytea not null,
  -- Empty: the link of an empty system; its bearer becomes the first security administrator.
  account_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (authority_id, token_hash),
  foreign key (authority_id, account_id) references account
);
create index invitation_of_account on invitation (authority_id, account_id);

create table role_grant (
  authority_id text not null,
  grant_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('seat', 'expert', 'dispatcher', 'follow-up', 'supervisor', 'centre-manager', 'inspector', 'unit-clerk', 'unit-handler',
    'unit-reviewer', 'knowledge-editor', 'analyst', 'office', 'system-admin', 'security-admin', 'audit-admin')),
  unit_id text not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  granted_by uuid,
  revoked_by uuid,
  primary key (authority_id, grant_id),
  foreign key (authority_id, account_id) references account,
  foreign key (authority_id, unit_id) references unit
);
create index role_grant_of_account on role_grant (authority_id, account_id);
create index role_grant_of_unit on role_grant (authority_id, unit_id);

create table session (
  authority_id text not null,
  session_id uuid not null,
  -- Only a keyed hash of the cookie: who reads this table signs in as nobody.
  token_hash bytea not null,
  account_id uuid not null,
  address text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, session_id),
  unique (authority_id, token_hash),
  foreign key (authority_id, account_id) references account
);
create index session_of_account on session (authority_id, account_id, created_at);

-- Keyed by a hash of whatever was typed as login, whether such an account exists or not: a lock tells nothing.
create table sign_in_failure (
  authority_id text not null,
  login_hash bytea not null,
  failures integer not null,
  failed_at timestamptz not null,
  primary key (authority_id, login_hash)
);

-- Whom to reach in a unit, in order: clause 12-4 asks that the next is called where nobody confirms.
create table unit_contact (
  authority_id text not null,
  unit_id text not null,
  duty text not null check (duty in ('notice', 'emergency')),
  rank smallint not null check (rank between 1 and 9),
  name text not null,
  wrapped_key bytea not null,
  phone_sealed bytea not null,
  phone_mask text not null,
  primary key (authority_id, unit_id, duty, rank),
  foreign key (authority_id, unit_id) references unit
);

do $$
declare
  name text;
begin
  foreach name in array array['unit', 'place', 'account', 'credential', 'invitation', 'role_grant', 'session', 'sign_in_failure', 'unit_contact'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;

grant select, insert, update on unit, place, account, credential, invitation, role_grant, session, sign_in_failure, unit_contact to open12345_server;
grant delete on sign_in_failure, session, unit_contact to open12345_server;

-- A unit with all below it, and with all above it. `union` (not `union all`) ends a ring that a bad import might tie.
create function app.unit_subtree(of_authority text, roots text[]) returns setof text
language sql stable set search_path = public, pg_temp as $$
  with recursive tree as (
    select u.unit_id from unit u where u.authority_id = of_authority and u.unit_id = any(roots)
    union
    select u.unit_id from unit u join tree t on u.parent_id = t.unit_id where u.authority_id = of_authority
  )
  select unit_id from tree
$$;

create function app.unit_path(of_authority text, leaves text[]) returns setof text
language sql stable set search_path = public, pg_temp as $$
  with recursive path as (
    select u.unit_id, u.parent_id from unit u where u.authority_id = of_authority and u.unit_id = any(leaves)
    union
    select u.unit_id, u.parent_id from unit u join path p on u.unit_id = p.parent_id where u.authority_id = of_authority
  )
  select unit_id from path
$$;

create function app.grant_in_force(g role_grant, at timestamptz) returns boolean language sql immutable
  as $$ select g.valid_from <= at and (g.valid_to is null or g.valid_to > at) $$;

-- Whether the actor holds a role now: asked by functions that must not believe the program's word alone.
create function app.holds(wanted text, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from role_grant g
      join account a on a.authority_id = g.authority_id and a.account_id = g.account_id
    where g.authority_id = app.authority() and g.account_id = app.account_id() and g.role = wanted and app.grant_in_force(g, at) and a.disabled_at is null
  )
$$;

-- Who this cookie is, with everything that row-level security needs to know of them, in one round trip before any actor is set.
-- A session older than the password is none. Who must change a password first holds no role until then. The last sight is noted by the minute, not at each request.
create function app.signed_in(of_authority text, its_hash bytea, at timestamptz, idle interval)
  returns table (session_id uuid, account_id uuid, name text, outsourced boolean, roles text[], unit_ids text[], unit_path_ids text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  known record;
  its_roles text[];
  its_units text[];
begin
  select s.session_id, s.account_id, s.seen_at, a.name, a.outsourced, c.must_change into known
  from session s
    join account a on a.authority_id = s.authority_id and a.account_id = s.account_id
    join credential c on c.authority_id = s.authority_id and c.account_id = s.account_id
  where s.authority_id = of_authority and s.token_hash = its_hash and s.ended_at is null and s.expires_at > at and s.seen_at + idle > at
    and s.created_at >= c.changed_at and a.disabled_at is null;
  if not found then
    return;
  end if;
  if known.seen_at + interval '1 minute' < at then
    update session s set seen_at = at where s.authority_id = of_authority and s.session_id = known.session_id;
  end if;
  select coalesce(array_agg(distinct g.role), '{}'), coalesce(array_agg(distinct g.unit_id), '{}') into its_roles, its_units
  from role_grant g
  where g.authority_id = of_authority and g.account_id = known.account_id and app.grant_in_force(g, at) and not known.must_change;
  return query select known.session_id, known.account_id, known.name, known.outsourced, its_roles,
    array(select app.unit_subtree(of_authority, its_units)), array(select app.unit_path(of_authority, its_units));
end
$$;

grant execute on function app.unit_subtree(text, text[]), app.unit_path(text, text[]), app.grant_in_force(role_grant, timestamptz), app.holds(text, timestamptz),
  app.signed_in(text, bytea, timestamptz, interval) to open12345_server;
