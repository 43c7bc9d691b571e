-- What the packs said is kept for as long as anything was decided by it: an old assessment is replayed from here.
CREATE TABLE yimen.policy_version (
  version text COLLATE "C" PRIMARY KEY CONSTRAINT policy_version_hash CHECK (version ~ '^[0-9a-f]{64}$'),
  packs jsonb NOT NULL CONSTRAINT policy_version_list CHECK (jsonb_typeof(packs) = 'array'),
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE yimen.policy_version IS 'Every set of packs that was ever used, whole. Public content; insert-only.';
COMMENT ON COLUMN yimen.policy_version.version IS 'Content hash of the set: reading compares it, so that nothing else can stand here.';
COMMENT ON COLUMN yimen.policy_version.packs IS 'The packs in the order of their ids, as packages/rules has them.';

CREATE TRIGGER policy_version_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.policy_version
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
GRANT SELECT, INSERT ON yimen.policy_version TO yimen_app;
