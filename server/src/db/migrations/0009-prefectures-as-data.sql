-- A prefecture comes as a folder of files; these tables hold what other rooms need of it beside its units and places.
-- Nothing is ever deleted: what no longer holds is given its last day.

alter table unit
  add column short_name text check (length(short_name) between 1 and 20),
  add column name_en text check (length(name_en) between 1 and 80);

-- The prefecture itself and its calendar, as the folder's own files say it; read through the same schemas that checked them.
create table prefecture (
  authority_id text primary key,
  profile jsonb not null,
  calendar jsonb not null,
  loaded_at timestamptz not null
);

create table policy_pack (
  authority_id text not null,
  pack_id text not null,
  pack jsonb not null,
  primary key (authority_id, pack_id)
);

-- Clause 11-2: which unit handles a subject in a place, by which of the three principles, and by which law. The narrowest place prevails.
create table responsibility (
  authority_id text not null,
  subject text not null,
  place_code text not null,
  unit_id text not null,
  principle text not null check (principle in ('place', 'duty', 'industry')),
  basis text not null check (length(basis) between 1 and 200),
  valid_on_from date not null,
  valid_on_to date check (valid_on_to > valid_on_from),
  primary key (authority_id, subject, place_code, valid_on_from),
  foreign key (authority_id, place_code) references place,
  foreign key (authority_id, unit_id) references unit
);
create index responsibility_of_unit on responsibility (authority_id, unit_id);

do $$
declare
  name text;
begin
  foreach name in array array['prefecture', 'policy_pack', 'responsibility'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_authority on %I using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()))', name);
  end loop;
end
$$;

grant select, insert, update on prefecture, policy_pack, responsibility to open12345_server;
