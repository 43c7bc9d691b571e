-- Activation of accounts, separation of the three administrators, relatives of staff, questions across remits.

CREATE TABLE yimen.account_activation (
  digest bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES yimen.account (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT account_activation_period CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX account_activation_one_open ON yimen.account_activation (account_id) WHERE used_at IS NULL;
COMMENT ON TABLE yimen.account_activation IS 'One-time tokens with which a person sets the first or a new password; stored by digest, only the newest one works.';
COMMENT ON COLUMN yimen.account_activation.used_at IS 'Used, or replaced by a newer token.';
GRANT SELECT, INSERT, UPDATE ON yimen.account_activation TO yimen_app;

DROP INDEX yimen.office_by_region;
CREATE INDEX office_in_order ON yimen.office (region_code, kind, id);
CREATE INDEX post_in_order ON yimen.post (region_code, office_id, (coalesce(seat, 0)), id);
CREATE INDEX duty_by_time ON yimen.duty (starts_at, id);
CREATE INDEX absence_by_time ON yimen.absence (from_at DESC, id);

-- System, security and audit administrator are three different people, and none of them sees a case. The lock on the
-- account makes two assignments of one moment see each other.
CREATE FUNCTION yimen.keep_administrators_apart() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE wanted record; held record;
BEGIN
  IF NEW.to_date IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM yimen.account WHERE id = NEW.account_id FOR NO KEY UPDATE;
  SELECT p.role, p.scope, p.role IN ('system-admin', 'security-admin', 'audit-admin') AS is_administrator INTO wanted FROM yimen.post p WHERE p.id = NEW.post_id;
  FOR held IN
    SELECT p.role, p.scope, p.role IN ('system-admin', 'security-admin', 'audit-admin') AS is_administrator
    FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id
    WHERE h.account_id = NEW.account_id AND h.to_date IS NULL AND h.id <> NEW.id
  LOOP
    IF (wanted.is_administrator AND held.is_administrator AND held.role <> wanted.role)
       OR (wanted.is_administrator AND held.scope <> 'none') OR (held.is_administrator AND wanted.scope <> 'none') THEN
      RAISE EXCEPTION 'administrators are different people and handle no cases'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'post_holder_administrators_apart', DETAIL = NEW.account_id::text;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER post_holder_administrators_apart BEFORE INSERT OR UPDATE ON yimen.post_holder
  FOR EACH ROW EXECUTE FUNCTION yimen.keep_administrators_apart();

-- Assignments were checked against the role a post had then: another role is another post.
CREATE FUNCTION yimen.refuse_other_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a post keeps its role' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'post_keeps_role'; END $$;
CREATE TRIGGER post_keeps_role BEFORE UPDATE ON yimen.post FOR EACH ROW
  WHEN (NEW.role <> OLD.role OR NEW.scope <> OLD.scope) EXECUTE FUNCTION yimen.refuse_other_role();

-- A filing may be withdrawn and filed again; the withdrawn one stays as it was.
ALTER TABLE yimen.relative_filing DROP CONSTRAINT relative_filing_once,
  ADD COLUMN withdrawn_by uuid REFERENCES yimen.account (id),
  ADD COLUMN withdraw_reason text,
  ADD CONSTRAINT relative_filing_withdrawn_whole CHECK (
    (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL));
CREATE UNIQUE INDEX relative_filing_once ON yimen.relative_filing (account_id, id_number_index) WHERE withdrawn_at IS NULL;
CREATE INDEX relative_filing_by_account ON yimen.relative_filing (account_id);

CREATE FUNCTION yimen.works_in_scope(who uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT 1 FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id
    WHERE h.account_id = who AND h.to_date IS NULL AND yimen.in_scope(p.region_code));
COMMENT ON FUNCTION yimen.works_in_scope(uuid) IS 'True when the account holds a post for a region inside the subtree of the acting post.';

ALTER TABLE yimen.relative_filing ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.relative_filing FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.relative_filing TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.relative_filing TO yimen_app
  USING (yimen.context_scope() = 'system' OR account_id = yimen.context_account() OR yimen.works_in_scope(account_id))
  WITH CHECK (yimen.context_scope() = 'system' OR account_id = yimen.context_account() OR yimen.works_in_scope(account_id));

-- Standing aside must work for whoever acts, in every remit: the answer is the relation and nothing else.
CREATE FUNCTION yimen.find_relation(who uuid, id_numbers bytea[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT f.relation FROM yimen.relative_filing f
  WHERE f.account_id = who AND f.id_number_index = ANY (id_numbers) AND f.withdrawn_at IS NULL
  ORDER BY f.filed_at LIMIT 1
$$;

-- Administrators see no case, yet must know whether a post still answers for some: figures only.
CREATE FUNCTION yimen.count_open_work(posts uuid[])
RETURNS TABLE (post_id uuid, cases bigint, tasks bigint, reports bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT p.id,
    (SELECT count(*) FROM yimen."case" c WHERE c.responsible_post_id = p.id AND c.state = 'open'),
    (SELECT count(*) FROM yimen.task t WHERE t.post_id = p.id AND t.state = 'open'),
    (SELECT count(*) FROM yimen.report r WHERE r.responsible_post_id = p.id AND r.state = 'received')
  FROM unnest(posts) AS p (id)
$$;
CREATE INDEX report_by_responsible ON yimen.report (responsible_post_id) WHERE state = 'received';

REVOKE ALL ON FUNCTION yimen.keep_administrators_apart(), yimen.find_relation(uuid, bytea[]), yimen.count_open_work(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.find_relation(uuid, bytea[]), yimen.count_open_work(uuid[]) TO yimen_app;
