-- What is known of every household and what stands for it, packed in pages, so that a whole county is determined in
-- seconds. Made from facts and assessments, and made again at any time.

CREATE TABLE yimen.fact_layout (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT fact_layout_key PRIMARY KEY,
  sha256 bytea NOT NULL CONSTRAINT fact_layout_once UNIQUE,
  layout jsonb NOT NULL
);
COMMENT ON TABLE yimen.fact_layout IS 'How the facts of a household are packed: the place of each fact and option. Insert-only: what was packed years ago stays readable.';

CREATE TABLE yimen.outcome_layout (
  id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT outcome_layout_key PRIMARY KEY,
  sha256 bytea NOT NULL CONSTRAINT outcome_layout_once UNIQUE,
  programmes jsonb NOT NULL
);
COMMENT ON TABLE yimen.outcome_layout IS 'In which order the outcomes of a household are packed. Insert-only.';

CREATE TABLE yimen.packed_page (
  id uuid CONSTRAINT packed_page_key PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL,
  area text COLLATE "C" NOT NULL CONSTRAINT packed_page_area CHECK (area IN ('urban', 'rural', 'unknown')),
  households integer NOT NULL CONSTRAINT packed_page_households CHECK (households >= 0),
  members integer NOT NULL,
  events integer NOT NULL,
  content_encrypted bytea NOT NULL
);
-- Sealed bytes do not shrink.
ALTER TABLE yimen.packed_page ALTER COLUMN content_encrypted SET STORAGE EXTERNAL;
CREATE INDEX packed_page_by_place ON yimen.packed_page (region_code, area, households);
COMMENT ON TABLE yimen.packed_page IS 'The facts and the standing outcomes of some dozens of households of one township and area, sealed together. For jobs alone.';
COMMENT ON COLUMN yimen.packed_page.region_code IS 'The township of the cases.';
COMMENT ON COLUMN yimen.packed_page.area IS 'Town or village, where figures differ by it.';

CREATE TABLE yimen.packed_household (
  household_id uuid CONSTRAINT packed_household_key PRIMARY KEY REFERENCES yimen.household (id),
  page_id uuid NOT NULL REFERENCES yimen.packed_page (id),
  case_id uuid NOT NULL REFERENCES yimen."case" (id),
  region_code text COLLATE "C" NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  person_ids uuid[] NOT NULL,
  packed_at timestamptz NOT NULL
);
CREATE INDEX packed_household_by_page ON yimen.packed_household (page_id);
COMMENT ON TABLE yimen.packed_household IS 'Households with an assessment: on which page their facts are packed.';
COMMENT ON COLUMN yimen.packed_household.case_id IS 'Of the last assessment: its place decides, its officers are asked.';
COMMENT ON COLUMN yimen.packed_household.revision IS 'Rises when what is packed changes: what was computed from an earlier one is stale.';
COMMENT ON COLUMN yimen.packed_household.person_ids IS 'Members in the order they are packed, then those who have left and for whom something still stands.';

ALTER TABLE yimen.packed_page ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.packed_page FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.packed_household ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.packed_household FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.packed_page TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.packed_household TO yimen_migrator USING (true) WITH CHECK (true);
-- Asked once for a statement, not for each of a million rows.
CREATE POLICY jobs ON yimen.packed_page TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system') WITH CHECK ((SELECT yimen.context_scope()) = 'system');
CREATE POLICY jobs ON yimen.packed_household TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system') WITH CHECK ((SELECT yimen.context_scope()) = 'system');
CREATE POLICY remit ON yimen.packed_household FOR SELECT TO yimen_app
  USING (yimen.in_scope(region_code) OR yimen.takes_part(case_id));

GRANT SELECT, INSERT ON yimen.fact_layout, yimen.outcome_layout TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.packed_page TO yimen_app;
-- A household without members is in no register.
GRANT SELECT, INSERT, UPDATE, DELETE ON yimen.packed_household TO yimen_app;
CREATE TRIGGER fact_layout_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.fact_layout FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
CREATE TRIGGER outcome_layout_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.outcome_layout FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
