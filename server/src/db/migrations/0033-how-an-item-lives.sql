-- Clauses 15 to 17: how an item of the knowledge base lives: written, vouched for by its owner, checked by the centre, looked at again, corrected.

alter table knowledge_item
  add column type text not null default 'guide'
    check (type in ('guide', 'law', 'explanation', 'hot-question', 'standard-answer', 'notice', 'instruction')),
  add column variants text[] not null default '{}',
  add column document_number text,
  add column article text,
  -- A place's code; empty for the whole prefecture.
  add column region text,
  -- The last day on which its owner looks at it again in time.
  add column review_on date,
  -- Empty for what was loaded before anybody wrote.
  add column written_by uuid,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text check (length(withdrawn_reason) between 1 and 500);
update knowledge_item set review_on = coalesce((published_at at time zone 'Asia/Shanghai')::date, valid_on_from) + interval '12 months';
alter table knowledge_item
  alter column review_on set not null,
  add check ((status = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_reason is null));
grant update (review_on, withdrawn_at, withdrawn_reason) on knowledge_item to open12345_server;
create index knowledge_review on knowledge_item (authority_id, review_on) where superseded_at is null and status = 'published';

-- Other ways of asking are searched like keywords.
drop index knowledge_bigrams;
create index knowledge_bigrams on knowledge_item using gin (app.knowledge_bigrams(app.knowledge_text(title, keywords || variants, body)))
  where superseded_at is null and status = 'published';
create or replace function app.search_knowledge(given text, on_day date, most integer) returns table (item_id uuid, version integer, rank real)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with asked as (
    select array_remove(string_to_array(app.knowledge_question(given), ' '), '') as words, app.knowledge_bigrams(app.knowledge_question(given)) as pairs
  ), candidate as materialized (
    select k.item_id, k.version, app.knowledge_words(k.title) as title, app.knowledge_text('', k.keywords || k.variants, '') as keywords,
      app.knowledge_text(k.title, k.keywords || k.variants, k.body) as whole
    from knowledge_item k, asked
    where cardinality(asked.words) > 0 and k.authority_id = app.authority() and k.superseded_at is null and k.status = 'published'
      and k.valid_on_from <= on_day and (k.valid_on_to is null or k.valid_on_to >= on_day)
      and (cardinality(asked.pairs) = 0 or app.knowledge_bigrams(app.knowledge_text(k.title, k.keywords || k.variants, k.body)) && asked.pairs)
  ), scored as (
    select c.item_id, c.version, c.title,
      (select bool_and(position(word in c.whole) > 0) from unnest(asked.words) as word) as has_all,
      (select sum((position(word in c.title) > 0)::int * 16 + (position(word in c.keywords) > 0)::int * 4 + (position(word in c.whole) > 0)::int)
        from unnest(asked.words) as word)::real as by_word,
      (select count(*) from unnest(asked.pairs) as pair where position(pair in c.whole) > 0)::real as shared,
      (select count(*) from unnest(asked.pairs) as pair where position(pair in c.title) > 0)::real as shared_in_title,
      coalesce(2.0 / nullif(position(asked.words[1] in c.title), 0), 0) as early,
      cardinality(asked.pairs) as wanted
    from candidate c, asked
  )
  select s.item_id, s.version, (case when s.has_all then 1000 else 0 end + coalesce(s.by_word, 0) * 4 + s.shared + s.shared_in_title * 2 + s.early)::real as rank
  from scored s
  where s.has_all or s.shared_in_title >= 2 or (s.wanted > 1 and s.shared * 2 >= s.wanted)
  order by rank desc, s.title
  limit most
$$;

-- A version on its way; once published it is a row of knowledge_item.
create table knowledge_draft (
  authority_id text not null,
  draft_id uuid not null,
  item_id uuid not null,
  -- The version that it is to take the place of; empty for a new item.
  base_version integer,
  state text not null check (state in ('draft', 'owner-review', 'centre-review', 'returned', 'published', 'dropped')),
  revision integer not null check (revision > 0),
  title text not null check (length(title) between 2 and 100),
  owner_unit_id text not null,
  -- What an item tells, as the contract has it; plain text.
  content jsonb not null,
  writers uuid[] not null check (cardinality(writers) > 0),
  vouched_by uuid,
  at timestamptz not null,
  moved_at timestamptz not null,
  primary key (authority_id, draft_id)
);
-- One version of an item is on its way at a time.
create unique index knowledge_draft_underway on knowledge_draft (authority_id, item_id) where state not in ('published', 'dropped');
create index knowledge_draft_list on knowledge_draft (authority_id, moved_at desc) where state not in ('published', 'dropped');

