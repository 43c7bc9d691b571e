-- Caps that a place counts otherwise than per household and incident (R-127): one counter for each holder and window. The
-- levels of the incident go on counting what was granted in it, without caps; these carry the caps.

CREATE TABLE yimen.cap_counter (
  id uuid PRIMARY KEY,
  counted_per text NOT NULL CONSTRAINT cap_counter_per CHECK (counted_per IN ('household', 'person')),
  holder_id uuid NOT NULL,
  counted_over text NOT NULL CONSTRAINT cap_counter_over CHECK (counted_over IN ('incident', 'calendarYear', 'twelveMonths')),
  window_key text NOT NULL,
  opened_at timestamptz NOT NULL,
  CONSTRAINT cap_counter_once UNIQUE (holder_id, counted_per, counted_over, window_key)
);
COMMENT ON TABLE yimen.cap_counter IS 'Whose caps are counted over what; reached through its functions only, so that a household counts the same in every remit.';
COMMENT ON COLUMN yimen.cap_counter.holder_id IS 'Household, or the person who receives the aid.';
COMMENT ON COLUMN yimen.cap_counter.window_key IS 'The incident, the year, or the one window of twelve months that moves along.';

CREATE TABLE yimen.cap_counter_level (
  counter_id uuid NOT NULL REFERENCES yimen.cap_counter (id),
  level text NOT NULL CONSTRAINT cap_counter_level_name CHECK (level IN ('village', 'township', 'county')),
  rank smallint NOT NULL,
  cap_fen bigint,
  cumulative_cap_fen bigint,
  granted_fen bigint NOT NULL DEFAULT 0,
  cumulative_fen bigint NOT NULL DEFAULT 0,
  CONSTRAINT cap_counter_level_key PRIMARY KEY (counter_id, level),
  CONSTRAINT cap_counter_level_positive CHECK (granted_fen >= 0 AND cumulative_fen >= 0),
  CONSTRAINT cap_counter_level_within_cap CHECK (cap_fen IS NULL OR granted_fen <= cap_fen),
  CONSTRAINT cap_counter_level_within_cumulative_cap CHECK (cumulative_cap_fen IS NULL OR cumulative_fen <= cumulative_cap_fen)
);
COMMENT ON COLUMN yimen.cap_counter_level.cap_fen IS 'Of the policy at the last grant; where the place lowered it below what was granted lawfully, that amount.';

ALTER TABLE yimen.relief_grant ADD COLUMN cap_counter_id uuid REFERENCES yimen.cap_counter (id);
COMMENT ON COLUMN yimen.relief_grant.cap_counter_id IS 'Where the caps are counted; null: per household and incident, in episode_level.';
CREATE INDEX relief_grant_by_cap_counter ON yimen.relief_grant (cap_counter_id) WHERE cap_counter_id IS NOT NULL;

