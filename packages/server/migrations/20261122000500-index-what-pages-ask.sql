-- Every page and every act finds its rows by an index, whatever the values.
-- The last task about something is asked for too, not only the open one: the clock of an answered referral.
DROP INDEX yimen.task_by_subject;
CREATE INDEX task_by_subject ON yimen.task (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX one_time_notice_by_case ON yimen.one_time_notice (case_id);
CREATE INDEX bank_return_by_batch ON yimen.bank_return (batch_id);
CREATE INDEX petty_cash_count_by_account ON yimen.petty_cash_count (account_id, counted_at DESC);
CREATE INDEX relief_evidence_by_grant ON yimen.relief_evidence (grant_id);
CREATE INDEX message_by_time ON yimen.message (queued_at DESC, id DESC);
-- Deadlines that wait for a year's schedule: few, looked for whenever one is imported.
CREATE INDEX task_provisional ON yimen.task (id) WHERE state = 'open' AND due_provisional;
CREATE INDEX session_by_end ON yimen.session (absolute_expires_at);
-- What somebody has done, newest first.
CREATE INDEX task_ended ON yimen.task (ended_by, ended_at DESC, id DESC) WHERE state <> 'open';
