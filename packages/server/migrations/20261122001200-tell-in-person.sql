-- Who has no phone is told in person: the message waits in the list until somebody has told them, and no worker takes it.

ALTER TABLE yimen.message DROP CONSTRAINT message_channel;
ALTER TABLE yimen.message ADD CONSTRAINT message_channel CHECK (channel IN ('outbox', 'sms', 'in-person'));
ALTER TABLE yimen.message ALTER COLUMN recipient_encrypted DROP NOT NULL;
ALTER TABLE yimen.message ADD CONSTRAINT message_recipient CHECK ((channel = 'in-person') = (recipient_encrypted IS NULL));
DROP INDEX yimen.message_due;
CREATE INDEX message_due ON yimen.message (next_attempt_at) WHERE status IN ('queued', 'failed') AND channel <> 'in-person';
COMMENT ON TABLE yimen.message IS 'Messages to people: the outbox channel is read in the staff portal, sms goes to the configured gateway, in-person is said by the window to somebody without a phone.';
COMMENT ON COLUMN yimen.message.recipient_encrypted IS 'Phone number; none where the person is told in person.';
