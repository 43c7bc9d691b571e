-- The one door: cases, matters, tasks with clocks, timeline, participants, referrals, notices, surveys, assessments.

CREATE SEQUENCE yimen.case_number;
CREATE TABLE yimen."case" (
  id uuid PRIMARY KEY,
  case_no text NOT NULL CONSTRAINT case_no_once UNIQUE,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  township_code text COLLATE "C" NOT NULL,
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  head_name text NOT NULL,
  state text NOT NULL DEFAULT 'open' CONSTRAINT case_state CHECK (state IN ('open', 'closed')),
  summary text NOT NULL,
  event_kind text NOT NULL,
  occurred_on date NOT NULL,
  place_detail_encrypted bytea,
  description text NOT NULL,
  need text NOT NULL,
  urgency text NOT NULL CONSTRAINT case_urgency CHECK (urgency IN ('lifeThreatening', 'urgent', 'ordinary')),
  urgency_possible text NOT NULL,
  urgency_answers jsonb NOT NULL DEFAULT '{}',
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  responsible_post_id uuid NOT NULL REFERENCES yimen.post (id),
  first_asked_post_id uuid NOT NULL REFERENCES yimen.post (id),
  hand_over_post_id uuid REFERENCES yimen.post (id),
  hand_over_at timestamptz,
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL REFERENCES yimen.account (id),
  closed_at timestamptz,
  outcome text,
  outcome_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT case_closed_whole CHECK ((state = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL AND outcome_reason IS NOT NULL)),
  CONSTRAINT case_hand_over_whole CHECK ((hand_over_post_id IS NULL) = (hand_over_at IS NULL))
);
CREATE INDEX case_by_region ON yimen."case" (region_code, state, opened_at DESC);
CREATE INDEX case_by_township ON yimen."case" (township_code, state, opened_at DESC, id);
CREATE INDEX case_by_opening ON yimen."case" (state, opened_at DESC, id);
CREATE INDEX case_by_household ON yimen."case" (household_id);
CREATE INDEX case_by_responsible ON yimen."case" (responsible_post_id) WHERE state = 'open';
COMMENT ON TABLE yimen."case" IS 'Everything done for one household about one need; one responsible post at every moment (R-014).';
COMMENT ON COLUMN yimen."case".hand_over_post_id IS 'Offered to this post; until it accepts, the old post stays responsible (首问负责, R-034).';

CREATE TABLE yimen.case_participant (
  -- Deferred: an office that takes in a case of another place takes part before the case row exists (首问负责, R-034).
  case_id uuid NOT NULL REFERENCES yimen."case" (id) DEFERRABLE INITIALLY DEFERRED,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  reason text NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT case_participant_key PRIMARY KEY (office_id, case_id)
);
CREATE INDEX case_participant_by_case ON yimen.case_participant (case_id);

CREATE FUNCTION yimen.takes_part(case_id uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT 1 FROM yimen.case_participant p WHERE p.office_id = yimen.context_office() AND p.case_id = $1);

CREATE TABLE yimen.matter (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  township_code text COLLATE "C" NOT NULL,
  programme text NOT NULL,
  procedure text,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  state text NOT NULL DEFAULT 'open' CONSTRAINT matter_state CHECK (state IN ('open', 'done', 'refused', 'referred', 'cancelled')),
  due_at timestamptz,
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT matter_once UNIQUE (case_id, programme)
);
CREATE INDEX matter_by_due ON yimen.matter (state, due_at, id);
CREATE INDEX matter_by_township_due ON yimen.matter (township_code, state, due_at, id);
CREATE INDEX matter_by_region_due ON yimen.matter (region_code, state, due_at, id);
COMMENT ON TABLE yimen.matter IS 'One programme inside a case, owned by one office. due_at is the earliest open task, kept by trigger.';

CREATE TABLE yimen.task (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  case_id uuid REFERENCES yimen."case" (id),
  matter_id uuid REFERENCES yimen.matter (id),
  report_id uuid,
  subject_id uuid,
  summary text NOT NULL,
  post_id uuid NOT NULL REFERENCES yimen.post (id),
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  state text NOT NULL DEFAULT 'open' CONSTRAINT task_state CHECK (state IN ('open', 'done', 'cancelled')),
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  due_on date NOT NULL,
  warn_at timestamptz NOT NULL,
  due_provisional boolean NOT NULL DEFAULT false,
  limit_amount integer NOT NULL CONSTRAINT task_limit CHECK (limit_amount >= 0),
  limit_unit text NOT NULL CONSTRAINT task_unit CHECK (limit_unit IN ('workingDays', 'calendarDays', 'hours')),
  clause_id text NOT NULL CONSTRAINT task_clause CHECK (clause_id <> ''),
  clause_zh text NOT NULL,
  clause_en text NOT NULL,
  warned_at timestamptz,
  escalated_at timestamptz,
  escalated_to_post_id uuid REFERENCES yimen.post (id),
  ended_at timestamptz,
  ended_by uuid REFERENCES yimen.account (id),
  result text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT task_about CHECK (case_id IS NOT NULL OR report_id IS NOT NULL),
  CONSTRAINT task_ended_whole CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX task_by_post ON yimen.task (post_id, due_at, id) WHERE state = 'open';
CREATE INDEX task_by_case ON yimen.task (case_id);
CREATE INDEX task_by_report ON yimen.task (report_id);
CREATE INDEX task_by_subject ON yimen.task (subject_id) WHERE state = 'open';
CREATE INDEX task_to_warn ON yimen.task (warn_at) WHERE state = 'open' AND warned_at IS NULL;
CREATE INDEX task_to_escalate ON yimen.task (due_at) WHERE state = 'open' AND escalated_at IS NULL;
COMMENT ON TABLE yimen.task IS 'An open step: owner, due moment and legal basis are never missing (invariant 3).';

CREATE TABLE yimen.case_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  account_id uuid,
  post_id uuid,
  by_name text NOT NULL,
  office_name text NOT NULL,
  behalf_name text,
  details jsonb
);
CREATE INDEX case_event_by_case ON yimen.case_event (case_id, id);
COMMENT ON TABLE yimen.case_event IS 'Timeline of a case: who did what, when, on whose behalf. Insert-only.';

