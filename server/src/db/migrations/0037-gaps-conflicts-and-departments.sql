-- Clauses 15 to 17: what was asked and not found, what contradicts what, and the queries that departments' systems have opened.

-- Clause 16a: how a department's system is asked. Loaded from the prefecture's folder; what it answers is kept nowhere.
create table department_connector (
  authority_id text not null,
  connector_id text not null check (connector_id ~ '^[a-z0-9-]{2,40}$'),
  unit_id text not null,
  -- As the folder has it; keys of outside systems are never in it.
  definition jsonb not null,
  rank integer not null,
  closed_on date,
  primary key (authority_id, connector_id)
);
alter table department_connector enable row level security;
create policy own_authority on department_connector
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()) and (select app.scope()) = 'system');
grant select, insert on department_connector to open12345_server;
grant update (unit_id, definition, rank, closed_on) on department_connector to open12345_server;

-- What was asked and found no good item: words without numbers and names, by day. Who asked is a keyed hash of that day, forgotten after it.
create table knowledge_asked (
  authority_id text not null,
  question text not null check (length(question) between 2 and 60),
  asked_on date not null,
  occasions integer not null check (occasions > 0),
  primary key (authority_id, question, asked_on)
);
create index knowledge_asked_day on knowledge_asked (authority_id, asked_on);
create table knowledge_asker (
  authority_id text not null,
  asked_on date not null,
  question text not null,
  asker bytea not null check (length(asker) = 32),
  primary key (authority_id, asked_on, question, asker)
);
alter table knowledge_asked enable row level security;
alter table knowledge_asker enable row level security;

-- One asker counts once a day. A day holds so many questions and no more, so that nobody fills the house.
create function app.note_unanswered(its_question text, day date, its_asker bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if (select count(*) from knowledge_asker where authority_id = app.authority() and asked_on = day) >= 20000 then
    return;
  end if;
  insert into knowledge_asker values (app.authority(), day, its_question, its_asker) on conflict do nothing;
  if found then
    insert into knowledge_asked as a values (app.authority(), its_question, day, 1)
      on conflict (authority_id, question, asked_on) do update set occasions = a.occasions + 1;
  end if;
end
$$;
-- Nothing that fewer than three have asked is shown to anybody.
create function app.unanswered(since date, most integer) returns table (question text, occasions bigint, first_on date, last_on date)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select a.question, sum(a.occasions), min(a.asked_on), max(a.asked_on) from knowledge_asked a
  where a.authority_id = app.authority() and a.asked_on >= since and app.keeps_knowledge()
  group by a.question having sum(a.occasions) >= 3
  order by sum(a.occasions) desc, max(a.asked_on) desc, a.question limit most
$$;
create function app.forget_asked(today date) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_system();
  delete from knowledge_asker where authority_id = app.authority() and asked_on < today;
  delete from knowledge_asked where authority_id = app.authority() and asked_on < today - 90;
end
$$;
revoke execute on function app.note_unanswered(text, date, bytea), app.unanswered(date, integer), app.forget_asked(date) from public;
grant execute on function app.note_unanswered(text, date, bytea), app.unanswered(date, integer), app.forget_asked(date) to open12345_server;

-- A question that the centre's editors do not want an item for.
create table knowledge_dismissal (
  authority_id text not null,
  question text not null check (length(question) between 2 and 60),
  reason text not null check (length(reason) between 1 and 500),
  account_id uuid not null,
  at timestamptz not null,
  primary key (authority_id, question)
);

-- An owner is asked for an item: for what people ask and do not find, or for one standard answer to a hot issue (clause 16b).
create table knowledge_request (
  authority_id text not null,
  request_id uuid not null,
  kind text not null check (kind in ('gap', 'standard-answer')),
  question text not null check (length(question) between 2 and 60),
  words text check (length(words) between 1 and 500),
  owner_unit_id text not null,
  account_id uuid not null,
  at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  warn_at timestamptz,
  -- How the due time was counted, as it was explained when it began.
  explanation jsonb not null,
  state text not null check (state in ('open', 'answered', 'declined')),
  decided_by uuid,
  reason text check (length(reason) between 1 and 500),
  item_id uuid,
  version integer,
  closed_at timestamptz,
  primary key (authority_id, request_id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'answered') = (item_id is not null) and (item_id is null) = (version is null)),
  check ((state = 'declined') = (reason is not null))
);
create unique index knowledge_request_asked on knowledge_request (authority_id, question) where closed_at is null;
create index knowledge_request_closed on knowledge_request (authority_id, closed_at desc) where closed_at is not null;

alter table knowledge_dismissal enable row level security;
alter table knowledge_request enable row level security;
create policy kept on knowledge_dismissal
  using (authority_id = (select app.authority()) and (select app.keeps_knowledge()));
create policy theirs on knowledge_request
  using (authority_id = (select app.authority()) and ((select app.keeps_knowledge()) or owner_unit_id = any((select app.unit_ids())::text[])));
grant select, insert on knowledge_dismissal to open12345_server;
grant select, insert, update on knowledge_request to open12345_server;

alter table knowledge_urging drop constraint knowledge_urging_kind_check;
alter table knowledge_urging add constraint knowledge_urging_kind_check
  check (kind in ('review-near', 'review-late', 'report-near', 'report-late', 'request-near', 'request-late'));

-- Two versions that answer one question differently, as they were found; what an editor says about them holds as long as both are told.
create table knowledge_conflict (
  authority_id text not null,
  one_id uuid not null,
  one_version integer not null,
  other_id uuid not null,
  other_version integer not null,
  found_at timestamptz not null,
  reason text check (length(reason) between 1 and 500),
  settled_by uuid,
  settled_at timestamptz,
  primary key (authority_id, one_id, other_id, one_version, other_version),
  check (one_id < other_id),
  check (num_nonnulls(reason, settled_by, settled_at) in (0, 3))
);
alter table knowledge_conflict enable row level security;
create policy kept on knowledge_conflict
  using (authority_id = (select app.authority()) and (select app.keeps_knowledge()));
grant select, insert, delete on knowledge_conflict to open12345_server;
grant update (reason, settled_by, settled_at) on knowledge_conflict to open12345_server;
