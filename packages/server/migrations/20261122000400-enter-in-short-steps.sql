-- Every request begins here, so the common case is short: the session, then the own post; only who has none of the
-- wanted posts is looked for as a substitute.

CREATE FUNCTION yimen.own_posts(who uuid)
RETURNS TABLE (post_id uuid, kind text, behalf_account_id uuid) LANGUAGE sql STABLE AS $$
  SELECT h.post_id, h.kind, NULL::uuid
  FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id AND p.active
  WHERE h.account_id = who AND h.kind = 'A' AND h.to_date IS NULL
$$;

CREATE FUNCTION yimen.substituted_posts(who uuid, at timestamptz)
RETURNS TABLE (post_id uuid, kind text, behalf_account_id uuid) LANGUAGE sql STABLE AS $$
  SELECT h.post_id, h.kind, a.account_id
  FROM yimen.post_holder h
  JOIN yimen.post p ON p.id = h.post_id AND p.active
  LEFT JOIN yimen.post_holder a ON a.post_id = h.post_id AND a.kind = 'A' AND a.to_date IS NULL
  WHERE h.account_id = who AND h.kind = 'B' AND h.to_date IS NULL
    AND (a.account_id IS NULL OR EXISTS (
      SELECT 1 FROM yimen.absence x
      WHERE x.account_id = a.account_id AND x.from_at <= at AND x.to_at > at AND x.ended_at IS NULL))
$$;

CREATE OR REPLACE FUNCTION yimen.effective_posts(who uuid, at timestamptz)
RETURNS TABLE (post_id uuid, kind text, behalf_account_id uuid) LANGUAGE sql STABLE AS $$
  SELECT * FROM yimen.own_posts(who) UNION ALL SELECT * FROM yimen.substituted_posts(who, at)
$$;

CREATE OR REPLACE FUNCTION yimen.enter(token bytea, wanted_post uuid, at timestamptz)
RETURNS TABLE (
  account_id uuid, account_name text, limited_to text, second_factor_at timestamptz, idle_expires_at timestamptz, last_seen_at timestamptz,
  post_id uuid, post_title text, role text, scope text, office_id uuid, office_name text, office_kind text,
  region_code text, region_to text, behalf_account_id uuid, behalf_name text
) LANGUAGE plpgsql AS $$
DECLARE stands_for_office boolean;
BEGIN
  SELECT s.account_id, ac.name, s.limited_to, s.second_factor_at, s.idle_expires_at, s.last_seen_at
    INTO enter.account_id, enter.account_name, enter.limited_to, enter.second_factor_at, enter.idle_expires_at, enter.last_seen_at
  FROM yimen.session s
  JOIN yimen.account ac ON ac.id = s.account_id AND ac.disabled_at IS NULL
  WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.idle_expires_at > at AND s.absolute_expires_at > at;
  IF NOT FOUND THEN RETURN; END IF;

  SELECT q.post_id INTO enter.post_id FROM yimen.own_posts(enter.account_id) q
  WHERE wanted_post IS NULL OR q.post_id = wanted_post ORDER BY q.post_id LIMIT 1;
  IF NOT FOUND THEN
    SELECT q.post_id, q.behalf_account_id, b.name INTO enter.post_id, enter.behalf_account_id, enter.behalf_name
    FROM yimen.substituted_posts(enter.account_id, at) q LEFT JOIN yimen.account b ON b.id = q.behalf_account_id
    WHERE wanted_post IS NULL OR q.post_id = wanted_post ORDER BY q.post_id LIMIT 1;
  END IF;

  SELECT p.title, p.role, p.scope, p.office_id, o.name, o.kind, p.region_code, r.range_to,
         p.scope = 'office' OR (p.scope = 'region' AND o.region_code BETWEEN p.region_code AND r.range_to)
    INTO enter.post_title, enter.role, enter.scope, enter.office_id, enter.office_name, enter.office_kind, enter.region_code, enter.region_to,
         stands_for_office
  FROM yimen.post p JOIN yimen.office o ON o.id = p.office_id JOIN yimen.region r ON r.code = p.region_code
  WHERE p.id = enter.post_id;

  PERFORM set_config('yimen.account', enter.account_id::text, true),
          set_config('yimen.post', coalesce(enter.post_id::text, ''), true),
          set_config('yimen.office', CASE WHEN stands_for_office THEN enter.office_id::text ELSE '' END, true),
          set_config('yimen.scope', CASE WHEN enter.limited_to IS NULL THEN coalesce(enter.scope, 'none') ELSE 'none' END, true),
          set_config('yimen.region_from', coalesce(enter.region_code, ''), true),
          set_config('yimen.region_to', coalesce(enter.region_to, ''), true);
  RETURN NEXT;
END $$;
