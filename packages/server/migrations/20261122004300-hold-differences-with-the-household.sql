-- What differs for a household stands in its item: half a county is held in seconds, because one row is written where
-- there were several, with two indexes instead of four. What is held is counted as it is written, so that a run is
-- shown without reading what was found.

CREATE TYPE yimen.redetermination_change AS (
  programme text COLLATE "C",
  element smallint,
  of_person boolean,
  kind text COLLATE "C",
  outcome_before text,
  outcome_after text,
  amount_before_fen bigint,
  amount_after_fen bigint
);
COMMENT ON TYPE yimen.redetermination_change IS 'One programme that comes to something else for a household, a member or an event. element: which member or event, from 0; 0 for the household.';

ALTER TABLE yimen.redetermination_item
  ADD COLUMN changes yimen.redetermination_change[] NOT NULL DEFAULT '{}',
  ADD COLUMN person_ids uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN yimen.redetermination_item.changes IS 'Of the revision of the item; what was decided on stays as it was.';
COMMENT ON COLUMN yimen.redetermination_item.person_ids IS 'The members in the order they were packed, where a change is one of a member.';

UPDATE yimen.redetermination_item i SET changes = d.changes,
  person_ids = CASE WHEN d.last IS NULL THEN '{}' ELSE ARRAY(
    SELECT (SELECT o.person_id FROM yimen.redetermination_difference o WHERE o.redetermination_id = i.redetermination_id
      AND o.household_id = i.household_id AND o.revision = i.revision AND o.element = n AND o.person_id IS NOT NULL LIMIT 1)
    FROM generate_series(0, d.last) n ORDER BY n) END
FROM (SELECT redetermination_id, household_id, revision, max(element) FILTER (WHERE person_id IS NOT NULL) AS last,
    array_agg(ROW(programme, element, person_id IS NOT NULL, kind, outcome_before, outcome_after, amount_before_fen,
      amount_after_fen)::yimen.redetermination_change ORDER BY programme, element) AS changes
  FROM yimen.redetermination_difference GROUP BY redetermination_id, household_id, revision) d
WHERE d.redetermination_id = i.redetermination_id AND d.household_id = i.household_id AND d.revision = i.revision;
DROP TABLE yimen.redetermination_difference;

CREATE TABLE yimen.redetermination_held (
  redetermination_id uuid NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  households integer NOT NULL
);
CREATE INDEX redetermination_held_by_run ON yimen.redetermination_held (redetermination_id);
COMMENT ON TABLE yimen.redetermination_held IS 'How many households more, or fewer, stand in a state: a few rows with each range and each decision, of which the sum counts. Insert-only.';

CREATE TABLE yimen.redetermination_sum (
  redetermination_id uuid NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  households integer NOT NULL,
  change_fen bigint NOT NULL
);
CREATE INDEX redetermination_sum_by_run ON yimen.redetermination_sum (redetermination_id);
COMMENT ON TABLE yimen.redetermination_sum IS 'Households and money more, or less, by programme and kind of change, of items that are not overtaken: of the rows the sum counts. Insert-only.';

INSERT INTO yimen.redetermination_held
SELECT redetermination_id, region_code, state, count(*) FROM yimen.redetermination_item GROUP BY 1, 2, 3;
INSERT INTO yimen.redetermination_sum
SELECT i.redetermination_id, i.region_code, c.programme, c.kind, count(DISTINCT i.household_id),
  sum(coalesce(c.amount_after_fen, 0) - coalesce(c.amount_before_fen, 0))
FROM yimen.redetermination_item i, unnest(i.changes) c WHERE i.state <> 'overtaken' GROUP BY 1, 2, 3, 4;

ALTER TABLE yimen.redetermination_held ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_held FORCE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_sum ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.redetermination_sum FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.redetermination_held TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON yimen.redetermination_sum TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY remit ON yimen.redetermination_held FOR SELECT TO yimen_app USING (yimen.in_scope(region_code));
CREATE POLICY remit ON yimen.redetermination_sum FOR SELECT TO yimen_app USING (yimen.in_scope(region_code));
GRANT SELECT ON yimen.redetermination_held, yimen.redetermination_sum TO yimen_app;
CREATE TRIGGER redetermination_held_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.redetermination_held FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();
CREATE TRIGGER redetermination_sum_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON yimen.redetermination_sum FOR EACH STATEMENT EXECUTE FUNCTION yimen.refuse_rewrite();

-- Once for a statement, over all its rows: whatever writes items, the counts follow in the same transaction.
CREATE FUNCTION yimen.count_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  INSERT INTO redetermination_held
  SELECT redetermination_id, region_code, state, count(*) FROM added GROUP BY 1, 2, 3;
  -- By household first: two members with the same change are one household. Counting distinct ones sorts every row.
  INSERT INTO redetermination_sum
  SELECT redetermination_id, region_code, programme, kind, count(*), sum(change_fen)
  FROM (SELECT i.redetermination_id, i.region_code, c.programme, c.kind,
      sum(coalesce(c.amount_after_fen, 0) - coalesce(c.amount_before_fen, 0)) AS change_fen
    FROM added i, unnest(i.changes) c WHERE i.state <> 'overtaken' GROUP BY 1, 2, 3, 4, i.household_id) h
  GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;

CREATE FUNCTION yimen.count_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  INSERT INTO redetermination_held
  SELECT redetermination_id, region_code, state, sum(one)
  FROM (SELECT redetermination_id, region_code, state, 1 AS one FROM added
    UNION ALL SELECT redetermination_id, region_code, state, -1 FROM removed) i
  GROUP BY 1, 2, 3 HAVING sum(one) <> 0;
  INSERT INTO redetermination_sum
  SELECT redetermination_id, region_code, programme, kind, households, change_fen
  FROM (SELECT i.redetermination_id, i.region_code, c.programme, c.kind,
      count(DISTINCT i.household_id) FILTER (WHERE i.one = 1) - count(DISTINCT i.household_id) FILTER (WHERE i.one = -1) AS households,
      sum(i.one * (coalesce(c.amount_after_fen, 0) - coalesce(c.amount_before_fen, 0))) AS change_fen
    FROM (SELECT redetermination_id, region_code, household_id, state, changes, 1 AS one FROM added
      UNION ALL SELECT redetermination_id, region_code, household_id, state, changes, -1 FROM removed) i, unnest(i.changes) c
    WHERE i.state <> 'overtaken' GROUP BY 1, 2, 3, 4) s
  WHERE households <> 0 OR change_fen <> 0;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION yimen.count_added(), yimen.count_changed() FROM PUBLIC;

CREATE TRIGGER redetermination_item_added AFTER INSERT ON yimen.redetermination_item
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_added();
CREATE TRIGGER redetermination_item_changed AFTER UPDATE ON yimen.redetermination_item
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_changed();

-- Who asks is looked at first, once for a statement of a job: case and members of half a county are read there.
DROP POLICY jobs ON yimen.packed_household;
DROP POLICY remit ON yimen.packed_household;
CREATE POLICY remit ON yimen.packed_household FOR SELECT TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system' OR yimen.in_scope(region_code) OR yimen.takes_part(case_id));
CREATE POLICY jobs_add ON yimen.packed_household FOR INSERT TO yimen_app
  WITH CHECK ((SELECT yimen.context_scope()) = 'system');
CREATE POLICY jobs_change ON yimen.packed_household FOR UPDATE TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system') WITH CHECK ((SELECT yimen.context_scope()) = 'system');
CREATE POLICY jobs_remove ON yimen.packed_household FOR DELETE TO yimen_app
  USING ((SELECT yimen.context_scope()) = 'system');
