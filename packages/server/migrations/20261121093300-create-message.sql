-- What the office tells people: queued with the act, delivered by the worker.

CREATE TABLE yimen.message (
  id uuid PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL,
  channel text NOT NULL CONSTRAINT message_channel CHECK (channel IN ('outbox', 'sms')),
  template text NOT NULL,
  words_zh text NOT NULL,
  words_en text NOT NULL,
  recipient_encrypted bytea NOT NULL,
  recipient_masked text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CONSTRAINT message_status CHECK (status IN ('queued', 'sent', 'failed', 'given-up')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error text,
  queued_at timestamptz NOT NULL,
  sent_at timestamptz,
  case_id uuid,
  report_id uuid,
  CONSTRAINT message_sent_whole CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX message_due ON yimen.message (next_attempt_at) WHERE status IN ('queued', 'failed');
CREATE INDEX message_by_region ON yimen.message (region_code, queued_at DESC, id);
CREATE INDEX message_by_case ON yimen.message (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX message_by_report ON yimen.message (report_id) WHERE report_id IS NOT NULL;
COMMENT ON TABLE yimen.message IS 'Messages to people: the outbox channel is read in the staff portal, sms goes to the configured gateway.';
COMMENT ON COLUMN yimen.message.words_zh IS 'As sent; names nobody, says no more than the receipt number and what to do.';
COMMENT ON COLUMN yimen.message.status IS 'failed: will be tried again; given-up: somebody must call.';
COMMENT ON COLUMN yimen.message.next_attempt_at IS 'Also the lease of a worker that is sending: one that died is followed by another, with the same idempotency key.';

ALTER TABLE yimen.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.message FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.message TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.message FOR SELECT TO yimen_app USING (yimen.in_scope(region_code));
-- A public report also queues a message, to its reporter and to the duty post.
CREATE POLICY anybody_queues ON yimen.message FOR INSERT TO yimen_app WITH CHECK (status = 'queued');
CREATE POLICY worker_delivers ON yimen.message FOR UPDATE TO yimen_app
  USING (yimen.context_scope() = 'system') WITH CHECK (yimen.context_scope() = 'system');
GRANT SELECT, INSERT, UPDATE ON yimen.message TO yimen_app;
