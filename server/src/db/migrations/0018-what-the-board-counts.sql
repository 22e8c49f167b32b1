-- Clause 13-3c, 13-3d: what counts in the raw rate only: a rating that was screened out, and matters of mediation and law enforcement.
alter table work_order add column raw_only boolean not null
  generated always as (coalesce(state #>> '{dispute,decision}', '') = 'out' or state ? 'mark') stored;

-- Clause 11-3: who co-signs, assists, or works within a unit is in time or late by a clock of its own.
drop index work_order_clock_met;
create index work_order_clock_met on work_order_clock (authority_id, met_at)
  where kind in ('handle', 'redo', 'assist', 'sub-handle') and met_at is not null;
-- Clause 12-2c: the few that were returned.
create index work_order_clock_returned on work_order_clock (authority_id, met_at) where kind = 'return' and outcome in ('met', 'late');
