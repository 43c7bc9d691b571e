-- Names of posts stand on every page. Processes keep them as long as this number stays the same.

CREATE TABLE yimen.directory_state (
  one boolean PRIMARY KEY DEFAULT true CONSTRAINT directory_state_one CHECK (one),
  version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE yimen.directory_state IS 'Rises with every change of what a post is called, where it is and who holds it.';
INSERT INTO yimen.directory_state DEFAULT VALUES;
GRANT SELECT, UPDATE ON yimen.directory_state TO yimen_app;

CREATE FUNCTION yimen.count_directory_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE yimen.directory_state SET version = version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER office_in_directory AFTER INSERT OR DELETE OR UPDATE OF name ON yimen.office FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_directory_change();
CREATE TRIGGER post_in_directory AFTER INSERT OR DELETE OR UPDATE OF title, office_id ON yimen.post FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_directory_change();
CREATE TRIGGER post_holder_in_directory AFTER INSERT OR DELETE OR UPDATE ON yimen.post_holder FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_directory_change();
CREATE TRIGGER account_in_directory AFTER DELETE OR UPDATE OF name ON yimen.account FOR EACH STATEMENT EXECUTE FUNCTION yimen.count_directory_change();

-- Few officers have filed anybody; the others need not be compared with every household (R-171).
CREATE FUNCTION yimen.has_filed_relatives(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = yimen AS $$
  SELECT EXISTS (SELECT 1 FROM yimen.relative_filing f WHERE f.account_id = who AND f.withdrawn_at IS NULL)
$$;
REVOKE ALL ON FUNCTION yimen.has_filed_relatives(uuid), yimen.count_directory_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION yimen.has_filed_relatives(uuid) TO yimen_app;

DROP FUNCTION yimen.enter(bytea, uuid, timestamptz);
CREATE FUNCTION yimen.enter(token bytea, wanted_post uuid, at timestamptz)
RETURNS TABLE (
  account_id uuid, account_name text, limited_to text, second_factor_at timestamptz, idle_expires_at timestamptz, last_seen_at timestamptz,
  post_id uuid, post_title text, role text, scope text, office_id uuid, office_name text, office_kind text,
  region_code text, region_to text, behalf_account_id uuid, behalf_name text, has_filed_relatives boolean, directory_version bigint
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
         yimen.has_filed_relatives(enter.account_id), d.version
    INTO enter.post_title, enter.role, enter.scope, enter.office_id, enter.office_name, enter.office_kind, enter.region_code, enter.region_to,
         stands_for_office, enter.has_filed_relatives, enter.directory_version
  FROM yimen.post p JOIN yimen.office o ON o.id = p.office_id JOIN yimen.region r ON r.code = p.region_code, yimen.directory_state d
  WHERE p.id = enter.post_id;

  PERFORM set_config('yimen.account', enter.account_id::text, true),
          set_config('yimen.post', coalesce(enter.post_id::text, ''), true),
          set_config('yimen.office', CASE WHEN stands_for_office THEN enter.office_id::text ELSE '' END, true),
          set_config('yimen.scope', CASE WHEN enter.limited_to IS NULL THEN coalesce(enter.scope, 'none') ELSE 'none' END, true),
          set_config('yimen.region_from', coalesce(enter.region_code, ''), true),
          set_config('yimen.region_to', coalesce(enter.region_to, ''), true);
  RETURN NEXT;
END $$;
