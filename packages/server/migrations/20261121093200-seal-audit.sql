-- The audit log cannot be rewritten, not even by the owner of the tables, and its chain says how it was hashed.

ALTER TABLE yimen.audit_link ADD COLUMN version smallint NOT NULL DEFAULT 1 CONSTRAINT audit_link_version CHECK (version IN (1, 2));
COMMENT ON COLUMN yimen.audit_link.version IS 'How this link was hashed: 1 SHA-256, 2 SM3; over the version, the previous hash and the length-prefixed entry.';

CREATE INDEX audit_entry_by_time ON yimen.audit_entry USING brin (at);

CREATE FUNCTION yimen.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is insert-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_audit_change();
CREATE TRIGGER audit_link_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_audit_change();
CREATE TRIGGER audit_anchor_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.audit_anchor
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_audit_change();
