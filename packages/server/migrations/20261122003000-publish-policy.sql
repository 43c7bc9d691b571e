-- What a locality decides is published as data: drafted by one person, tested, published by another for a day to come.

CREATE TABLE yimen.policy_release (
  id uuid PRIMARY KEY,
  pack_id text NOT NULL,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  title text NOT NULL,
  reason text NOT NULL,
  effective_on date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT policy_release_state CHECK (state IN ('draft', 'tested', 'scheduled', 'current', 'superseded', 'withdrawn')),
  revision integer NOT NULL DEFAULT 1,
  base_version text,
  publication_no bigint,
  version text,
  created_by uuid NOT NULL REFERENCES yimen.account (id),
  created_behalf_account_id uuid REFERENCES yimen.account (id),
  created_at timestamptz NOT NULL,
  published_by uuid REFERENCES yimen.account (id),
  published_behalf_account_id uuid REFERENCES yimen.account (id),
  published_at timestamptz,
  CONSTRAINT policy_release_tested CHECK (state NOT IN ('tested', 'scheduled', 'current', 'superseded') OR (version IS NOT NULL AND base_version IS NOT NULL AND publication_no IS NOT NULL)),
  CONSTRAINT policy_release_published CHECK ((state IN ('scheduled', 'current', 'superseded')) <= (published_by IS NOT NULL AND published_at IS NOT NULL))
);
CREATE INDEX policy_release_by_region ON yimen.policy_release (region_code, created_at DESC, id);
CREATE INDEX policy_release_published ON yimen.policy_release (effective_on, published_at) WHERE state IN ('scheduled', 'current', 'superseded');
COMMENT ON TABLE yimen.policy_release IS 'A set of changes to the policy pack of one place with the day they take effect. The packs on disk and the releases in force are the policy of the day.';
COMMENT ON COLUMN yimen.policy_release.revision IS 'Rises with every edit; a test belongs to one revision.';
COMMENT ON COLUMN yimen.policy_release.base_version IS 'Content hash of the packs on disk it was tested on.';
COMMENT ON COLUMN yimen.policy_release.publication_no IS 'Number of publications it was tested after: another one in between means testing again.';
COMMENT ON COLUMN yimen.policy_release.version IS 'Content hash of the whole policy on its first day, as tested.';

CREATE TABLE yimen.policy_change (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  release_id uuid NOT NULL REFERENCES yimen.policy_release (id),
  change_key text NOT NULL,
  kind text NOT NULL CONSTRAINT policy_change_kind CHECK (kind IN ('pack', 'document', 'parameterValue', 'ruleVersion', 'vector')),
  target text NOT NULL,
  content jsonb,
  reason text NOT NULL,
  created_by uuid NOT NULL REFERENCES yimen.account (id),
  created_behalf_account_id uuid REFERENCES yimen.account (id),
  created_at timestamptz NOT NULL
);
CREATE INDEX policy_change_by_release ON yimen.policy_change (release_id, change_key, seq DESC);
CREATE INDEX policy_change_by_target ON yimen.policy_change (target, kind);
COMMENT ON TABLE yimen.policy_change IS 'Every edit of a release: the last row of a key counts, one without content takes the change out.';

CREATE TABLE yimen.policy_test (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  release_id uuid NOT NULL REFERENCES yimen.policy_release (id),
  revision integer NOT NULL,
  version text NOT NULL,
  passed boolean NOT NULL,
  results jsonb NOT NULL,
  tested_by uuid NOT NULL REFERENCES yimen.account (id),
  tested_at timestamptz NOT NULL
);
CREATE INDEX policy_test_by_release ON yimen.policy_test (release_id, seq DESC);
COMMENT ON TABLE yimen.policy_test IS 'What the worked examples gave for one revision of a release.';

CREATE TABLE yimen.policy_release_event (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  release_id uuid NOT NULL REFERENCES yimen.policy_release (id),
  act text NOT NULL,
  reason text,
  account_id uuid REFERENCES yimen.account (id),
  behalf_account_id uuid REFERENCES yimen.account (id),
  post_id uuid REFERENCES yimen.post (id),
  at timestamptz NOT NULL
);
CREATE INDEX policy_release_event_by_release ON yimen.policy_release_event (release_id, seq);
COMMENT ON TABLE yimen.policy_release_event IS 'The steps of a release. Those the calendar takes have no account.';

