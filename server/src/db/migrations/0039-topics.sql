-- Clause 19a: what many tell at the same time is seen, and somebody answers for it.

-- How the words of one order are grouped: pairs of signs as keyed hashes, and how often each stands there. No word is kept, here or in the clear.
create table topic_entry (
  authority_id text not null,
  order_id uuid not null,
  topic_id uuid not null,
  -- When the order was accepted.
  at timestamptz not null,
  county text,
  grams bigint[] not null,
  times real[] not null,
  -- The rarest of them, by which others like it are found.
  keys bigint[] not null,
  primary key (authority_id, order_id),
  check (cardinality(grams) = cardinality(times))
);
create index topic_entry_of_topic on topic_entry (authority_id, topic_id, at desc);
create index topic_entry_at on topic_entry (authority_id, at);
create index topic_entry_keys on topic_entry using gin (keys);
-- Accepted orders that anybody at the centre may see, in the order in which they are grouped.
create index work_order_for_topics on work_order (authority_id, accepted_at, order_id)
  where accepted_at is not null and kind <> 'report' and not identity_hidden and grade = 'open' and known_account_ids is null
    and accused_unit_ids = '{}' and barred_account_ids = '{}';

-- In how many of the orders that are grouped each pair stands.
create table topic_gram (
  authority_id text not null,
  gram bigint not null,
  messages integer not null,
  primary key (authority_id, gram)
);

-- The last day on which everything was grouped anew.
create table topic_regrouping (
  authority_id text primary key,
  on_day date not null
);

create table topic_warning (
  authority_id text not null,
  warning_id uuid not null,
  topic_id uuid not null,
  reasons text[] not null check (cardinality(reasons) > 0),
  raised_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  owner text not null check (owner in ('centre', 'office', 'unit')),
  owner_unit_id text,
  state text not null check (state in ('open', 'confirmed', 'dismissed')),
  incident_id uuid,
  -- Why it was dismissed, in words that name nobody.
  reason text check (length(reason) between 1 and 500),
  decided_at timestamptz,
  decided_by uuid,
  primary key (authority_id, warning_id),
  foreign key (authority_id, incident_id) references incident,
  check ((owner = 'unit') = (owner_unit_id is not null)),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'confirmed') = (incident_id is not null)),
  check ((state = 'dismissed') = (reason is not null))
);
create unique index topic_warning_open on topic_warning (authority_id, topic_id) where state = 'open';
create index topic_warning_of_topic on topic_warning (authority_id, topic_id, raised_at desc);

alter table topic_entry enable row level security;
alter table topic_gram enable row level security;
alter table topic_regrouping enable row level security;
alter table topic_warning enable row level security;
-- 20c: whoever does not see the order does not see that it belongs anywhere.
create policy visible on topic_entry using (
  authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'unit', 'system')
  and exists (select from work_order o where o.authority_id = topic_entry.authority_id and o.order_id = topic_entry.order_id)
) with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy own_work on topic_gram using (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy own_work on topic_regrouping using (authority_id = (select app.authority()) and (select app.scope()) = 'system');
create policy visible on topic_warning using (
  authority_id = (select app.authority())
  and case (select app.scope())
    when 'centre' then true
    when 'system' then true
    when 'unit' then owner_unit_id = any((select app.unit_ids())::text[])
    else false
  end
) with check (authority_id = (select app.authority()) and (select app.scope()) in ('centre', 'system'));
grant select, insert, update, delete on topic_entry, topic_gram, topic_regrouping to open12345_server;
grant select, insert on topic_warning to open12345_server;
grant update (owner, owner_unit_id, state, incident_id, reason, decided_at, decided_by) on topic_warning to open12345_server;

-- Of each topic what the actor may see of it: how many orders of how many people, lately and before. A person is who calls from one number.
create function app.topic_heat(wanted uuid[], lately_from timestamptz, past_from timestamptz, until timestamptz)
  returns table (topic_id uuid, messages integer, people integer, lately integer, lately_people integer, lately_special integer, before integer,
    county text, first_at timestamptz, last_at timestamptz, times double precision[])
  language sql stable security definer set search_path = public, pg_temp
as $$
  select seen.topic_id, count(*)::integer, count(distinct seen.person)::integer,
    count(*) filter (where seen.at > lately_from)::integer,
    (count(distinct seen.person) filter (where seen.at > lately_from))::integer,
    count(*) filter (where seen.at > lately_from and seen.urgency <> 'ordinary')::integer,
    count(*) filter (where seen.at > past_from and seen.at <= lately_from)::integer,
    case when count(distinct seen.county) = 1 then max(seen.county) end,
    min(seen.at), max(seen.at), array_agg((extract(epoch from seen.at) * 1000)::double precision order by seen.at)
  from (
    select e.topic_id, e.at, o.urgency, o.county,
      coalesce(encode(p.phone_hash, 'hex'), o.requester_id::text, o.order_id::text) as person
    from topic_entry e
      join work_order o on o.authority_id = e.authority_id and o.order_id = e.order_id
      left join vault.requester p on p.authority_id = o.authority_id and p.requester_id = o.requester_id
    where e.authority_id = app.authority() and app.scope() in ('centre', 'unit', 'system') and e.at <= until
      and (wanted is null or e.topic_id = any(wanted)) and app.order_visible(o)
      and not o.identity_hidden and o.grade = 'open' and o.known_account_ids is null
  ) as seen
  group by seen.topic_id
  having count(*) > 1 or wanted is not null
$$;
revoke execute on function app.topic_heat(uuid[], timestamptz, timestamptz, timestamptz) from public;
grant execute on function app.topic_heat(uuid[], timestamptz, timestamptz, timestamptz) to open12345_server;
