-- Clause 20-mechanism: a second factor at the sign-in (RFC 6238). Until one is enrolled, no role of a person who must have one is in force.

-- Which roles ask for it, where the security administrator has chosen.
create table second_factor_choice (
  authority_id text primary key,
  roles text[] not null
);

-- Apart from the password: neither is of use without the other.
create table second_factor (
  authority_id text not null,
  account_id uuid not null,
  wrapped_key bytea not null,
  secret_sealed bytea not null,
  begun_at timestamptz not null,
  -- Empty until the first code was right.
  confirmed_at timestamptz,
  -- The step of thirty seconds whose code was used last: a code is good once.
  last_step integer,
  -- Its codes are shown on the sign-in page of a demonstration.
  demonstration boolean not null default false,
  primary key (authority_id, account_id),
  foreign key (authority_id, account_id) references account
);

do $$
declare
  name text;
begin
  foreach name in array array['second_factor_choice', 'second_factor'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;
grant select, insert, update, delete on second_factor_choice, second_factor to open12345_server;

-- Whoever can do most harm, where nothing was chosen.
create function app.second_factor_roles(of_authority text) returns text[] language sql stable set search_path = public, pg_temp as $$
  select coalesce((select c.roles from second_factor_choice c where c.authority_id = of_authority),
    array['audit-admin', 'centre-manager', 'office', 'security-admin', 'system-admin'])
$$;

create or replace function app.signed_in(of_authority text, its_hash bytea, at timestamptz, idle interval)
  returns table (session_id uuid, account_id uuid, name text, outsourced boolean, roles text[], unit_ids text[], unit_path_ids text[],
    requester_ids uuid[])
  language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
declare
  known record;
  its_roles text[];
  its_units text[];
  below text[];
  above text[];
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
  where g.authority_id = of_authority and g.account_id = known.account_id and g.valid_from <= at and (g.valid_to is null or g.valid_to > at)
    and not known.must_change;
  if app.lacks_second_factor(of_authority, known.account_id, its_roles) then
    its_roles := '{}';
    its_units := '{}';
  end if;
  select coalesce(array_agg(distinct a.unit_id), '{}') into below
  from unit_above a where a.authority_id = of_authority and a.above_id = any(its_units);
  select coalesce(array_agg(distinct a.above_id), '{}') into above
  from unit_above a where a.authority_id = of_authority and a.unit_id = any(its_units);
  return query select known.session_id, known.account_id, known.name, known.outsourced, its_roles, below, above,
    array(select distinct unnest(c.requester_ids) from contact c
      where c.authority_id = of_authority and c.account_id = known.account_id and c.state <> 'finished');
end
$$;

create function app.lacks_second_factor(of_authority text, whose uuid, its_roles text[]) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select its_roles && app.second_factor_roles(of_authority)
    and not exists (select from second_factor f where f.authority_id = of_authority and f.account_id = whose and f.confirmed_at is not null)
$$;
revoke execute on function app.second_factor_roles(text), app.lacks_second_factor(text, uuid, text[]) from public;
grant execute on function app.second_factor_roles(text), app.lacks_second_factor(text, uuid, text[]) to open12345_server;
