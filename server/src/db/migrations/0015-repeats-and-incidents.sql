-- Clause 13-4: whether two orders are of the same person, by requester or by the keyed hash of the number. Only of orders that the actor may see.
create function app.same_person(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((
    select a.requester_id = b.requester_id or p.phone_hash = q.phone_hash
    from work_order a
      join work_order b on b.authority_id = a.authority_id and b.order_id = other and app.order_visible(b)
      left join vault.requester p on p.authority_id = a.authority_id and p.requester_id = a.requester_id
      left join vault.requester q on q.authority_id = b.authority_id and q.requester_id = b.requester_id
    where a.authority_id = app.authority() and a.order_id = one and app.order_visible(a)), false)
$$;
revoke execute on function app.same_person(uuid, uuid) from public;
grant execute on function app.same_person(uuid, uuid) to open12345_server;
