-- Clause 17b: the knowledge base is searched by terms that the program reads out of each item (packages/language): pairs of signs, headings, sounds.
-- A term is kept as a number, since terms are only compared. What an item holds is kept with its publication, in one transaction.

drop function app.search_knowledge(text, date, integer);
drop function app.knowledge_question(text);
drop index knowledge_bigrams;
drop function app.knowledge_text(text, text[], text), app.knowledge_bigrams(text);
drop function app.knowledge_words(text);

-- The version of each item that is found, and by which terms.
create table knowledge_entry (
  authority_id text not null,
  item_id uuid not null,
  version integer not null,
  -- Which rules of reading the terms come from; an older entry is made anew.
  reading integer not null,
  region text,
  valid_on_from date not null,
  valid_on_to date,
  signs integer not null check (signs >= 0),
  terms integer[] not null,
  primary key (authority_id, item_id)
-- Terms are looked for, never read back one row at a time: they lie beside the table, so that looking at many rows stays cheap.
) with (toast_tuple_target = 128);
alter table knowledge_entry alter column terms set storage external;
create index knowledge_entry_terms on knowledge_entry using gin (terms) with (fastupdate = off);

-- In how many items a term stands.
create table knowledge_term (
  authority_id text not null,
  term integer not null,
  items integer not null check (items >= 0),
  primary key (authority_id, term)
) with (fillfactor = 80);
-- How many items are found, and how long they are together. Whoever changes the index holds this row first: one at a time.
create table knowledge_extent (
  authority_id text primary key,
  items integer not null check (items >= 0),
  signs bigint not null check (signs >= 0)
);

-- Which item was chosen for a question, the question being a number: nobody's words and nobody's name.
create table knowledge_choice (
  authority_id text not null,
  question integer not null,
  item_id uuid not null,
  times integer not null check (times > 0),
  primary key (authority_id, question, item_id)
);

alter table knowledge_entry enable row level security;
alter table knowledge_term enable row level security;
alter table knowledge_extent enable row level security;
alter table knowledge_choice enable row level security;
create policy own_authority on knowledge_entry using (authority_id = (select app.authority()));
create policy own_authority on knowledge_term using (authority_id = (select app.authority()));
create policy own_authority on knowledge_extent using (authority_id = (select app.authority()));
create policy own_authority on knowledge_choice using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()));
grant select on knowledge_entry, knowledge_term, knowledge_extent to open12345_server;
grant select, insert, update on knowledge_choice to open12345_server;

-- Held until the end of the transaction: two publications count one after the other and cannot wait for each other's terms.
create function app.hold_knowledge_extent(of_authority text) returns void
  language sql set search_path = public, pg_temp
as $$
  insert into knowledge_extent (authority_id, items, signs) values (of_authority, 0, 0)
  on conflict (authority_id) do update set items = knowledge_extent.items
$$;

create function app.drop_knowledge_entry(of_authority text, item uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare gone knowledge_entry;
begin
  perform app.hold_knowledge_extent(of_authority);
  delete from knowledge_entry where authority_id = of_authority and item_id = item returning * into gone;
  if gone.item_id is null then return; end if;
  update knowledge_term set items = items - 1 where authority_id = of_authority and term = any(gone.terms);
  update knowledge_extent set items = items - 1, signs = knowledge_extent.signs - gone.signs where authority_id = of_authority;
end $$;

-- The entry of the version that is told now, in place of the one before it; nothing where it is told no more.
create function app.keep_knowledge_entry(item uuid, of_version integer, by_reading integer, many_signs integer, of_terms integer[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare told knowledge_item;
begin
  perform app.drop_knowledge_entry(app.authority(), item);
  select * into told from knowledge_item k where k.authority_id = app.authority() and k.item_id = item and k.version = of_version
    and k.superseded_at is null and k.status = 'published';
  if told.item_id is null then return; end if;
  insert into knowledge_entry (authority_id, item_id, version, reading, region, valid_on_from, valid_on_to, signs, terms)
  values (app.authority(), item, of_version, by_reading, told.region, told.valid_on_from, told.valid_on_to, many_signs, of_terms);
  insert into knowledge_term (authority_id, term, items) select app.authority(), t, 1 from unnest(of_terms) as t
  on conflict (authority_id, term) do update set items = knowledge_term.items + 1;
  update knowledge_extent set items = items + 1, signs = knowledge_extent.signs + many_signs where authority_id = app.authority();
end $$;

-- Whoever supersedes or withdraws a version takes it out of the index with the same transaction.
create function app.forget_knowledge_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.drop_knowledge_entry(new.authority_id, new.item_id);
  return null;
end $$;
create trigger forget_entry after update of status, superseded_at on knowledge_item for each row
  when (new.status <> 'published' or new.superseded_at is not null) execute function app.forget_knowledge_entry();

-- What is worth a closer look, best first, by the terms that say most: as many as together stand in no more than `budget` places.
-- One function of the owner, because under row-level security terms would not reach their index. Places: an item of no place is for everybody;
-- a township's code finds its own and its county's, a county's code also its townships'.
create function app.knowledge_candidates(terms integer[], weights real[], power real, on_day date, place text, budget integer, most integer)
  returns setof knowledge_item
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off
as $$
  with asked as (
    select t.term, k.items, sum(t.weight) * ln(1 + (greatest(0, e.items - k.items) + 0.5) / (k.items + 0.5)) ^ power as worth
    from unnest(terms, weights) as t (term, weight)
      join knowledge_term k on k.authority_id = app.authority() and k.term = t.term and k.items > 0
      join knowledge_extent e on e.authority_id = app.authority()
    group by t.term, k.items, e.items
  ), spent as (
    select a.term, a.worth, sum(a.items) over by_worth as places, row_number() over by_worth as nth
    from asked a window by_worth as (order by a.worth desc, a.term)
  ), chosen as materialized (
    select term, worth from spent where nth <= 64 and (places <= budget or nth = 1)
  ), found as (
    select f.item_id, sum(c.worth) as rough
    from chosen c cross join lateral (
      select e.item_id from knowledge_entry e
      where e.terms @> array[c.term] and e.authority_id = app.authority()
        and e.valid_on_from <= on_day and (e.valid_on_to is null or e.valid_on_to >= on_day)
        and (place is null or e.region is null or e.region = left(place, 6) or e.region = place or (length(place) = 6 and left(e.region, 6) = place))
      limit budget) f
    group by f.item_id order by rough desc, f.item_id limit most
  )
  select k.* from found f join knowledge_item k on k.authority_id = app.authority() and k.item_id = f.item_id
    and k.superseded_at is null and k.status = 'published'
  order by f.rough desc, k.item_id
$$;

revoke execute on function app.hold_knowledge_extent(text), app.drop_knowledge_entry(text, uuid), app.forget_knowledge_entry(),
  app.keep_knowledge_entry(uuid, integer, integer, integer, integer[]),
  app.knowledge_candidates(integer[], real[], real, date, text, integer, integer) from public;
grant execute on function app.keep_knowledge_entry(uuid, integer, integer, integer, integer[]),
  app.knowledge_candidates(integer[], real[], real, date, text, integer, integer) to open12345_server;
