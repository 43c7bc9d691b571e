-- Every household determined again by one policy on one day; what differs is held for people to confirm.

CREATE TABLE yimen.redetermination (
  id uuid CONSTRAINT redetermination_key PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  region_to text COLLATE "C" NOT NULL,
  on_date date NOT NULL,
  policy_version text COLLATE "C" NOT NULL REFERENCES yimen.policy_version (version),
  pack_of jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'started' CONSTRAINT redetermination_state CHECK (state IN ('started', 'computing', 'stopped', 'to-confirm', 'finished')),
  failure text,
  started_at timestamptz NOT NULL,
  started_by uuid NOT NULL REFERENCES yimen.account (id),
  started_behalf_account_id uuid REFERENCES yimen.account (id),
  started_post_id uuid NOT NULL REFERENCES yimen.post (id),
  computed_at timestamptz,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT redetermination_ended CHECK ((state = 'finished') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX redetermination_one_open ON yimen.redetermination (region_code) WHERE state <> 'finished';
CREATE INDEX redetermination_by_region ON yimen.redetermination (region_code, started_at DESC, id);
COMMENT ON TABLE yimen.redetermination IS 'One determination of the whole register of a remit by one policy on one day.';
COMMENT ON COLUMN yimen.redetermination.pack_of IS 'Which pack speaks for each township of the remit that has households in the register.';
COMMENT ON COLUMN yimen.redetermination.failure IS 'Why the computing stopped by itself; a person looks and lets it go on.';

CREATE TABLE yimen.redetermination_range (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT redetermination_range_key PRIMARY KEY,
  redetermination_id uuid NOT NULL REFERENCES yimen.redetermination (id),
  pack_id text NOT NULL,
  pages uuid[] NOT NULL,
  households integer NOT NULL,
  is_repeat boolean NOT NULL DEFAULT false,
  done_at timestamptz,
  differences integer NOT NULL DEFAULT 0,
  unreadable integer NOT NULL DEFAULT 0
);
CREATE INDEX redetermination_range_open ON yimen.redetermination_range (redetermination_id, pack_id, id) WHERE done_at IS NULL;
CREATE INDEX redetermination_range_by_run ON yimen.redetermination_range (redetermination_id);
COMMENT ON TABLE yimen.redetermination_range IS 'A range of pages is computed and stored in one transaction, so what is interrupted goes on with the next open one.';
COMMENT ON COLUMN yimen.redetermination_range.is_repeat IS 'A page looked at once more because a household on it changed; not counted as progress.';

CREATE TABLE yimen.redetermination_difference (
  redetermination_id uuid NOT NULL,
  household_id uuid NOT NULL,
  revision integer NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  element smallint NOT NULL,
  person_id uuid,
  kind text COLLATE "C" NOT NULL CONSTRAINT redetermination_difference_kind
    CHECK (kind IN ('enters', 'leaves', 'gains', 'loses', 'becomes-unknown', 'becomes-known', 'gradual-exit')),
  outcome_before text NOT NULL,
  outcome_after text NOT NULL,
  amount_before_fen bigint,
  amount_after_fen bigint,
  CONSTRAINT redetermination_difference_key PRIMARY KEY (redetermination_id, household_id, revision, programme, element)
);
CREATE INDEX redetermination_difference_by_kind ON yimen.redetermination_difference (redetermination_id, kind, region_code, household_id);
-- No references here: the range that is locked while they are written has one, and a check for each of a million rows
-- takes longer than the rows.
COMMENT ON TABLE yimen.redetermination_difference IS 'One programme that comes to something else for a household, a member or an event. Insert-only.';
COMMENT ON COLUMN yimen.redetermination_difference.element IS 'Which member or event, from 0; 0 for the household.';
COMMENT ON COLUMN yimen.redetermination_difference.revision IS 'Of what is packed of the household: of several the highest counts.';

CREATE TABLE yimen.redetermination_item (
  redetermination_id uuid NOT NULL,
  household_id uuid NOT NULL,
  revision integer NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  reason text NOT NULL CONSTRAINT redetermination_item_reason CHECK (reason IN ('differs', 'gradual-exit', 'unreadable')),
  exit_until date,
  state text NOT NULL DEFAULT 'open' CONSTRAINT redetermination_item_state CHECK (state IN ('open', 'confirmed', 'dismissed', 'overtaken')),
  opened_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES yimen.account (id),
  decided_behalf_account_id uuid REFERENCES yimen.account (id),
  note text,
  task_id uuid,
  CONSTRAINT redetermination_item_key PRIMARY KEY (redetermination_id, household_id),
  CONSTRAINT redetermination_item_decided CHECK ((state IN ('confirmed', 'dismissed')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
  CONSTRAINT redetermination_item_dismissed CHECK (state <> 'dismissed' OR note IS NOT NULL),
  CONSTRAINT redetermination_item_exit CHECK (reason <> 'gradual-exit' OR exit_until IS NOT NULL)
);
CREATE INDEX redetermination_item_by_place ON yimen.redetermination_item (redetermination_id, region_code, household_id);
CREATE INDEX redetermination_item_open ON yimen.redetermination_item (household_id) WHERE state = 'open';
COMMENT ON TABLE yimen.redetermination_item IS 'Households somebody must look at: nothing changes for them before that.';
COMMENT ON COLUMN yimen.redetermination_item.exit_until IS 'Dibao goes on until the day before this one although the household is above the standard.';
COMMENT ON COLUMN yimen.redetermination_item.task_id IS 'Opened by the confirmation.';

ALTER TABLE yimen.redetermination_difference ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_difference FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_item FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.redetermination_difference TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.redetermination_item TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.redetermination_difference TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (yimen.in_scope(region_code));
CREATE POLICY remit ON yimen.redetermination_item TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (yimen.in_scope(region_code));

GRANT SELECT, INSERT, UPDATE ON yimen.redetermination, yimen.redetermination_range, yimen.redetermination_item TO yimen_app;
GRANT SELECT, INSERT ON yimen.redetermination_difference TO yimen_app;
CREATE TRIGGER redetermination_difference_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.redetermination_difference FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
