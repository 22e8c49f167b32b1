-- Clause 20. Who a requester is lies apart from the matter, in a schema whose tables the program cannot touch: it calls functions of the owner,
-- and each of them writes its own audit record. The records are chained by a sealer outside the commands.

create schema audit;
create schema vault;
grant usage on schema audit, vault to open12345_server;


-- Audit --------------------------------------------------------------------------------------------------------------------------------------

-- Codes and ids only. The words of a reason are sealed under a key of their own.
create table audit_record (
  authority_id text not null,
  audit_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  scope text not null,
  action text not null check (action ~ '^[a-z]+[.][a-z-]+$'),
  order_id uuid,
  subject_ids text[] not null check (array_to_string(subject_ids, ',') ~ '^[a-z0-9,-]*$'),
  facts text[] not null check (array_to_string(facts, ',') ~ '^[a-z0-9,-]*$'),
  purpose text check (purpose ~ '^[a-z0-9-]{1,40}$'),
  words_key bytea,
  words_sealed bytea,
  primary key (authority_id, audit_id)
) partition by range (audit_id);
create table audit_record_default partition of audit_record default;
insert into app.partitioned_table values ('audit_record');
create index audit_record_of_order on audit_record (authority_id, order_id, audit_id) where order_id is not null;
create index audit_record_of_account on audit_record (authority_id, account_id, audit_id);

-- Written with the record, removed by its sealing: commits arrive out of order, so a high-water mark would pass over late ones.
create table audit.pending (
  authority_id text not null,
  audit_id uuid not null,
  primary key (authority_id, audit_id)
);

-- digests: 32 bytes for each of audit_ids, in their order. head = SM3 over the header line that cli/audit-verify.ts describes, and digests.
create table audit.seal (
  authority_id text not null,
  batch_no bigint not null check (batch_no > 0),
  sealed_at timestamptz not null,
  audit_ids uuid[] not null check (cardinality(audit_ids) > 0),
  digests bytea not null,
  previous_head bytea not null check (length(previous_head) = 32),
  head bytea not null check (length(head) = 32),
  primary key (authority_id, batch_no),
  check (length(digests) = 32 * cardinality(audit_ids))
);

-- The program has no right to these tables at all; this stops the owner's slip of the hand.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are never changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger never_changed before update or delete on audit_record for each row execute function audit.refuse_change();
create trigger never_changed before update or delete on audit.seal for each row execute function audit.refuse_change();

create function audit.new_id(at timestamptz) returns uuid language sql volatile as $$
  select (left(app.uuid_at(at)::text, 14) || '7' || substr(r, 16, 3) || substr(r, 19))::uuid from (select gen_random_uuid()::text as r) as random
$$;

create function audit.write(action text, order_id uuid, subject_ids text[], facts text[], purpose text, words_key bytea, words_sealed bytea, at timestamptz)
  returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  id uuid := audit.new_id(at);
begin
  insert into audit_record values (app.authority(), id, at, app.account_id(), app.scope(), action, order_id, subject_ids, facts, purpose, words_key, words_sealed);
  insert into audit.pending values (app.authority(), id);
end
$$;

-- One text per record, each field with its length in bytes before it, so that no two records read alike.
create function audit.field(value text) returns text language sql immutable parallel safe
  as $$ select coalesce(octet_length(value) || ':' || value, '-') || ',' $$;

create function audit.canonical(r audit_record) returns text language sql stable set search_path = public, pg_temp as $$
  select audit.field(r.authority_id) || audit.field(r.audit_id::text) || audit.field((extract(epoch from r.at) * 1000000)::bigint::text)
    || audit.field(r.account_id::text) || audit.field(r.scope) || audit.field(r.action) || audit.field(r.order_id::text)
    || audit.field(array_to_string(r.subject_ids, ' ')) || audit.field(array_to_string(r.facts, ' ')) || audit.field(r.purpose)
    || audit.field(encode(r.words_key, 'hex')) || audit.field(encode(r.words_sealed, 'hex'))
$$;

create function audit.refuse_unless_system() returns void language plpgsql as $$
begin
  if app.scope() is distinct from 'system' then
    raise exception 'only the program itself may do this' using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- The oldest records without a seal. One sealer at a time: a second one finds nothing.
create function audit.unsealed(most integer) returns table (audit_id uuid, canonical text)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_system();
  if not pg_try_advisory_xact_lock(hashtextextended('audit.seal/' || app.authority(), 0)) then
    return;
  end if;
  return query
    select r.audit_id, audit.canonical(r)
    from (select p.audit_id from audit.pending p where p.authority_id = app.authority() order by p.audit_id limit most) as due
    join audit_record r on r.authority_id = app.authority() and r.audit_id = due.audit_id
    order by r.audit_id;
end
$$;

