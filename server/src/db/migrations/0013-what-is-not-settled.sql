-- The few messages that wait, or that a person must decide, among the many that went; and replies that nobody has settled yet.
create index outbox_unsettled on outbox (authority_id, state, not_before) where state in ('waiting', 'sending', 'unknown', 'manual');
create index sms_reply_unsettled on sms_reply (authority_id, received_at) where outcome is null;