-- Granted under a counter, by level. With a first day that counts, what was approved before it no longer does; a grant
-- that is just being approved does not count itself.
CREATE FUNCTION yimen.cap_granted(counter uuid, since date, except_grant uuid)
RETURNS TABLE (level text, granted_fen bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT l.level, CASE WHEN since IS NULL THEN l.granted_fen ELSE coalesce((
    SELECT sum(g.amount_fen) FROM yimen.relief_grant g
    WHERE g.cap_counter_id = l.counter_id AND g.level = l.level AND g.state IN ('approved', 'paid') AND g.id IS DISTINCT FROM except_grant
      AND (g.approved_at AT TIME ZONE 'Asia/Shanghai')::date >= since), 0)::bigint END
  FROM yimen.cap_counter_level l WHERE l.counter_id = counter
$$;

CREATE FUNCTION yimen.find_cap_counter(per text, holder uuid, over_what text, key text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT c.id FROM yimen.cap_counter c
  WHERE c.holder_id = holder AND c.counted_per = per AND c.counted_over = over_what AND c.window_key = key
$$;

-- Two who open it at once get the same one: after the conflict the new statement sees the other's row.
CREATE FUNCTION yimen.open_cap_counter(per text, holder uuid, over_what text, key text, at timestamptz) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  INSERT INTO yimen.cap_counter (id, counted_per, holder_id, counted_over, window_key, opened_at)
  SELECT gen_random_uuid(), per, holder, over_what, key, at WHERE yimen.find_cap_counter(per, holder, over_what, key) IS NULL
  ON CONFLICT ON CONSTRAINT cap_counter_once DO NOTHING;
  RETURN yimen.find_cap_counter(per, holder, over_what, key);
END $$;

-- Takes an amount from a level and every cumulative cap above it. Whoever grants under the same counter waits at the lock;
-- each statement after it sees what the one before did. `steps` is the ladder of today, lowest level first; a level that
-- is not in it answers null.
CREATE FUNCTION yimen.take_from_cap_counter(counter uuid, for_grant uuid, at_level text, amount bigint, since date, steps jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE total bigint;
BEGIN
  PERFORM 1 FROM yimen.cap_counter c WHERE c.id = counter FOR UPDATE;
  INSERT INTO yimen.cap_counter_level (counter_id, level, rank)
  SELECT counter, s.step ->> 'level', s.rank FROM jsonb_array_elements(steps) WITH ORDINALITY AS s (step, rank) ON CONFLICT ON CONSTRAINT cap_counter_level_key DO NOTHING;
  WITH ladder AS (
    SELECT s.step ->> 'level' AS level, s.rank, (s.step ->> 'capFen')::bigint AS cap, (s.step ->> 'cumulativeCapFen')::bigint AS cumulative_cap
    FROM jsonb_array_elements(steps) WITH ORDINALITY AS s (step, rank)
  ), before AS (
    SELECT d.*, g.granted_fen AS granted, sum(g.granted_fen) OVER (ORDER BY d.rank) AS cumulative
    FROM ladder d JOIN yimen.cap_granted(counter, since, for_grant) g ON g.level = d.level
  ), after AS (
    SELECT b.*, CASE WHEN b.level = at_level THEN amount ELSE 0 END AS own,
      CASE WHEN b.rank >= (SELECT h.rank FROM ladder h WHERE h.level = at_level) THEN amount ELSE 0 END AS shared
    FROM before b
  )
  UPDATE yimen.cap_counter_level l
  SET rank = a.rank, granted_fen = a.granted + a.own, cumulative_fen = a.cumulative + a.shared,
      -- greatest() passes over null, which is "no cap".
      cap_fen = CASE WHEN a.cap IS NOT NULL THEN greatest(a.cap, a.granted) END,
      cumulative_cap_fen = CASE WHEN a.cumulative_cap IS NOT NULL THEN greatest(a.cumulative_cap, a.cumulative) END
  FROM after a WHERE l.counter_id = counter AND l.level = a.level;
  SELECT l.granted_fen INTO total FROM yimen.cap_counter_level l
  WHERE l.counter_id = counter AND l.level = at_level AND EXISTS (SELECT 1 FROM jsonb_array_elements(steps) AS s (step) WHERE s.step ->> 'level' = at_level);
  RETURN total;
END $$;

-- Gives an unused amount back. What fell out of twelve months meanwhile has gone already.
CREATE FUNCTION yimen.return_to_cap_counter(counter uuid, at_level text, amount bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  PERFORM 1 FROM yimen.cap_counter c WHERE c.id = counter FOR UPDATE;
  UPDATE yimen.cap_counter_level l
  SET granted_fen = greatest(0, l.granted_fen - CASE WHEN l.level = at_level THEN amount ELSE 0 END),
      cumulative_fen = greatest(0, l.cumulative_fen - amount)
  WHERE l.counter_id = counter AND l.rank >= (SELECT h.rank FROM yimen.cap_counter_level h WHERE h.counter_id = counter AND h.level = at_level);
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cap_counter', 'cap_counter_level'] LOOP
    EXECUTE format('ALTER TABLE yimen.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yimen.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON yimen.%I TO yimen_migrator USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION yimen.cap_granted(uuid, date, uuid), yimen.find_cap_counter(text, uuid, text, text), yimen.open_cap_counter(text, uuid, text, text, timestamptz),
  yimen.take_from_cap_counter(uuid, uuid, text, bigint, date, jsonb), yimen.return_to_cap_counter(uuid, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.cap_granted(uuid, date, uuid), yimen.find_cap_counter(text, uuid, text, text), yimen.open_cap_counter(text, uuid, text, text, timestamptz),
  yimen.take_from_cap_counter(uuid, uuid, text, bigint, date, jsonb), yimen.return_to_cap_counter(uuid, text, bigint) TO yimen_app;
