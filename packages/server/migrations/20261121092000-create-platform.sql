-- What every act leans on: idempotency, outbox, audit.

CREATE TABLE yimen.idempotency (
  caller text NOT NULL,
  key uuid NOT NULL,
  route text NOT NULL,
  body_sha256 bytea NOT NULL,
  status smallint,
  response text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_once PRIMARY KEY (key, caller)
);
CREATE INDEX idempotency_by_age ON yimen.idempotency (created_at);
COMMENT ON TABLE yimen.idempotency IS 'Reply of every command by the key of its caller: same key, same content → same reply; other content → refused.';
COMMENT ON COLUMN yimen.idempotency.response IS 'The answer as sent, byte for byte; sealed where it holds personal data, null where it was shown once.';
COMMENT ON COLUMN yimen.idempotency.caller IS 'Account id, or public for commands without sign-in.';

CREATE TABLE yimen.outbox_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT '-infinity',
  last_error text
);
CREATE INDEX outbox_event_ready ON yimen.outbox_event (next_attempt_at, id);
COMMENT ON TABLE yimen.outbox_event IS 'Events written with the act that caused them; the worker runs the reactions and deletes the row in one transaction.';

CREATE TABLE yimen.audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL CONSTRAINT audit_outcome CHECK (outcome IN ('done', 'refused', 'failed')),
  account_id uuid,
  post_id uuid,
  office_id uuid,
  role text,
  region_code text COLLATE "C",
  behalf_account_id uuid,
  subject_type text,
  subject_id text,
  purpose text,
  details jsonb,
  request_id uuid NOT NULL,
  client text
);
CREATE INDEX audit_entry_by_subject ON yimen.audit_entry (subject_type, subject_id, id);
CREATE INDEX audit_entry_by_account ON yimen.audit_entry (account_id, id);
COMMENT ON TABLE yimen.audit_entry IS 'Every act and every reading of personal data. Insert-only; sealed into a hash chain by the worker. Holds ids, never names or numbers.';

CREATE TABLE yimen.audit_link (
  seq bigint PRIMARY KEY,
  entry_id bigint NOT NULL CONSTRAINT audit_link_entry_once UNIQUE REFERENCES yimen.audit_entry (id),
  hash bytea NOT NULL
);
COMMENT ON TABLE yimen.audit_link IS 'Link seq = SHA-256(version ‖ previous hash ‖ length-prefixed canonical form of the entry).';

CREATE TABLE yimen.audit_anchor (
  seq bigint PRIMARY KEY REFERENCES yimen.audit_link (seq),
  hash bytea NOT NULL,
  anchored_at timestamptz NOT NULL,
  signature bytea NOT NULL,
  key_id text NOT NULL
);
COMMENT ON TABLE yimen.audit_anchor IS 'Signed heads of the chain; copies are written outside the database.';

GRANT SELECT, INSERT, UPDATE ON yimen.idempotency TO yimen_app;
GRANT DELETE ON yimen.idempotency TO yimen_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON yimen.outbox_event TO yimen_app;
GRANT SELECT, INSERT ON yimen.audit_entry, yimen.audit_link, yimen.audit_anchor TO yimen_app;