-- Who did what to an item; the review of each version stays with it.
create table knowledge_step (
  authority_id text not null,
  step_id uuid not null,
  -- Ids of one millisecond are not ordered among themselves.
  step_no bigint generated always as identity,
  item_id uuid not null,
  draft_id uuid,
  version integer,
  kind text not null check (kind in ('written', 'rewritten', 'submitted', 'vouched', 'owner-sent-back', 'published', 'centre-sent-back', 'dropped',
    'withdrawn', 'confirmed')),
  account_id uuid,
  at timestamptz not null,
  reason text check (length(reason) between 1 and 500),
  primary key (authority_id, step_id)
);
create index knowledge_step_of on knowledge_step (authority_id, item_id, step_id);

-- Clause 17a: somebody says that an item is wrong. Nobody is asked who they are; the words are sealed under a key of their own.
create table knowledge_report (
  authority_id text not null,
  report_id uuid not null,
  item_id uuid not null,
  version integer not null,
  owner_unit_id text not null,
  -- Empty for a citizen.
  account_id uuid,
  at timestamptz not null,
  wrapped_key bytea not null,
  words_sealed bytea not null,
  state text not null check (state in ('open', 'accepted', 'answered', 'rejected')),
  due_at timestamptz not null,
  due_on date not null,
  warn_at timestamptz,
  -- How the due time was counted, as it was explained when it began.
  explanation jsonb not null,
  decided_by uuid,
  decided_at timestamptz,
  reason_sealed bytea,
  -- The version that answers it; empty where the item was withdrawn instead.
  answered_version integer,
  closed_at timestamptz,
  primary key (authority_id, report_id),
  check ((state = 'open') = (decided_at is null)),
  check ((state in ('answered', 'rejected')) = (closed_at is not null)),
  check ((state = 'rejected') = (reason_sealed is not null))
);
create index knowledge_report_open on knowledge_report (authority_id, due_at, report_id) where closed_at is null;
create index knowledge_report_closed on knowledge_report (authority_id, report_id) where closed_at is not null;
create index knowledge_report_of on knowledge_report (authority_id, item_id) where closed_at is null;

-- What its owner was urged to, once for each due day and nearness.
create table knowledge_urging (
  authority_id text not null,
  subject_id uuid not null,
  kind text not null check (kind in ('review-near', 'review-late', 'report-near', 'report-late')),
  due_on date not null,
  urged_at timestamptz not null,
  primary key (authority_id, subject_id, kind, due_on)
);

-- Whether the actor looks after the whole base.
create function app.keeps_knowledge() returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(app.scope(), '') in ('centre', 'system') or exists (
    select from role_grant g where g.authority_id = app.authority() and g.account_id = app.account_id() and g.role = 'knowledge-editor')
$$;
-- Whether another item that is not withdrawn, or is on its way, bears this title; of whichever unit it is.
create function app.knowledge_title_taken(wanted text, but_item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from knowledge_item k where k.authority_id = app.authority() and k.title = wanted and k.item_id <> but_item
      and k.superseded_at is null and k.status = 'published')
    or exists (select from knowledge_draft d where d.authority_id = app.authority() and d.title = wanted and d.item_id <> but_item
      and d.state not in ('published', 'dropped'))
$$;
-- Whether a new version of the item is on its way, whoever may see it.
create function app.knowledge_underway(item uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from knowledge_draft d where d.authority_id = app.authority() and d.item_id = item and d.state not in ('published', 'dropped'))
$$;
revoke execute on function app.keeps_knowledge(), app.knowledge_title_taken(text, uuid), app.knowledge_underway(uuid) from public;
grant execute on function app.keeps_knowledge(), app.knowledge_title_taken(text, uuid), app.knowledge_underway(uuid) to open12345_server;

alter table knowledge_draft enable row level security;
alter table knowledge_step enable row level security;
alter table knowledge_report enable row level security;
alter table knowledge_urging enable row level security;

-- What is on its way is its owner's and the centre's.
create policy theirs on knowledge_draft
  using (authority_id = (select app.authority()) and ((select app.keeps_knowledge()) or owner_unit_id = any((select app.unit_ids())::text[])));
create policy seen on knowledge_step for select using (
  authority_id = (select app.authority())
  and (draft_id is null or version is not null
    or exists (select from knowledge_draft d where d.authority_id = knowledge_step.authority_id and d.draft_id = knowledge_step.draft_id))
);
create policy taken on knowledge_step for insert with check (authority_id = (select app.authority()));
-- A report is read by whoever answers for the item, and by nobody else.
create policy theirs on knowledge_report for select
  using (authority_id = (select app.authority()) and ((select app.keeps_knowledge()) or owner_unit_id = any((select app.unit_ids())::text[])));
create policy decided on knowledge_report for update
  using (authority_id = (select app.authority()) and ((select app.keeps_knowledge()) or owner_unit_id = any((select app.unit_ids())::text[])));
create policy told on knowledge_report for insert with check (authority_id = (select app.authority()) and state = 'open');
create policy own_authority on knowledge_urging
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');

grant select, insert on knowledge_step, knowledge_urging to open12345_server;
grant select, insert, update on knowledge_draft, knowledge_report to open12345_server;
