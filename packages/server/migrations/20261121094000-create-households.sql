-- The register: persons, households and their members over time, circumstances with provenance, payee accounts.

CREATE TABLE yimen.person (
  id uuid PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  name text NOT NULL,
  sex text NOT NULL CONSTRAINT person_sex CHECK (sex IN ('male', 'female', 'unknown')),
  birth_date date,
  id_number_encrypted bytea,
  id_number_index bytea CONSTRAINT person_id_number_once UNIQUE,
  id_number_masked text,
  phone_encrypted bytea,
  phone_index bytea,
  phone_masked text,
  hukou_region_code text COLLATE "C",
  residence_region_code text COLLATE "C" NOT NULL,
  address_encrypted bytea,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  CONSTRAINT person_id_number_whole CHECK ((id_number_encrypted IS NULL) = (id_number_index IS NULL))
);
CREATE INDEX person_by_phone ON yimen.person (phone_index) WHERE phone_index IS NOT NULL;
COMMENT ON TABLE yimen.person IS 'A natural person known to the office. ID number, phone and address are encrypted; the indexes are blind.';
COMMENT ON COLUMN yimen.person.region_code IS 'Village or township that keeps the record: decides who sees it.';

-- Equality on text is leakproof, so this list stays usable under row-level security where an array operator would not.
CREATE TABLE yimen.person_gram (
  gram text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL REFERENCES yimen.person (id) ON DELETE CASCADE,
  CONSTRAINT person_gram_key PRIMARY KEY (gram, region_code, person_id)
);
CREATE INDEX person_gram_by_person ON yimen.person_gram (person_id);
COMMENT ON TABLE yimen.person_gram IS '1- and 2-grams of names: a fragment of two characters is one index range.';

CREATE TABLE yimen.household (
  id uuid PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  head_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL
);
CREATE INDEX household_by_region ON yimen.household (region_code);

CREATE TABLE yimen.household_member (
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  person_id uuid NOT NULL REFERENCES yimen.person (id),
  region_code text COLLATE "C" NOT NULL,
  relation text NOT NULL,
  support_relation text NOT NULL CONSTRAINT household_member_support CHECK (support_relation IN ('none', 'supports-head', 'supported-by-head', 'mutual')),
  from_date date NOT NULL,
  to_date date,
  leave_reason text,
  CONSTRAINT household_member_key PRIMARY KEY (household_id, person_id, from_date),
  CONSTRAINT household_member_period CHECK (to_date IS NULL OR to_date >= from_date)
);
CREATE UNIQUE INDEX household_member_one_household ON yimen.household_member (person_id) WHERE to_date IS NULL;
COMMENT ON TABLE yimen.household_member IS 'Who belonged, from when to when, with which support relation. A person is in one household at a time.';

CREATE TABLE yimen.circumstance (
  id uuid PRIMARY KEY,
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  person_id uuid REFERENCES yimen.person (id),
  region_code text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  amount_fen bigint CONSTRAINT circumstance_amount CHECK (amount_fen >= 0),
  occurred_on date,
  provenance text NOT NULL,
  provenance_note text,
  act text NOT NULL CONSTRAINT circumstance_act CHECK (act IN ('initial', 'correction', 'succession')),
  supersedes_id uuid CONSTRAINT circumstance_superseded_once UNIQUE REFERENCES yimen.circumstance (id),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES yimen.account (id),
  CONSTRAINT circumstance_supersedes CHECK ((act = 'initial') = (supersedes_id IS NULL))
);
CREATE INDEX circumstance_by_household ON yimen.circumstance (household_id, recorded_at);
COMMENT ON TABLE yimen.circumstance IS 'One fact with provenance. A correction says it was wrong, a succession says it changed; both keep the old row.';

CREATE TABLE yimen.payee_account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES yimen.person (id),
  region_code text COLLATE "C" NOT NULL,
  bank_name text NOT NULL,
  account_encrypted bytea NOT NULL,
  account_index bytea NOT NULL,
  account_masked text NOT NULL,
  holder_name text NOT NULL,
  from_at timestamptz NOT NULL,
  replaced_at timestamptz,
  recorded_by uuid NOT NULL
);
CREATE UNIQUE INDEX payee_account_current ON yimen.payee_account (person_id) WHERE replaced_at IS NULL;
CREATE INDEX payee_account_by_number ON yimen.payee_account (account_index) WHERE replaced_at IS NULL;

