-- Clause 14: the lines that the hotline is linked with, what went to and fro, and whether it was tried.

create table linkage_line (
  authority_id text not null,
  line_id text not null,
  name text not null,
  kind text not null check (kind in ('emergency', 'utility')),
  -- Empty: nobody has told it yet, and it cannot be called.
  number text,
  unit_id text,
  note text,
  -- Its place in the directory.
  rank integer not null,
  closed_on date,
  -- Number and note were corrected at the desk: from then on they are not the folder's.
  corrected_at timestamptz,
  primary key (authority_id, line_id)
);
create table linkage_line_change (
  authority_id text not null,
  change_id uuid not null,
  line_id text not null,
  at timestamptz not null,
  account_id uuid not null,
  number_before text,
  number_after text,
  note_before text,
  note_after text,
  primary key (authority_id, change_id),
  foreign key (authority_id, line_id) references linkage_line
);
create index linkage_line_change_of on linkage_line_change (authority_id, line_id, change_id);

-- The words of a record are sealed under its own key.
create table linkage (
  authority_id text not null,
  linkage_id uuid not null,
  line_id text not null,
  direction text not null check (direction in ('out', 'in')),
  way text not null check (way in ('transfer', 'three-way', 'told', 'received')),
  state text not null check (state in ('calling', 'joined', 'handed-over', 'ended', 'no-answer', 'refused', 'unreachable', 'cancelled', 'unknown', 'noted')),
  consent text check (consent in ('given', 'emergency')),
  contact_id uuid,
  order_id uuid,
  account_id uuid not null,
  at timestamptz not null,
  joined_at timestamptz,
  ended_at timestamptz,
  feedback_at timestamptz,
  wrapped_key bytea not null,
  told_sealed bytea,
  reference_sealed bytea,
  feedback_sealed bytea,
  primary key (authority_id, linkage_id),
  foreign key (authority_id, line_id) references linkage_line,
  check ((way = 'received') = (direction = 'in')),
  check ((way in ('transfer', 'three-way')) = (consent is not null)),
  check (way not in ('transfer', 'three-way') or contact_id is not null),
  check ((feedback_at is null) = (feedback_sealed is null))
);
create index linkage_of_contact on linkage (authority_id, contact_id, linkage_id) where contact_id is not null;
create index linkage_of_order on linkage (authority_id, order_id, linkage_id) where order_id is not null;
create index linkage_of_line on linkage (authority_id, line_id, linkage_id);
create index linkage_of_account on linkage (authority_id, account_id, linkage_id);
-- One line at a time is called into a call.
create unique index linkage_running on linkage (authority_id, contact_id) where state in ('calling', 'joined');
create index linkage_unsettled on linkage (at) where state in ('calling', 'joined');

-- Clause 20c: orders that somebody may not know of, by the contact in which they were told. Few, and so is the index.
create index work_order_barred_of_contact on work_order (authority_id, contact_id)
  where accused_unit_ids <> '{}' or barred_account_ids <> '{}';

-- Whether the actor may not know of something that was told in this contact.
create function app.contact_barred(contact uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select from work_order o
    where o.authority_id = app.authority() and o.contact_id = contact and (o.accused_unit_ids <> '{}' or o.barred_account_ids <> '{}')
      and (o.accused_unit_ids && coalesce(app.unit_path_ids(), '{}') or coalesce(app.account_id() = any(o.barred_account_ids), false))
  )
$$;
revoke execute on function app.contact_barred(uuid) from public;
grant execute on function app.contact_barred(uuid) to open12345_server;

create table linkage_drill (
  authority_id text not null,
  drill_id uuid not null,
  kind text not null check (kind in ('test-call', 'drill')),
  line_ids text[] not null check (cardinality(line_ids) > 0),
  held_on date not null,
  outcome text not null check (outcome in ('calling', 'reached', 'no-answer', 'refused', 'unreachable', 'unknown')),
  due_on date check (due_on >= held_on),
  account_id uuid not null,
  at timestamptz not null,
  wrapped_key bytea not null,
  participants_sealed bytea,
  finding_sealed bytea,
  improvement_sealed bytea,
  primary key (authority_id, drill_id)
);
create index linkage_drill_of_line on linkage_drill using gin (line_ids);
create index linkage_drill_unsettled on linkage_drill (at) where outcome = 'calling';

do $$
declare
  name text;
begin
  foreach name in array array['linkage_line', 'linkage_line_change', 'linkage', 'linkage_drill'] loop
    execute format('alter table %I enable row level security', name);
  end loop;
  foreach name in array array['linkage_line_change', 'linkage_drill'] loop
    execute format($policy$
      create policy read on %1$I for select
        using (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'seat', 'system'));
      create policy written on %1$I for insert
        with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'))
    $policy$, name);
  end loop;
end
$$;
create policy settled on linkage_drill for update using (authority_id = (select app.authority()) and (select app.scope()) = 'system');
-- The directory is no matter of anybody's; a folder is loaded and the desk corrects.
create policy own_authority on linkage_line
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'));

-- What names an order is seen by whoever sees the order; what belongs to a contact, by nobody who may not know of an order that was told in it.
-- A seat sees what it recorded, and what names an order that it sees.
create policy visible on linkage using (
  authority_id = (select app.authority())
  and (order_id is null or exists (select from work_order o where o.authority_id = linkage.authority_id and o.order_id = linkage.order_id))
  and (contact_id is null or not app.contact_barred(contact_id))
  and case (select app.scope())
    when 'centre' then true
    when 'system' then true
    when 'seat' then account_id = (select app.account_id()) or order_id is not null
    else false
  end
) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'seat', 'system'));

grant select, insert, update on linkage_line, linkage, linkage_drill to open12345_server;
grant select, insert on linkage_line_change to open12345_server;

-- Calls of every authority whose outcome nobody has heard in time, and lines that stay joined where the citizen's call is over; for the program's own loop, which is nobody's actor yet.
create function app.linkages_to_settle(before timestamptz) returns table (authority_id text, linkage_id uuid, is_test boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  (select l.authority_id, l.linkage_id, false from linkage l where l.state = 'calling' and l.at < before order by l.at limit 100)
  union all
  (select l.authority_id, l.linkage_id, false from linkage l where l.state = 'joined' and l.at < before and not exists (
    select from contact c where c.authority_id = l.authority_id and c.contact_id = l.contact_id and c.state = 'talking') order by l.at limit 100)
  union all
  (select d.authority_id, d.drill_id, true from linkage_drill d where d.outcome = 'calling' and d.at < before order by d.at limit 100)
$$;
revoke execute on function app.linkages_to_settle(timestamptz) from public;
grant execute on function app.linkages_to_settle(timestamptz) to open12345_server;
