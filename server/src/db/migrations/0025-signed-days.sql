-- Clause 20b: at the end of each day the head of the audit chain is signed with a key that the database does not have. A day without records is
-- signed too, so that a day which is missing was taken away.

-- statement: see cli/verify/signed-day.ts. `previous` is SM3 of the signature of the day before, 32 zero bytes for the first.
create table audit.day_head (
  authority_id text not null,
  day date not null,
  last_batch bigint not null check (last_batch > 0),
  head bytea not null check (length(head) = 32),
  records bigint not null check (records >= 0),
  previous bytea not null check (length(previous) = 32),
  signed_at timestamptz not null,
  -- SM3 of the public key: which key signed.
  key_id bytea not null check (length(key_id) = 32),
  signature bytea not null,
  primary key (authority_id, day)
);
create trigger never_changed before update or delete on audit.day_head for each row execute function audit.refuse_change();
create index seal_sealed on audit.seal (authority_id, sealed_at);

create function audit.day_ends(day date) returns timestamptz language sql stable
  as $$ select (day + 1)::timestamp at time zone 'Asia/Shanghai' $$;

-- The day whose turn it is, and the chain's head at its end; no row when there is nothing to sign before `today`. One signer at a time.
create function audit.day_to_sign(today date)
  returns table (day date, last_batch bigint, head bytea, records bigint, last_signature bytea)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  before audit.day_head;
  due date;
  batch bigint;
begin
  perform audit.refuse_unless_system();
  if not pg_try_advisory_xact_lock(hashtextextended('audit.sign/' || app.authority(), 0)) then
    return;
  end if;
  select * into before from audit.day_head d where d.authority_id = app.authority() order by d.day desc limit 1;
  due := coalesce(before.day + 1,
    (select (min(s.sealed_at) at time zone 'Asia/Shanghai')::date from audit.seal s where s.authority_id = app.authority()));
  if due is null or due >= today then
    return;
  end if;
  batch := greatest(coalesce(before.last_batch, 0), coalesce((select max(s.batch_no) from audit.seal s
    where s.authority_id = app.authority() and s.sealed_at >= audit.day_ends(due - 1) and s.sealed_at < audit.day_ends(due)), 0));
  return query
    select due, batch, (select s.head from audit.seal s where s.authority_id = app.authority() and s.batch_no = batch),
      (select coalesce(sum(cardinality(s.audit_ids)), 0)::bigint from audit.seal s
        where s.authority_id = app.authority() and s.batch_no > coalesce(before.last_batch, 0) and s.batch_no <= batch),
      before.signature;
end
$$;

create function audit.append_day(its_day date, its_batch bigint, its_head bytea, its_records bigint, its_previous bytea, at timestamptz, its_key bytea,
  its_signature bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_system();
  insert into audit.day_head values (app.authority(), its_day, its_batch, its_head, its_records, its_previous, at, its_key, its_signature);
end
$$;

create function audit.refuse_unless_auditor(at timestamptz) returns void language plpgsql as $$
begin
  if not app.holds('audit-admin', at) then
    raise exception 'only an audit administrator reads the audit' using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- Newest first; for the auditor's desk.
create function audit.signed_days(before date, most integer, at timestamptz) returns setof audit.day_head
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_auditor(at);
  return query select * from audit.day_head d where d.authority_id = app.authority() and (before is null or d.day < before)
    order by d.day desc limit least(most, 101);
end
$$;

-- What a third party keeps of one day: its seals with the texts that were sealed. Words stay sealed in them. The export is itself a record.
create function audit.export_day(its_day date, at timestamptz)
  returns table (batch_no bigint, sealed_at timestamptz, previous_head bytea, head bytea, texts text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  wanted audit.day_head;
  after_batch bigint;
begin
  perform audit.refuse_unless_auditor(at);
  select * into wanted from audit.day_head d where d.authority_id = app.authority() and d.day = its_day;
  if not found then
    return;
  end if;
  after_batch := coalesce((select d.last_batch from audit.day_head d where d.authority_id = app.authority() and d.day = its_day - 1), 0);
  perform audit.write('audit.export', null, '{}', array[its_day::text], 'third-party', null, null, at);
  return query
    select s.batch_no, s.sealed_at, s.previous_head, s.head,
      array(select audit.canonical(r) from unnest(s.audit_ids) with ordinality as u(id, place)
        join audit_record r on r.authority_id = s.authority_id and r.audit_id = u.id order by u.place)
    from audit.seal s
    where s.authority_id = app.authority() and s.batch_no > after_batch and s.batch_no <= wanted.last_batch
    order by s.batch_no;
end
$$;

create function audit.signed_day(its_day date, at timestamptz) returns setof audit.day_head
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_auditor(at);
  return query select * from audit.day_head d where d.authority_id = app.authority() and d.day = its_day;
end
$$;

revoke execute on function audit.day_ends(date), audit.refuse_unless_auditor(timestamptz) from public;
grant execute on function audit.day_to_sign(date), audit.append_day(date, bigint, bytea, bigint, bytea, timestamptz, bytea, bytea),
  audit.signed_days(date, integer, timestamptz), audit.export_day(date, timestamptz), audit.signed_day(date, timestamptz) to open12345_server;
