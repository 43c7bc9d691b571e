-- Who acts for an absent person acts as that person: a near relative of either stands aside (R-171).
CREATE FUNCTION yimen.find_relation(who uuid[], id_numbers bytea[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT f.relation FROM yimen.relative_filing f
  WHERE f.account_id = ANY (who) AND f.id_number_index = ANY (id_numbers) AND f.withdrawn_at IS NULL
  ORDER BY f.filed_at LIMIT 1
$$;
DROP FUNCTION yimen.find_relation(uuid, bytea[]);
CREATE FUNCTION yimen.has_filed_relatives(who uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT EXISTS (SELECT 1 FROM yimen.relative_filing f WHERE f.account_id = ANY (who) AND f.withdrawn_at IS NULL)
$$;
REVOKE ALL ON FUNCTION yimen.find_relation(uuid[], bytea[]), yimen.has_filed_relatives(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.find_relation(uuid[], bytea[]), yimen.has_filed_relatives(uuid[]) TO yimen_app;

-- "Directory" is the public list of windows; this is about names of posts. Only the triggers move the number, and it
-- never comes back to one it had, not even when the database is set back to an earlier moment.
ALTER TABLE yimen.directory_state RENAME TO post_names_state;
ALTER TABLE yimen.post_names_state RENAME CONSTRAINT directory_state_one TO post_names_state_one;
COMMENT ON TABLE yimen.post_names_state IS 'Rises with every change of what a post is called, where it is and who holds it.';
REVOKE UPDATE ON yimen.post_names_state FROM yimen_app;
ALTER FUNCTION yimen.count_directory_change() RENAME TO count_post_names_change;
CREATE OR REPLACE FUNCTION yimen.count_post_names_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
BEGIN
  UPDATE yimen.post_names_state SET version = greatest(version + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
  RETURN NULL;
END $$;
ALTER TRIGGER office_in_directory ON yimen.office RENAME TO office_in_post_names;
ALTER TRIGGER post_in_directory ON yimen.post RENAME TO post_in_post_names;
ALTER TRIGGER post_holder_in_directory ON yimen.post_holder RENAME TO post_holder_in_post_names;
ALTER TRIGGER account_in_directory ON yimen.account RENAME TO account_in_post_names;

DROP FUNCTION yimen.enter(bytea, uuid, timestamptz);
CREATE FUNCTION yimen.enter(token bytea, wanted_post uuid, at timestamptz)
RETURNS TABLE (
  account_id uuid, account_name text, limited_to text, second_factor_at timestamptz, idle_expires_at timestamptz, last_seen_at timestamptz,
  post_id uuid, post_title text, role text, scope text, office_id uuid, office_name text, office_kind text,
  region_code text, region_to text, behalf_account_id uuid, behalf_name text, has_filed_relatives boolean, post_names_version bigint
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
         p.scope = 'office' OR (p.scope = 'region' AND o.region_code BETWEEN p.region_code AND r.range_to),
         yimen.has_filed_relatives(ARRAY[enter.account_id, enter.behalf_account_id]), n.version
    INTO enter.post_title, enter.role, enter.scope, enter.office_id, enter.office_name, enter.office_kind, enter.region_code, enter.region_to,
         stands_for_office, enter.has_filed_relatives, enter.post_names_version
  FROM yimen.post p JOIN yimen.office o ON o.id = p.office_id JOIN yimen.region r ON r.code = p.region_code, yimen.post_names_state n
  WHERE p.id = enter.post_id;

  PERFORM set_config('yimen.account', enter.account_id::text, true),
          set_config('yimen.post', coalesce(enter.post_id::text, ''), true),
          set_config('yimen.office', CASE WHEN stands_for_office THEN enter.office_id::text ELSE '' END, true),
          set_config('yimen.scope', CASE WHEN enter.limited_to IS NULL THEN coalesce(enter.scope, 'none') ELSE 'none' END, true),
          set_config('yimen.region_from', coalesce(enter.region_code, ''), true),
          set_config('yimen.region_to', coalesce(enter.region_to, ''), true);
  RETURN NEXT;
END $$;
DROP FUNCTION yimen.has_filed_relatives(uuid);
