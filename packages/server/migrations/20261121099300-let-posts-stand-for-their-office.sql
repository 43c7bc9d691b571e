-- What an office takes part in is open to the posts that stand for the whole office. A village's assistant who sits in the
-- township's window stands for the village, and a statistician or leader for no case at all.
CREATE OR REPLACE FUNCTION yimen.enter(token bytea, wanted_post uuid, at timestamptz)
RETURNS TABLE (
  account_id uuid, account_name text, limited_to text, second_factor_at timestamptz, idle_expires_at timestamptz, last_seen_at timestamptz,
  post_id uuid, post_title text, role text, scope text, office_id uuid, office_name text, office_kind text,
  region_code text, region_to text, behalf_account_id uuid, behalf_name text
) LANGUAGE plpgsql AS $$
-- Not named "found": that would hide plpgsql's FOUND.
DECLARE hit record;
BEGIN
  SELECT s.account_id, ac.name AS account_name, s.limited_to, s.second_factor_at, s.idle_expires_at, s.last_seen_at,
         e.post_id, p.title AS post_title, p.role, p.scope, p.office_id, o.name AS office_name, o.kind AS office_kind,
         p.region_code, r.range_to AS region_to, e.behalf_account_id, b.name AS behalf_name,
         p.scope = 'office' OR (p.scope = 'region' AND o.region_code BETWEEN p.region_code AND r.range_to) AS stands_for_office
    INTO hit
  FROM yimen.session s
  JOIN yimen.account ac ON ac.id = s.account_id AND ac.disabled_at IS NULL
  LEFT JOIN LATERAL (
    SELECT q.* FROM yimen.effective_posts(s.account_id, at) q
    WHERE wanted_post IS NULL OR q.post_id = wanted_post
    ORDER BY q.kind, q.post_id LIMIT 1) e ON true
  LEFT JOIN yimen.post p ON p.id = e.post_id
  LEFT JOIN yimen.office o ON o.id = p.office_id
  LEFT JOIN yimen.region r ON r.code = p.region_code
  LEFT JOIN yimen.account b ON b.id = e.behalf_account_id
  WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.idle_expires_at > at AND s.absolute_expires_at > at;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('yimen.account', hit.account_id::text, true),
          set_config('yimen.post', coalesce(hit.post_id::text, ''), true),
          set_config('yimen.office', CASE WHEN hit.stands_for_office THEN hit.office_id::text ELSE '' END, true),
          set_config('yimen.scope', CASE WHEN hit.limited_to IS NULL THEN coalesce(hit.scope, 'none') ELSE 'none' END, true),
          set_config('yimen.region_from', coalesce(hit.region_code, ''), true),
          set_config('yimen.region_to', coalesce(hit.region_to, ''), true);
  account_id := hit.account_id; account_name := hit.account_name; limited_to := hit.limited_to;
  second_factor_at := hit.second_factor_at; idle_expires_at := hit.idle_expires_at; last_seen_at := hit.last_seen_at;
  post_id := hit.post_id; post_title := hit.post_title; role := hit.role; scope := hit.scope;
  office_id := hit.office_id; office_name := hit.office_name; office_kind := hit.office_kind;
  region_code := hit.region_code; region_to := hit.region_to;
  behalf_account_id := hit.behalf_account_id; behalf_name := hit.behalf_name;
  RETURN NEXT;
END $$;
