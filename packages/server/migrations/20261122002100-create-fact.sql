-- Answers to the questions of the policy, about a household, one of its members or what happened in a case.
CREATE TABLE yimen.fact (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  region_code text COLLATE "C" NOT NULL,
  about text NOT NULL CONSTRAINT fact_about CHECK (about IN ('household', 'person', 'event')),
  person_id uuid REFERENCES yimen.person (id),
  case_id uuid REFERENCES yimen."case" (id),
  question text COLLATE "C" NOT NULL,
  value_encrypted bytea NOT NULL,
  provenance text NOT NULL CONSTRAINT fact_provenance
    CHECK (provenance IN ('stated', 'observed', 'document', 'dataSource', 'register', 'officer')),
  provenance_note text,
  act text NOT NULL CONSTRAINT fact_act CHECK (act IN ('initial', 'correction', 'succession')),
  supersedes_id uuid CONSTRAINT fact_superseded_once UNIQUE REFERENCES yimen.fact (id),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES yimen.account (id),
  CONSTRAINT fact_of_a_person CHECK ((about = 'person') = (person_id IS NOT NULL)),
  CONSTRAINT fact_of_an_event CHECK ((about = 'event') = (case_id IS NOT NULL)),
  CONSTRAINT fact_supersedes CHECK ((act = 'initial') = (supersedes_id IS NULL))
);
CREATE INDEX fact_by_household ON yimen.fact (household_id);
-- Of two first answers to one question at the same moment the second is told of the first.
CREATE UNIQUE INDEX fact_first_once ON yimen.fact (household_id, about, person_id, case_id, question) NULLS NOT DISTINCT
  WHERE act = 'initial';
COMMENT ON TABLE yimen.fact IS 'One answer with provenance. A correction says it was wrong, a succession says it changed; both keep the old row. Insert-only.';
COMMENT ON COLUMN yimen.fact.region_code IS 'Of the household when it was told: decides who sees it.';
COMMENT ON COLUMN yimen.fact.question IS 'Id of a question of the policy packs.';
COMMENT ON COLUMN yimen.fact.value_encrypted IS 'JSON of the value, sealed: it may tell of health, disability or money.';

ALTER TABLE yimen.fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.fact FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.fact TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.fact TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_household(household_id))
  WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_household(household_id));

-- The sealed value is left out: a change of keys seals it anew, and only who has the keys can.
CREATE TRIGGER fact_insert_only BEFORE UPDATE OF id, household_id, region_code, about, person_id, case_id, question,
  provenance, provenance_note, act, supersedes_id, recorded_at, recorded_by OR DELETE OR TRUNCATE ON yimen.fact
  FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
GRANT SELECT, INSERT ON yimen.fact TO yimen_app;
