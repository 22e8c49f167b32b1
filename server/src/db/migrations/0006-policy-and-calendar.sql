-- Notices on days off and days worked, as an administrator enters them with their number. They lie over the notices that come with the program.
-- Nothing here is ever changed: a correction is a newer row that names the number it takes the place of.

create table calendar_notice (
  authority_id text not null,
  -- The order of entering: what a later notice says of a day prevails.
  entry_no integer not null check (entry_no > 0),
  number text not null check (length(number) between 1 and 80),
  year smallint not null check (year between 1992 and 2199),
  -- The feasts whose days are known by it; `national-list` is the State Council's list of the year.
  settles text[] not null,
  supersedes text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (authority_id, entry_no)
);

create table calendar_notice_day (
  authority_id text not null,
  entry_no integer not null,
  on_date date not null,
  kind text not null check (kind in ('off', 'worked')),
  name text not null check (length(name) between 1 and 40),
  primary key (authority_id, entry_no, on_date),
  foreign key (authority_id, entry_no) references calendar_notice
);

alter table calendar_notice enable row level security;
alter table calendar_notice_day enable row level security;
create policy own_authority on calendar_notice
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()));
create policy own_authority on calendar_notice_day
  using (authority_id = (select app.authority())) with check (authority_id = (select app.authority()));
grant select, insert on calendar_notice, calendar_notice_day to open12345_server;