CREATE TABLE yimen.referral (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  from_office_id uuid NOT NULL REFERENCES yimen.office (id),
  to_office_id uuid NOT NULL REFERENCES yimen.office (id),
  need text NOT NULL,
  state text NOT NULL DEFAULT 'sent' CONSTRAINT referral_state CHECK (state IN ('sent', 'accepted', 'returned', 'done', 'revoked')),
  sent_at timestamptz NOT NULL,
  sent_by uuid NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  result_kind text,
  result_amount_fen bigint,
  result_text text,
  return_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT referral_elsewhere CHECK (from_office_id <> to_office_id),
  CONSTRAINT referral_result CHECK ((state = 'done') = (result_kind IS NOT NULL)),
  CONSTRAINT referral_returned CHECK ((state = 'returned') = (return_reason IS NOT NULL))
);
CREATE INDEX referral_by_case ON yimen.referral (case_id);
CREATE INDEX referral_in ON yimen.referral (to_office_id, state, sent_at DESC, id);
CREATE INDEX referral_out ON yimen.referral (from_office_id, state, sent_at DESC, id);

CREATE TABLE yimen.one_time_notice (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  items jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid NOT NULL REFERENCES yimen.account (id),
  reissue_reason text,
  superseded_at timestamptz
);
CREATE UNIQUE INDEX one_time_notice_single ON yimen.one_time_notice (case_id) WHERE superseded_at IS NULL;
COMMENT ON TABLE yimen.one_time_notice IS 'Everything missing, told once (一次性告知, R-037). A second list replaces the first as a whole, with a reason.';

CREATE TABLE yimen.survey (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  surveyed_on date NOT NULL,
  with_whom text NOT NULL,
  findings text NOT NULL,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  post_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX survey_by_case ON yimen.survey (case_id);

CREATE TABLE yimen.assessment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  on_date date NOT NULL,
  policy_version text NOT NULL,
  inputs jsonb NOT NULL,
  results jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES yimen.account (id)
);
CREATE INDEX assessment_by_case ON yimen.assessment (case_id, made_at DESC);
COMMENT ON TABLE yimen.assessment IS 'Frozen inputs, policy version, results and explanation. Insert-only, replayable.';

-- The earliest open task gives the matter its due moment.
CREATE FUNCTION yimen.keep_matter_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.matter_id IS NOT NULL THEN
    UPDATE yimen.matter m SET due_at = (SELECT min(t.due_at) FROM yimen.task t WHERE t.matter_id = m.id AND t.state = 'open')
    WHERE m.id = NEW.matter_id;
  END IF;
  RETURN NULL;
END $$;
CREATE INDEX task_by_matter ON yimen.task (matter_id) WHERE state = 'open';
CREATE TRIGGER task_keeps_matter_due AFTER INSERT OR UPDATE OF state, due_at ON yimen.task FOR EACH ROW EXECUTE FUNCTION yimen.keep_matter_due();

-- History is not rewritten, whoever asks.
CREATE FUNCTION yimen.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER case_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.case_event FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
CREATE TRIGGER assessment_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.assessment FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case', 'matter', 'task', 'case_event', 'referral', 'one_time_notice', 'survey', 'assessment'] LOOP
    EXECUTE format('ALTER TABLE yimen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yimen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON yimen.%I TO yimen_migrator USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY remit ON yimen.%I TO yimen_app USING (yimen.in_scope(region_code) OR yimen.takes_part(%s)) WITH CHECK (yimen.in_scope(region_code) OR yimen.takes_part(%s))',
      t, CASE t WHEN 'case' THEN 'id' ELSE 'case_id' END, CASE t WHEN 'case' THEN 'id' ELSE 'case_id' END);
  END LOOP;
END $$;
-- A task about a report is also seen by the office that owns it (hotline, hospital …).
CREATE POLICY own_office ON yimen.task TO yimen_app USING (office_id = yimen.context_office());

GRANT USAGE ON SEQUENCE yimen.case_number TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen."case", yimen.matter, yimen.task, yimen.referral, yimen.one_time_notice TO yimen_app;
GRANT SELECT, INSERT ON yimen.case_event, yimen.survey, yimen.assessment, yimen.case_participant TO yimen_app;