CREATE TABLE yimen.policy_state (
  one boolean PRIMARY KEY DEFAULT true CONSTRAINT policy_state_one CHECK (one),
  publication_no bigint NOT NULL DEFAULT 0,
  opened_on date NOT NULL DEFAULT '2000-01-01'
);
COMMENT ON TABLE yimen.policy_state IS 'One row that publishing and the first act of a day both lock.';
COMMENT ON COLUMN yimen.policy_state.opened_on IS 'The last day some process has begun to decide on: nothing may be published or withdrawn for it any more.';
INSERT INTO yimen.policy_state DEFAULT VALUES;

GRANT SELECT, INSERT, UPDATE ON yimen.policy_release TO yimen_app;
GRANT SELECT, INSERT ON yimen.policy_change, yimen.policy_test, yimen.policy_release_event TO yimen_app;
GRANT SELECT, UPDATE (opened_on) ON yimen.policy_state TO yimen_app;
CREATE TRIGGER policy_change_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.policy_change FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
CREATE TRIGGER policy_test_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.policy_test FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
CREATE TRIGGER policy_release_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.policy_release_event FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

-- A draft alone takes changes: whoever edits a tested one has put it back first.
CREATE FUNCTION yimen.refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM yimen.policy_release r WHERE r.id = NEW.release_id AND r.state = 'draft') THEN
    RAISE EXCEPTION 'only a draft is edited' USING ERRCODE = 'check_violation', CONSTRAINT = 'policy_change_of_draft';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_change_of_draft BEFORE INSERT ON yimen.policy_change FOR EACH ROW EXECUTE FUNCTION yimen.refuse_change_of_published();

-- Whatever the application believes: who drafted does not publish (R-012), nobody publishes or withdraws for a day that
-- some process already decides on, and what is published stays as it was tested.
CREATE FUNCTION yimen.guard_policy_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE
  publishes boolean := OLD.state <> 'scheduled' AND NEW.state = 'scheduled';
  withdraws boolean := OLD.state = 'scheduled' AND NEW.state = 'withdrawn';
  day date;
BEGIN
  IF OLD.state IN ('scheduled', 'current', 'superseded') AND (NEW.version, NEW.effective_on, NEW.pack_id, NEW.revision, NEW.published_by, NEW.published_at)
      IS DISTINCT FROM (OLD.version, OLD.effective_on, OLD.pack_id, OLD.revision, OLD.published_by, OLD.published_at) THEN
    RAISE EXCEPTION 'what is published is not edited' USING ERRCODE = 'check_violation', CONSTRAINT = 'policy_release_fixed';
  END IF;
  IF NOT publishes AND NOT withdraws THEN RETURN NEW; END IF;
  IF publishes AND (OLD.state <> 'tested' OR OLD.revision <> NEW.revision) THEN
    RAISE EXCEPTION 'published untested' USING ERRCODE = 'check_violation', CONSTRAINT = 'policy_release_untested';
  END IF;
  IF publishes AND ARRAY[NEW.published_by, NEW.published_behalf_account_id] && policy_release_authors(NEW.id) THEN
    RAISE EXCEPTION 'who drafted does not publish' USING ERRCODE = 'check_violation', CONSTRAINT = 'policy_release_not_own';
  END IF;
  UPDATE policy_state SET publication_no = publication_no + 1 WHERE one RETURNING opened_on INTO day;
  IF NEW.effective_on <= day THEN
    RAISE EXCEPTION 'that day has begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'policy_release_day_open';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION yimen.policy_release_authors(of_release uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT array_remove(ARRAY(SELECT unnest(ARRAY[r.created_by, r.created_behalf_account_id]) FROM policy_release r WHERE r.id = of_release)
    || ARRAY(SELECT unnest(ARRAY[c.created_by, c.created_behalf_account_id]) FROM policy_change c WHERE c.release_id = of_release), NULL)
$$;
CREATE TRIGGER policy_release_guarded BEFORE UPDATE ON yimen.policy_release FOR EACH ROW EXECUTE FUNCTION yimen.guard_policy_release();
REVOKE ALL ON FUNCTION yimen.guard_policy_release(), yimen.refuse_change_of_published(), yimen.policy_release_authors(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.policy_release_authors(uuid) TO yimen_app;
