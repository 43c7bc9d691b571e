-- An assessment keeps its whole determination: facts with their sources, values, outcomes and explanations.
ALTER TABLE yimen.assessment
  ADD COLUMN record_encrypted bytea,
  ADD COLUMN record_sha256 bytea CONSTRAINT assessment_record_hash CHECK (octet_length(record_sha256) = 32),
  ADD CONSTRAINT assessment_record_whole CHECK ((record_encrypted IS NULL) = (record_sha256 IS NULL));
COMMENT ON COLUMN yimen.assessment.record_encrypted IS 'The determination as canonical bytes, sealed. Null: made before programmes were determined.';
COMMENT ON COLUMN yimen.assessment.record_sha256 IS 'Of the canonical bytes: a replay must give the same.';
COMMENT ON COLUMN yimen.assessment.results IS 'What is listed: urgency, ladder, programmes with outcome and amount. No facts of the household.';

-- The sealed record is left out: a change of keys seals it anew, and its hash stays.
DROP TRIGGER assessment_insert_only ON yimen.assessment;
CREATE TRIGGER assessment_insert_only BEFORE UPDATE OF id, case_id, region_code, on_date, policy_version, inputs, results,
  record_sha256, made_at, made_by OR DELETE OR TRUNCATE ON yimen.assessment
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

-- From now on what an assessment was made by is there for replay.
ALTER TABLE yimen.assessment ADD CONSTRAINT assessment_policy_version
  FOREIGN KEY (policy_version) REFERENCES yimen.policy_version (version) NOT VALID;
