-- 20c: what only the centre can move on is found in a list: a clearing that waits for its second person, and a reply to somebody whom the unit
-- may not know.
alter table work_order
  add column clearing_pending boolean not null generated always as (status <> 'closed' and state ? 'pendingClearing') stored,
  add column delivery_by_centre boolean not null
    generated always as (stage = 'to-deliver' and (grade <> 'open' or identity_hidden)) stored;
create index work_order_clearing on work_order (authority_id, list_rank, stage_due_at, order_id) where clearing_pending;
create index work_order_delivery_by_centre on work_order (authority_id, list_rank, stage_due_at, order_id) where delivery_by_centre;
