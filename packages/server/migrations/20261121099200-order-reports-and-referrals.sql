-- Lists go newest first and then by id, both downwards: an index that runs the other way in one of the two cannot give the order.

DROP INDEX yimen.report_by_state;
CREATE INDEX report_by_state ON yimen.report (state, received_at DESC, id DESC);
CREATE INDEX report_by_time ON yimen.report (received_at DESC, id DESC);
DROP INDEX yimen.report_by_reporter;
CREATE INDEX report_by_reporter ON yimen.report (reporter_account_id, received_at DESC, id DESC) WHERE reporter_account_id IS NOT NULL;
-- Whatever was merged into a report is looked for when it ends.
CREATE INDEX report_by_merge ON yimen.report (merged_into_id) WHERE merged_into_id IS NOT NULL;

DROP INDEX yimen.referral_in;
DROP INDEX yimen.referral_out;
CREATE INDEX referral_in ON yimen.referral (to_office_id, sent_at DESC, id DESC);
CREATE INDEX referral_out ON yimen.referral (from_office_id, sent_at DESC, id DESC);
