-- Who acted for an absent person acted as both: neither decides on what they prepared together, whoever is back at work
-- (R-012, invariant 5). The acts of preparing now say for whom they were done.
ALTER TABLE yimen."case" ADD COLUMN opened_behalf_account_id uuid REFERENCES yimen.account (id);
ALTER TABLE yimen.survey ADD COLUMN behalf_account_id uuid REFERENCES yimen.account (id);
ALTER TABLE yimen.relief_grant ADD COLUMN proposed_behalf_account_id uuid REFERENCES yimen.account (id);
COMMENT ON COLUMN yimen."case".opened_behalf_account_id IS 'The absent person for whom it was taken in.';
COMMENT ON COLUMN yimen.survey.behalf_account_id IS 'The absent person for whom was surveyed.';
COMMENT ON COLUMN yimen.relief_grant.proposed_behalf_account_id IS 'The absent person for whom it was proposed.';

-- Everybody who took a case in or surveyed it. Seen with the rights of who asks: who sees the case sees its surveys.
CREATE FUNCTION yimen.case_preparers(of_case uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = yimen AS $$
  SELECT array_remove(ARRAY[c.opened_by, c.opened_behalf_account_id]
    || ARRAY(SELECT s.account_id FROM survey s WHERE s.case_id = c.id)
    || ARRAY(SELECT s.behalf_account_id FROM survey s WHERE s.case_id = c.id), NULL)
  FROM "case" c WHERE c.id = of_case
$$;
-- … and who proposed the grant: none of them decides on it.
CREATE FUNCTION yimen.grant_preparers(of_grant uuid) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = yimen AS $$
  SELECT array_remove(ARRAY[g.proposed_by, g.proposed_behalf_account_id], NULL) || case_preparers(g.case_id)
  FROM relief_grant g WHERE g.id = of_grant
$$;
REVOKE ALL ON FUNCTION yimen.case_preparers(uuid), yimen.grant_preparers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.case_preparers(uuid), yimen.grant_preparers(uuid) TO yimen_app;

-- Whatever the application believes, and whatever case the row names. One person signs once, for whomever. After the row:
-- row security has its say first, so that nothing is told about grants of another remit.
DROP TRIGGER grant_approval_not_own ON yimen.grant_approval;
CREATE OR REPLACE FUNCTION yimen.refuse_own_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE signers uuid[] := ARRAY[NEW.account_id, NEW.behalf_account_id];
BEGIN
  IF signers && grant_preparers(NEW.grant_id) THEN
    RAISE EXCEPTION 'who took in, surveyed or proposed cannot approve' USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_approval_not_own';
  END IF;
  IF EXISTS (SELECT 1 FROM grant_approval a WHERE a.grant_id = NEW.grant_id AND a.account_id <> NEW.account_id AND signers && ARRAY[a.account_id, a.behalf_account_id]) THEN
    RAISE EXCEPTION 'one person signs once' USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_approval_two_people';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER grant_approval_not_own AFTER INSERT ON yimen.grant_approval FOR EACH ROW EXECUTE FUNCTION yimen.refuse_own_approval();

CREATE OR REPLACE FUNCTION yimen.refuse_own_conference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM case_conference c WHERE c.id = NEW.conference_id
      AND ARRAY[c.recorded_by, c.behalf_account_id] && ARRAY[NEW.proposed_by, NEW.proposed_behalf_account_id]) THEN
    RAISE EXCEPTION 'who proposed does not record the conference' USING ERRCODE = 'check_violation', CONSTRAINT = 'relief_grant_conference_not_own';
  END IF;
  RETURN NEW;
END $$;
