-- Clause 15: what is attached to an item of the knowledge base: a form to fill in, the document itself.

-- Such a file belongs to no order: its key stays under the master key, because what is published is everybody's.
alter table file
  add column for_knowledge boolean not null default false,
  add check (not for_knowledge or order_id is null);

-- A draft's until it is published, then its version's for good; the next version begins with those of the one before.
create table knowledge_attachment (
  authority_id text not null,
  attachment_id uuid not null,
  item_id uuid not null,
  draft_id uuid not null,
  -- Empty until the draft is published.
  version integer,
  file_id uuid not null,
  at timestamptz not null,
  primary key (authority_id, attachment_id),
  unique (authority_id, draft_id, file_id),
  foreign key (authority_id, draft_id) references knowledge_draft,
  foreign key (authority_id, file_id) references file
);
create index knowledge_attachment_of on knowledge_attachment (authority_id, item_id, version);
create index knowledge_attachment_file on knowledge_attachment (authority_id, file_id);

alter table knowledge_attachment enable row level security;
-- What was told may be seen by anybody; what is on its way, by whoever sees the draft.
create policy seen on knowledge_attachment for select using (
  authority_id = (select app.authority())
  and (version is not null
    or exists (select from knowledge_draft d where d.authority_id = knowledge_attachment.authority_id and d.draft_id = knowledge_attachment.draft_id))
);
create policy attached on knowledge_attachment for insert with check (
  authority_id = (select app.authority()) and version is null
  and exists (select from knowledge_draft d where d.authority_id = knowledge_attachment.authority_id and d.draft_id = knowledge_attachment.draft_id)
);
create policy published on knowledge_attachment for update using (
  authority_id = (select app.authority()) and version is null
  and exists (select from knowledge_draft d where d.authority_id = knowledge_attachment.authority_id and d.draft_id = knowledge_attachment.draft_id)
) with check (authority_id = (select app.authority()));
create policy removed on knowledge_attachment for delete using (
  authority_id = (select app.authority()) and version is null
  and exists (select from knowledge_draft d where d.authority_id = knowledge_attachment.authority_id and d.draft_id = knowledge_attachment.draft_id)
);
grant select, insert, delete on knowledge_attachment to open12345_server;
grant update (version) on knowledge_attachment to open12345_server;

-- A file is seen with what it is attached to.
create policy with_its_item on file for select using (
  authority_id = (select app.authority()) and for_knowledge
  and exists (select from knowledge_attachment a where a.authority_id = file.authority_id and a.file_id = file.file_id)
);

-- An import asks for thousands of titles at once.
create index knowledge_draft_title on knowledge_draft (authority_id, title) where state not in ('published', 'dropped');