-- An office outside the remit may serve a household because the trouble happened in its place (R-047) or a matter was referred to it.
CREATE TABLE yimen.record_access (
  household_id uuid NOT NULL REFERENCES yimen.household (id),
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  reason text NOT NULL,
  since timestamptz NOT NULL,
  CONSTRAINT record_access_key PRIMARY KEY (office_id, household_id)
);
CREATE INDEX record_access_by_household ON yimen.record_access (household_id);

CREATE FUNCTION yimen.may_see_household(household uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT 1 FROM yimen.record_access a WHERE a.office_id = yimen.context_office() AND a.household_id = household);
CREATE FUNCTION yimen.may_see_person(person uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT 1 FROM yimen.record_access a JOIN yimen.household_member m ON m.household_id = a.household_id
    WHERE a.office_id = yimen.context_office() AND m.person_id = person);

ALTER TABLE yimen.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.person FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.person_gram ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.person_gram FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.household ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.household FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.household_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.household_member FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.circumstance ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.circumstance FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.payee_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.payee_account FORCE ROW LEVEL SECURITY;

-- The owner runs migrations and the few SECURITY DEFINER functions that answer across remits; they say so here, not by BYPASSRLS.
CREATE POLICY owner_all ON yimen.person TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.person_gram TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.household TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.household_member TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.circumstance TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.payee_account TO yimen_migrator USING (true) WITH CHECK (true);

CREATE POLICY remit ON yimen.person TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_person(id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_person(id));
CREATE POLICY remit ON yimen.person_gram TO yimen_app USING (yimen.in_scope(region_code)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_person(person_id));
CREATE POLICY remit ON yimen.household TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_household(id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_household(id));
CREATE POLICY remit ON yimen.household_member TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_household(household_id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_household(household_id));
CREATE POLICY remit ON yimen.circumstance TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_household(household_id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_household(household_id));
CREATE POLICY remit ON yimen.payee_account TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.may_see_person(person_id)) WITH CHECK (yimen.in_scope(region_code) OR yimen.may_see_person(person_id));

-- Exact ID number known in another remit: only who to ask (no name, no case).
CREATE FUNCTION yimen.find_person_elsewhere(id_number bytea)
RETURNS TABLE (office_name text, office_phone text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT o.name, o.phone FROM yimen.person p
  JOIN yimen.region r ON r.code = p.region_code
  JOIN yimen.office o ON o.kind = 'township-window' AND o.active AND (o.region_code = r.code OR o.region_code = r.parent_code)
  WHERE p.id_number_index = id_number LIMIT 1
$$;
-- Whoever types the exact ID number at the place of the event gets the household for this office (R-047); the caller audits it.
CREATE FUNCTION yimen.claim_household_elsewhere(id_number bytea, office uuid, why text, at timestamptz)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE found uuid;
BEGIN
  IF office IS DISTINCT FROM yimen.context_office() THEN RAISE EXCEPTION 'an office claims only for itself'; END IF;
  SELECT m.household_id INTO found FROM yimen.person p
  JOIN yimen.household_member m ON m.person_id = p.id AND m.to_date IS NULL WHERE p.id_number_index = id_number;
  IF found IS NOT NULL THEN
    INSERT INTO yimen.record_access (household_id, office_id, reason, since) VALUES (found, office, why, at) ON CONFLICT DO NOTHING;
  END IF;
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION yimen.find_person_elsewhere(bytea), yimen.claim_household_elsewhere(bytea, uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.find_person_elsewhere(bytea), yimen.claim_household_elsewhere(bytea, uuid, text, timestamptz) TO yimen_app;

GRANT SELECT, INSERT, UPDATE ON yimen.person, yimen.household, yimen.household_member, yimen.payee_account TO yimen_app;
GRANT SELECT, INSERT, DELETE ON yimen.person_gram TO yimen_app;
GRANT SELECT, INSERT ON yimen.circumstance, yimen.record_access TO yimen_app;
