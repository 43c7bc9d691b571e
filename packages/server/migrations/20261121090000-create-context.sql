-- The ground every other migration stands on: the schema, what the application role may do by default,
-- and the access context that row-level security reads. The context is set once per transaction by the server.

CREATE SCHEMA IF NOT EXISTS yimen AUTHORIZATION yimen_migrator;
GRANT USAGE ON SCHEMA yimen TO yimen_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Scope of the acting post: region (a subtree of regions), office (only what its office takes part in),
-- none (administrators, public), system (jobs). No context at all reads as none: nothing is visible.
CREATE FUNCTION yimen.context_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('yimen.scope', true), ''), 'none');
CREATE FUNCTION yimen.context_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('yimen.account', true), '')::uuid;
CREATE FUNCTION yimen.context_post() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('yimen.post', true), '')::uuid;
CREATE FUNCTION yimen.context_office() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('yimen.office', true), '')::uuid;

-- A subtree of regions is a range of 12-character codes; functional zones carry a letter and sort inside their city.
CREATE FUNCTION yimen.in_scope(region_code text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (
    current_setting('yimen.scope', true) = 'region'
    AND region_code >= current_setting('yimen.region_from', true)
    AND region_code <= current_setting('yimen.region_to', true)
  ) OR current_setting('yimen.scope', true) = 'system';

COMMENT ON FUNCTION yimen.in_scope(text) IS 'True when a row of this region lies in the subtree of the acting post, or the caller is a job of the system.';
