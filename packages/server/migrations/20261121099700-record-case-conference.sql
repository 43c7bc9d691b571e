-- One case, one discussion (一事一议, R-120): where the place asks for it, no grant is approved without a conference on
-- record, and the grants of the case stay within what it agreed.

CREATE TABLE yimen.case_conference (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  held_on date NOT NULL,
  participants jsonb NOT NULL CONSTRAINT case_conference_participants CHECK (jsonb_array_length(participants) >= 2),
  conclusion text NOT NULL CONSTRAINT case_conference_conclusion CHECK (conclusion IN ('agreed', 'declined')),
  agreed_fen bigint NOT NULL,
  granted_fen bigint NOT NULL DEFAULT 0,
  minutes text NOT NULL CONSTRAINT case_conference_minutes CHECK (minutes <> ''),
  recorded_by uuid NOT NULL REFERENCES yimen.account (id),
  recorded_post_id uuid NOT NULL REFERENCES yimen.post (id),
  behalf_account_id uuid REFERENCES yimen.account (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT case_conference_amount CHECK (agreed_fen >= 0 AND (conclusion = 'agreed') = (agreed_fen > 0)),
  CONSTRAINT case_conference_within_agreed CHECK (granted_fen BETWEEN 0 AND agreed_fen),
  CONSTRAINT case_conference_of_case UNIQUE (id, case_id)
);
CREATE INDEX case_conference_by_case ON yimen.case_conference (case_id, seq);
COMMENT ON TABLE yimen.case_conference IS 'Record of a case conference: who sat, what was agreed. A later conference is a further record; only granted_fen moves.';
COMMENT ON COLUMN yimen.case_conference.seq IS 'Order of the records: the last one of a case counts.';
COMMENT ON COLUMN yimen.case_conference.participants IS 'Offices and posts that took part, no names: [{office, post}].';
COMMENT ON COLUMN yimen.case_conference.granted_fen IS 'Counter of what was approved under this conference, within agreed_fen by CHECK.';

ALTER TABLE yimen.relief_grant
  ADD COLUMN conference_needed boolean NOT NULL DEFAULT false,
  ADD COLUMN conference_id uuid,
  ADD CONSTRAINT relief_grant_conference_of_case FOREIGN KEY (conference_id, case_id) REFERENCES yimen.case_conference (id, case_id),
  ADD CONSTRAINT relief_grant_conference_held CHECK (state NOT IN ('approved', 'paid') OR NOT conference_needed OR conference_id IS NOT NULL);
COMMENT ON COLUMN yimen.relief_grant.conference_needed IS 'As the policy asked when the grant was proposed.';
COMMENT ON COLUMN yimen.relief_grant.conference_id IS 'The conference it was approved under.';

-- Who proposed the grant does not write down what the conference said about it (invariant 5).
CREATE FUNCTION yimen.refuse_own_conference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM yimen.case_conference c WHERE c.id = NEW.conference_id AND c.recorded_by = NEW.proposed_by) THEN
    RAISE EXCEPTION 'who proposed does not record the conference' USING ERRCODE = 'check_violation', CONSTRAINT = 'relief_grant_conference_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER relief_grant_conference_not_own BEFORE UPDATE OF conference_id ON yimen.relief_grant
  FOR EACH ROW WHEN (NEW.conference_id IS NOT NULL) EXECUTE FUNCTION yimen.refuse_own_conference();
REVOKE ALL ON FUNCTION yimen.refuse_own_conference() FROM PUBLIC;

ALTER TABLE yimen.case_conference ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.case_conference FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.case_conference TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.case_conference TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.takes_part(case_id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.takes_part(case_id));
GRANT SELECT, INSERT, UPDATE (granted_fen) ON yimen.case_conference TO yimen_app;
