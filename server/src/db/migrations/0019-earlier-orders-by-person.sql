-- As in migration 0017; each of the person's entries leads to its own newest orders, by the index, so that the cost is theirs and not that of all orders.
create or replace function app.orders_of_same_person(wanted uuid, most integer) returns table (order_id uuid, shared double precision)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with asked as materialized (
    select o.authority_id, o.order_id, o.requester_id, r.phone_hash,
      array(select t & ((1::bigint << 43) - 1) from work_order_token k, unnest(k.tokens) t
        where k.authority_id = o.authority_id and k.order_id = o.order_id) as pairs
    from work_order o left join vault.requester r on r.authority_id = o.authority_id and r.requester_id = o.requester_id
    where o.authority_id = app.authority() and o.order_id = wanted and not o.identity_hidden and app.order_visible(o)
      and app.scope() in ('centre', 'seat', 'system')
  ), person as materialized (
    select asked.authority_id, asked.requester_id from asked where asked.requester_id is not null
    union
    (select r.authority_id, r.requester_id from asked
      join vault.requester r on r.authority_id = asked.authority_id and r.phone_hash = asked.phone_hash
      order by r.created_at desc limit 500)
  ), found as materialized (
    select newest.order_id from person cross join lateral (
      select o.order_id from work_order o
      where o.authority_id = person.authority_id and o.requester_id = person.requester_id and o.order_id <> wanted
        and not o.identity_hidden and app.order_visible(o)
      order by o.order_id desc limit most
    ) as newest
    order by newest.order_id desc limit most
  )
  select found.order_id, case when cardinality(asked.pairs) = 0 then 0 else (
      select count(distinct t & ((1::bigint << 43) - 1)) from work_order_token k, unnest(k.tokens) t
      where k.authority_id = asked.authority_id and k.order_id = found.order_id and t & ((1::bigint << 43) - 1) = any(asked.pairs)
    )::double precision / cardinality(asked.pairs) end
  from found cross join asked order by found.order_id desc
$$;
