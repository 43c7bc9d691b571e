-- Photos: in the database, so that one backup holds everything and several api hosts need no shared disk.

CREATE TABLE yimen.photo (
  id uuid PRIMARY KEY,
  uploaded_by uuid REFERENCES yimen.account (id),
  uploaded_at timestamptz NOT NULL,
  report_id uuid,
  case_id uuid,
  attached_at timestamptz,
  width integer NOT NULL,
  height integer NOT NULL,
  media_type text NOT NULL CONSTRAINT photo_media_type CHECK (media_type IN ('image/webp')),
  content_encrypted bytea NOT NULL,
  CONSTRAINT photo_attached_whole CHECK ((attached_at IS NOT NULL) = (report_id IS NOT NULL OR case_id IS NOT NULL))
);
-- Ciphertext does not compress.
ALTER TABLE yimen.photo ALTER COLUMN content_encrypted SET STORAGE EXTERNAL;
CREATE INDEX photo_by_report ON yimen.photo (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX photo_by_case ON yimen.photo (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX photo_loose ON yimen.photo (uploaded_at) WHERE attached_at IS NULL;
COMMENT ON TABLE yimen.photo IS 'Photos as re-encoded on arrival, without place and camera data, encrypted. Unattached ones are deleted after a day.';

-- Whoever sees the report or the case sees its photos: the row security of those tables decides.
-- (plpgsql, because the tables are created by later migrations.)
CREATE FUNCTION yimen.sees_photo(report uuid, kase uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (report IS NOT NULL AND EXISTS (SELECT FROM yimen.report r WHERE r.id = report))
      OR (kase IS NOT NULL AND EXISTS (SELECT FROM yimen."case" c WHERE c.id = kase));
END $$;

-- The uploader may be a member of the public without any scope: loose photos are attached through this door only.
CREATE FUNCTION yimen.attach_photos(ids uuid[], report uuid, kase uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = yimen AS $$
DECLARE attached integer;
BEGIN
  UPDATE yimen.photo SET report_id = report, case_id = kase, attached_at = at WHERE id = ANY (ids) AND attached_at IS NULL;
  GET DIAGNOSTICS attached = ROW_COUNT;
  RETURN attached;
END $$;

ALTER TABLE yimen.photo ENABLE ROW LEVEL SECURITY;
ALTER TABLE yimen.photo FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON yimen.photo TO yimen_migrator USING (true) WITH CHECK (true);
CREATE POLICY anybody_uploads ON yimen.photo FOR INSERT TO yimen_app WITH CHECK (attached_at IS NULL);
CREATE POLICY own_or_of_seen ON yimen.photo FOR SELECT TO yimen_app
  USING (yimen.context_scope() = 'system' OR (attached_at IS NULL AND uploaded_by = yimen.context_account()) OR yimen.sees_photo(report_id, case_id));
CREATE POLICY follows_case ON yimen.photo FOR UPDATE TO yimen_app USING (yimen.sees_photo(report_id, case_id)) WITH CHECK (attached_at IS NOT NULL);
CREATE POLICY loose_ones_go ON yimen.photo FOR DELETE TO yimen_app USING (yimen.context_scope() = 'system' AND attached_at IS NULL);
GRANT SELECT, INSERT, DELETE ON yimen.photo TO yimen_app;
GRANT UPDATE (case_id) ON yimen.photo TO yimen_app;