create function audit.last_seal() returns table (batch_no bigint, head bytea)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  perform audit.refuse_unless_system();
  return query select s.batch_no, s.head from audit.seal s where s.authority_id = app.authority() order by s.batch_no desc limit 1;
end
$$;

-- For the watch over the sealer: its id tells since when it waits.
create function audit.oldest_unsealed() returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$ select p.audit_id from audit.pending p where p.authority_id = app.authority() order by p.audit_id limit 1 $$;

create function audit.append_seal(next_no bigint, at timestamptz, ids uuid[], its_digests bytea, its_previous bytea, its_head bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  removed bigint;
begin
  perform audit.refuse_unless_system();
  if its_previous is distinct from coalesce(
    (select s.head from audit.seal s where s.authority_id = app.authority() and s.batch_no = next_no - 1),
    case when next_no = 1 then decode(repeat('00', 32), 'hex') end
  ) then
    raise exception 'seal % does not continue the chain', next_no;
  end if;
  insert into audit.seal values (app.authority(), next_no, at, ids, its_digests, its_previous, its_head);
  delete from audit.pending where authority_id = app.authority() and audit_id = any(ids);
  get diagnostics removed = row_count;
  if removed <> cardinality(ids) then
    raise exception 'seal % names a record that is sealed already', next_no;
  end if;
end
$$;

-- Clause 20b: who saw this order, what did this account see. Reading the audit is itself a record.
create function audit.read(of_order uuid, of_account uuid, before uuid, most integer, now_at timestamptz) returns setof audit_record
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not app.holds('audit-admin', now_at) then
    raise exception 'only an audit administrator reads the audit' using errcode = 'insufficient_privilege';
  end if;
  if before is null then
    perform audit.write('audit.read', of_order, array_remove(array[of_account::text], null), '{}', null, null, null, now_at);
  end if;
  return query
    select * from audit_record r
    where r.authority_id = app.authority() and (of_order is null or r.order_id = of_order) and (of_account is null or r.account_id = of_account)
      and (before is null or r.audit_id < before)
    order by r.audit_id desc
    limit least(most, 101);
end
$$;

grant execute on function audit.write(text, uuid, text[], text[], text, bytea, bytea, timestamptz), audit.unsealed(integer), audit.last_seal(), audit.oldest_unsealed(),
  audit.append_seal(bigint, timestamptz, uuid[], bytea, bytea, bytea), audit.read(uuid, uuid, uuid, integer, timestamptz) to open12345_server;


-- The vault ----------------------------------------------------------------------------------------------------------------------------------

-- Each requester has a key of their own, wrapped under the master key; with it gone, what is sealed under it is gone.
create table vault.requester (
  authority_id text not null,
  requester_id uuid not null,
  wrapped_key bytea,
  name_sealed bytea,
  phone_sealed bytea,
  id_number_sealed bytea,
  home_address_sealed bytea,
  masks_sealed bytea,
  phone_hash bytea check (length(phone_hash) = 32),
  anonymous boolean not null,
  created_at timestamptz not null,
  forgotten_at timestamptz,
  primary key (authority_id, requester_id),
  check (forgotten_at is null or (wrapped_key is null and phone_hash is null))
);
create index requester_by_phone on vault.requester (authority_id, phone_hash) where phone_hash is not null;

-- THE HOOK. Whether the actor may see this order, it is this requester's, and its grade opens the identity to the actor's scope.
-- Until the work orders exist nobody may. Whoever replaces it: it runs as the owner, whom no row policy binds, so it asks app.scope(),
-- app.unit_ids(), app.unit_path_ids() and the exclusions itself.
create function vault.may_reveal(for_order uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$ select false $$;

create function vault.refuse_unless(scopes text[]) returns void language plpgsql as $$
begin
  if app.scope() is null or app.scope() <> all(scopes) then
    raise exception 'scope % has no access here', coalesce(app.scope(), 'unset') using errcode = 'insufficient_privilege';
  end if;
end
$$;

create function vault.put_requester(new_id uuid, key bytea, name bytea, phone bytea, id_number bytea, home_address bytea, masks bytea, hash bytea, is_anonymous boolean, at timestamptz)
  returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform vault.refuse_unless('{centre,seat,system}');
  insert into vault.requester values (app.authority(), new_id, key, name, phone, id_number, home_address, masks, hash, is_anonymous, at);
  perform audit.write('identity.put', null, array[new_id::text], '{}', null, null, null, at);
end
$$;

create function vault.requesters_by_phone(hash bytea, why text, at timestamptz)
  returns table (requester_id uuid, wrapped_key bytea, masks_sealed bytea, anonymous boolean, created_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  matching uuid[];
begin
  perform vault.refuse_unless('{centre,seat,system}');
  select coalesce(array_agg(newest.requester_id), '{}') into matching from (
    select r.requester_id from vault.requester r
    where r.authority_id = app.authority() and r.phone_hash = hash order by r.created_at desc limit 50
  ) as newest;
  perform audit.write('identity.find', null, matching::text[], '{}', why, null, null, at);
  return query
    select r.requester_id, r.wrapped_key, r.masks_sealed, r.anonymous, r.created_at from vault.requester r
    where r.authority_id = app.authority() and r.requester_id = any(matching) order by r.created_at desc;
end
$$;

-- A seat that is writing the order down has no order yet, but the contact open before it.
create function vault.at_open_contact(wanted uuid) returns boolean language sql stable
  as $$ select app.scope() = 'seat' and wanted = any(app.requester_ids()) $$;

-- A refusal is a row, not an error: its audit record must outlive the transaction. Who wants to be anonymous is so to every unit.
create function vault.reveal(wanted uuid, for_order uuid, fields text[], why text, words_key bytea, words_sealed bytea, at timestamptz)
  returns table (outcome text, wrapped_key bytea, name_sealed bytea, phone_sealed bytea, id_number_sealed bytea, home_address_sealed bytea)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  allowed boolean;
begin
  perform vault.refuse_unless('{centre,seat,unit}');
  allowed := app.account_id() is not null
    and coalesce(vault.may_reveal(for_order, wanted) or (for_order is null and vault.at_open_contact(wanted)), false)
    and not (app.scope() = 'unit' and exists (
      select from vault.requester r where r.authority_id = app.authority() and r.requester_id = wanted and r.anonymous));
  perform audit.write(case when allowed then 'identity.reveal' else 'identity.reveal-refused' end, for_order, array[wanted::text], fields, why, words_key, words_sealed, at);
  if not allowed then
    return query select 'refused', null::bytea, null::bytea, null::bytea, null::bytea, null::bytea;
    return;
  end if;
  return query
    select case when r.wrapped_key is null then 'forgotten' else 'revealed' end, r.wrapped_key,
      case when 'name' = any(fields) then r.name_sealed end, case when 'phone' = any(fields) then r.phone_sealed end,
      case when 'id-number' = any(fields) then r.id_number_sealed end, case when 'home-address' = any(fields) then r.home_address_sealed end
    from vault.requester r where r.authority_id = app.authority() and r.requester_id = wanted;
end
$$;

-- The centre and the seats see masks; a unit sees those of an order that is open to it. orders[i] is the order for which requesters[i] is shown.
create function vault.masks(requesters uuid[], orders uuid[]) returns table (requester_id uuid, wrapped_key bytea, masks_sealed bytea, anonymous boolean)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  perform vault.refuse_unless('{centre,seat,unit,system}');
  return query
    select distinct r.requester_id, r.wrapped_key, case when r.anonymous and app.scope() = 'unit' then null else r.masks_sealed end, r.anonymous
    from unnest(requesters, orders) as asked(requester_id, order_id)
    join vault.requester r on r.authority_id = app.authority() and r.requester_id = asked.requester_id
    where r.wrapped_key is not null and (app.scope() <> 'unit' or vault.may_reveal(asked.order_id, asked.requester_id));
end
$$;

-- For the relay and the bridge call: a number that no person is shown.
create function vault.phone_for_sending(wanted uuid, for_order uuid, why text, at timestamptz) returns table (wrapped_key bytea, phone_sealed bytea)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform vault.refuse_unless('{system}');
  perform audit.write('identity.phone-for-sending', for_order, array[wanted::text], '{}', why, null, null, at);
  return query
    select r.wrapped_key, r.phone_sealed from vault.requester r
    where r.authority_id = app.authority() and r.requester_id = wanted and r.wrapped_key is not null and r.phone_sealed is not null;
end
$$;

-- Erasure destroys the key; what was sealed under it goes with it here, but a backup from before still opens with the keys kept beside it.
create function vault.forget(wanted uuid, why text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform vault.refuse_unless('{system}');
  update vault.requester set wrapped_key = null, name_sealed = null, phone_sealed = null, id_number_sealed = null, home_address_sealed = null,
    masks_sealed = null, phone_hash = null, forgotten_at = at
  where authority_id = app.authority() and requester_id = wanted;
  perform audit.write('identity.forget', null, array[wanted::text], '{}', why, null, null, at);
end
$$;

grant execute on function vault.put_requester(uuid, bytea, bytea, bytea, bytea, bytea, bytea, bytea, boolean, timestamptz),
  vault.requesters_by_phone(bytea, text, timestamptz), vault.reveal(uuid, uuid, text[], text, bytea, bytea, timestamptz), vault.masks(uuid[], uuid[]),
  vault.phone_for_sending(uuid, uuid, text, timestamptz), vault.forget(uuid, text, timestamptz) to open12345_server;
