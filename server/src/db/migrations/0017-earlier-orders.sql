-- Clause 13-4: who asks again. Clause 20c: nothing leads to or from an order whose requester stays hidden.

create or replace function app.same_person(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((
    select a.requester_id = b.requester_id or p.phone_hash = q.phone_hash
    from work_order a
      join work_order b on b.authority_id = a.authority_id and b.order_id = other and app.order_visible(b) and not b.identity_hidden
      left join vault.requester p on p.authority_id = a.authority_id and p.requester_id = a.requester_id
      left join vault.requester q on q.authority_id = b.authority_id and q.requester_id = b.requester_id
    where a.authority_id = app.authority() and a.order_id = one and app.order_visible(a) and not a.identity_hidden), false)
$$;

/*
 * Other orders of the same person that the actor may see, newest first, each with the share of this order's search tokens that it has too.
 * A token is 20 bits of its order's day and 43 of its pair (migration 0010): the pairs are compared.
 */
create function app.orders_of_same_person(wanted uuid, most integer) returns table (order_id uuid, shared double precision)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with asked as (
    select o.authority_id, o.order_id, o.requester_id, r.phone_hash,
      array(select t & ((1::bigint << 43) - 1) from work_order_token k, unnest(k.tokens) t
        where k.authority_id = o.authority_id and k.order_id = o.order_id) as pairs
    from work_order o left join vault.requester r on r.authority_id = o.authority_id and r.requester_id = o.requester_id
    where o.authority_id = app.authority() and o.order_id = wanted and not o.identity_hidden and app.order_visible(o)
      and app.scope() in ('centre', 'seat', 'system')
  ), found as (
    select o.order_id, asked.pairs
    from asked
      join work_order o on o.authority_id = asked.authority_id and o.order_id <> asked.order_id and o.requester_id in (
        select asked.requester_id union all
        select r.requester_id from vault.requester r where r.authority_id = asked.authority_id and r.phone_hash = asked.phone_hash)
    where not o.identity_hidden and app.order_visible(o)
    order by o.order_id desc limit most
  )
  select found.order_id, case when cardinality(found.pairs) = 0 then 0 else (
      select count(distinct t & ((1::bigint << 43) - 1)) from work_order_token k, unnest(k.tokens) t
      where k.authority_id = app.authority() and k.order_id = found.order_id and t & ((1::bigint << 43) - 1) = any(found.pairs)
    )::double precision / cardinality(found.pairs) end
  from found order by found.order_id desc
$$;
revoke execute on function app.orders_of_same_person(uuid, integer) from public;
grant execute on function app.orders_of_same_person(uuid, integer) to open12345_server;
