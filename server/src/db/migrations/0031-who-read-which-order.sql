-- 20b: whoever opens an order's page is on record. A page asks again by itself whenever something moved:
-- within a quarter of an hour that is still the same reading.
create function audit.write_reading(opened_order_id uuid, opened_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from audit_record r where r.authority_id = app.authority() and r.order_id = opened_order_id
      and r.audit_id >= app.uuid_at(opened_at - interval '15 minutes') and r.account_id = app.account_id() and r.action = 'order.read') then
    return;
  end if;
  perform audit.write('order.read', opened_order_id, '{}', '{}', 'handling', null, null, opened_at);
end
$$;
revoke execute on function audit.write_reading(uuid, timestamptz) from public;
grant execute on function audit.write_reading(uuid, timestamptz) to open12345_server;
