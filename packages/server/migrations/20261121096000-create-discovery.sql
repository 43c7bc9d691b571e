-- Reports: somebody tells of a need.

CREATE SEQUENCE yimen.report_number;
CREATE TABLE yimen.report (
  id uuid PRIMARY KEY,
  receipt_no text NOT NULL CONSTRAINT report_receipt_once UNIQUE,
  follow_code_hash bytea NOT NULL,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  responsible_post_id uuid NOT NULL REFERENCES yimen.post (id),
  state text NOT NULL DEFAULT 'received' CONSTRAINT report_state CHECK (state IN ('received', 'accepted', 'merged', 'closed')),
  channel text NOT NULL,
  event_kind text NOT NULL,
  occurred_on date,
  claimed_urgency text NOT NULL CONSTRAINT report_urgency CHECK (claimed_urgency IN ('now', 'today', 'soon')),
  what_happened text NOT NULL,
  place_detail_encrypted bytea,
  subject_name text,
  subject_phone_encrypted bytea,
  subject_phone_index bytea,
  subject_phone_masked text,
  subject_id_number_encrypted bytea,
  subject_id_number_index bytea,
  subject_id_number_masked text,
  people_count integer,
  reporter_kind text NOT NULL,
  reporter_account_id uuid REFERENCES yimen.account (id),
  reporter_office_id uuid REFERENCES yimen.office (id),
  reporter_name_encrypted bytea,
  reporter_phone_encrypted bytea,
  reporter_phone_masked text,
  anonymous boolean NOT NULL,
  received_at timestamptz NOT NULL,
  duty_paged_at timestamptz,
  accepted_at timestamptz,
  case_id uuid REFERENCES yimen."case" (id),
  merged_into_id uuid REFERENCES yimen.report (id),
  outcome text,
  outcome_reason text,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT report_merged_whole CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
  CONSTRAINT report_not_into_itself CHECK (merged_into_id <> id),
  CONSTRAINT report_ended_whole CHECK ((state IN ('merged', 'closed')) = (ended_at IS NOT NULL AND outcome IS NOT NULL)),
  CONSTRAINT report_anonymous_means_anonymous CHECK (NOT anonymous OR (reporter_account_id IS NULL AND reporter_name_encrypted IS NULL AND reporter_phone_encrypted IS NULL))
);
CREATE INDEX report_by_state ON yimen.report (state, received_at DESC, id);
CREATE INDEX report_by_region ON yimen.report (region_code, received_at DESC);
CREATE INDEX report_by_reporter ON yimen.report (reporter_account_id, received_at DESC, id);
CREATE INDEX report_by_case ON yimen.report (case_id);
CREATE INDEX report_by_subject_id_number ON yimen.report (subject_id_number_index, received_at) WHERE subject_id_number_index IS NOT NULL;
CREATE INDEX report_by_subject_phone ON yimen.report (subject_phone_index, received_at) WHERE subject_phone_index IS NOT NULL;
COMMENT ON TABLE yimen.report IS 'Somebody tells of a need. Never lost: ends in a case, a merge or a stated reason, and the reporter is told.';

ALTER TABLE yimen.task ADD CONSTRAINT task_report_fkey FOREIGN KEY (report_id) REFERENCES yimen.report (id);

CREATE TABLE yimen.report_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES yimen.report (id),
  region_code text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL,
  by_name text,
  words_zh text NOT NULL,
  words_en text NOT NULL,
  is_public boolean NOT NULL DEFAULT false
);
CREATE INDEX report_event_by_report ON yimen.report_event (report_id, id);
COMMENT ON COLUMN yimen.report_event.is_public IS 'Shown to the reporter on the progress page; carries no personal data.';
CREATE TRIGGER report_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.report_event FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

ALTER TABLE yimen.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.report FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.report_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.report_event FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.report TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.report_event TO yimen_migrator USING (true) WITH CHECK (true);
-- Anybody may report any place; a reporter sees what it reported; the remit sees its places.
CREATE POLICY anybody_reports ON yimen.report FOR INSERT TO yimen_app WITH CHECK (true);
CREATE POLICY remit ON yimen.report FOR SELECT TO yimen_app
  USING (yimen.in_scope(region_code) OR reporter_account_id = yimen.context_account() OR reporter_office_id = yimen.context_office());
CREATE POLICY remit_changes ON yimen.report FOR UPDATE TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (yimen.in_scope(region_code));
CREATE POLICY anybody_reports ON yimen.report_event FOR INSERT TO yimen_app WITH CHECK (true);
CREATE POLICY remit ON yimen.report_event FOR SELECT TO yimen_app
  USING (yimen.in_scope(region_code) OR EXISTS (SELECT 1 FROM yimen.report r WHERE r.id = report_id));

-- A public reporter has no scope: routing a report needs the window of the place and its posts, which are not personal data.
-- The first task of a report is written by the same act.
CREATE POLICY first_task_of_report ON yimen.task FOR INSERT TO yimen_app WITH CHECK (report_id IS NOT NULL AND case_id IS NULL);

-- Progress by receipt number and follow code, for people without a session.
CREATE FUNCTION yimen.follow_report(receipt text, code_hash bytea)
RETURNS TABLE (receipt_no text, received_at timestamptz, state text, outcome text, office_name text, office_phone text, ended_at timestamptz, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT r.receipt_no, r.received_at, r.state, r.outcome, o.name, o.phone, r.ended_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'zh', e.words_zh, 'en', e.words_en) ORDER BY e.id)
              FROM yimen.report_event e WHERE e.report_id = r.id AND e.is_public), '[]')
  FROM yimen.report r JOIN yimen.office o ON o.id = r.office_id
  WHERE r.receipt_no = receipt AND r.follow_code_hash = code_hash
$$;
REVOKE ALL ON FUNCTION yimen.follow_report(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.follow_report(text, bytea) TO yimen_app;

GRANT USAGE ON SEQUENCE yimen.report_number TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.report TO yimen_app;
GRANT SELECT, INSERT ON yimen.report_event TO yimen_app;
