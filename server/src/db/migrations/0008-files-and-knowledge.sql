-- Files: what a citizen or a unit attaches. The bytes lie sealed outside the database, each under a key of its own; here is what they are.
-- Until it belongs to an order a file is its uploader's alone; from then on it is seen by whoever sees the order.

-- The browser that uploads before there is an order: a keyed hash of its cookie.
create function app.upload_token() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.upload_token', true), ''), 'hex') $$;
grant execute on function app.upload_token() to open12345_server;

create table file (
  authority_id text not null,
  file_id uuid not null,
  order_id uuid,
  account_id uuid,
  upload_token_hash bytea check (length(upload_token_hash) = 32),
  name_sealed bytea not null,
  media_type text not null,
  size integer not null check (size > 0),
  digest bytea not null check (length(digest) = 32),
  -- The file's key: wrapped under the master key until it is bound, sealed under the order's key from then on, so that
  -- destroying the order's key destroys its files.
  wrapped_key bytea,
  sealed_key bytea,
  created_at timestamptz not null,
  bound_at timestamptz,
  primary key (authority_id, file_id),
  foreign key (authority_id, order_id) references work_order,
  check (num_nonnulls(account_id, upload_token_hash) = 1),
  check (num_nonnulls(wrapped_key, sealed_key) = 1),
  check ((order_id is null) = (sealed_key is null) and (order_id is null) = (bound_at is null))
);
create index file_of_order on file (authority_id, order_id) where order_id is not null;
create index file_unbound on file (authority_id, created_at) where order_id is null;

alter table file enable row level security;
create policy with_its_order on file
  using (
    authority_id = (select app.authority())
    and order_id is not null
    and exists (select from work_order o where o.authority_id = file.authority_id and o.order_id = file.order_id)
  )
  with check (
    authority_id = (select app.authority())
    and exists (select from work_order o where o.authority_id = file.authority_id and o.order_id = file.order_id)
  );
create policy its_uploader on file
  using (
    authority_id = (select app.authority())
    and order_id is null
    and (account_id = (select app.account_id()) or upload_token_hash = (select app.upload_token()) or (select app.scope()) = 'system')
  )
  with check (
    authority_id = (select app.authority())
    and order_id is null
    and (account_id = (select app.account_id()) or upload_token_hash = (select app.upload_token()))
  );
grant select, insert, delete on file to open12345_server;
-- What a file is never changes; only whose it is.
grant update (order_id, wrapped_key, sealed_key, bound_at) on file to open12345_server;


-- Clause 15: knowledge, version by version. What was told on a day can be read again; only the current version is found.

create table knowledge_item (
  authority_id text not null,
  item_id uuid not null,
  version integer not null check (version > 0),
  title text not null check (length(title) between 2 and 100),
  body text not null check (length(body) between 2 and 10000),
  keywords text[] not null,
  owner_unit_id text not null,
  -- The name that the owner had when it provided this version (clause 16c).
  owner_name text not null,
  source text not null check (length(source) between 2 and 300),
  valid_on_from date not null,
  valid_on_to date check (valid_on_to >= valid_on_from),
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  superseded_at timestamptz,
  primary key (authority_id, item_id, version),
  check ((status = 'draft') = (published_at is null))
);
create unique index knowledge_current on knowledge_item (authority_id, item_id) where superseded_at is null and status = 'published';
create unique index knowledge_title on knowledge_item (authority_id, title) where superseded_at is null and status = 'published';

alter table knowledge_item enable row level security;
create policy own_authority on knowledge_item
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()));
grant select, insert on knowledge_item to open12345_server;
-- A published version is never rewritten.
grant update (status, superseded_at) on knowledge_item to open12345_server;

-- One width and one case; punctuation of either language is a break between words. Ranges by code point, because what a
-- character class holds depends on the database's locale.
create function app.knowledge_words(given text) returns text language sql immutable parallel safe
  as $$
    select trim(regexp_replace(lower(normalize(given, nfkc)),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uffef]+', ' ', 'g'))
  $$;

-- array_to_string is immutable for text; PostgreSQL cannot know that, and an index wants to be told.
create function app.knowledge_text(title text, keywords text[], body text) returns text language sql immutable parallel safe
  as $$ select app.knowledge_words(title || ' ' || (select coalesce(string_agg(keyword, ' '), '') from unnest(keywords) as keyword) || ' ' || body) $$;

create function app.knowledge_bigrams(given text) returns text[] language sql immutable parallel safe
  as $$
    select coalesce(array_agg(distinct pair), '{}')
    from (select app.knowledge_words(given) as words) as w,
      lateral (select substr(w.words, i, 2) as pair from generate_series(1, length(w.words) - 1) as i) as pairs
    where position(' ' in pair) = 0
  $$;

create index knowledge_bigrams on knowledge_item using gin (app.knowledge_bigrams(app.knowledge_text(title, keywords, body)))
  where superseded_at is null and status = 'published';

-- What people put around what they look for.
create function app.knowledge_question(given text) returns text language sql immutable parallel safe
  as $$ select trim(regexp_replace(app.knowledge_words(given), '请问|怎么办|怎么|怎样|如何|什么|哪里|哪些|多少|是否|可以|需要|我想|我要|我的|应该|[吗呢啊吧]', ' ', 'g')) $$;

-- Items that hold every word come first, titles above keywords above bodies; a question that no item holds word by word finds those that share
-- two of its character pairs in their title, or half of them anywhere.
-- One function of the owner, because under row-level security the pairs would not reach their index.
create function app.search_knowledge(given text, on_day date, most integer) returns table (item_id uuid, version integer, rank real)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with asked as (
    select array_remove(string_to_array(app.knowledge_question(given), ' '), '') as words, app.knowledge_bigrams(app.knowledge_question(given)) as pairs
  ), candidate as materialized (
    select k.item_id, k.version, app.knowledge_words(k.title) as title, app.knowledge_text('', k.keywords, '') as keywords,
      app.knowledge_text(k.title, k.keywords, k.body) as whole
    from knowledge_item k, asked
    where cardinality(asked.words) > 0 and k.authority_id = app.authority() and k.superseded_at is null and k.status = 'published'
      and k.valid_on_from <= on_day and (k.valid_on_to is null or k.valid_on_to >= on_day)
      and (cardinality(asked.pairs) = 0 or app.knowledge_bigrams(app.knowledge_text(k.title, k.keywords, k.body)) && asked.pairs)
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
-- Who writes an item computes its index entry.
grant execute on function app.knowledge_words(text), app.knowledge_text(text, text[], text), app.knowledge_bigrams(text),
  app.search_knowledge(text, date, integer) to open12345_server;
