-- Regions, offices, posts, people at work, absence, duty, relatives of staff, working-day calendar.

CREATE TABLE yimen.region (
  code text COLLATE "C" PRIMARY KEY CONSTRAINT region_code_shape CHECK (code ~ '^[0-9A-Z]{12}$'),
  parent_code text COLLATE "C" REFERENCES yimen.region (code) CONSTRAINT region_not_own_parent CHECK (parent_code <> code),
  level text NOT NULL CONSTRAINT region_level CHECK (level IN ('nation', 'province', 'city', 'county', 'township', 'village')),
  kind text NOT NULL DEFAULT 'administrative' CONSTRAINT region_kind CHECK (kind IN ('administrative', 'functional-zone')),
  name text NOT NULL,
  full_name text NOT NULL,
  range_to text COLLATE "C" NOT NULL,
  valid_from date,
  valid_to date,
  successor_code text COLLATE "C"
);
CREATE INDEX region_by_parent ON yimen.region (parent_code, code);
COMMENT ON TABLE yimen.region IS 'Node of the GB/T 2260 tree, nation to village; functional zones are nodes of their own with a letter in the code.';
COMMENT ON COLUMN yimen.region.range_to IS 'Last code of the subtree: code <= x AND x <= range_to selects the node and everything below it.';
COMMENT ON COLUMN yimen.region.full_name IS 'Names from province down, joined without separator, as printed on letters.';

CREATE TABLE yimen.office (
  id uuid PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  kind text NOT NULL CONSTRAINT office_kind CHECK (kind IN (
    'civil-affairs', 'department', 'township-window', 'mutual-aid-society', 'hotline', 'hospital', 'school', 'police',
    'charity', 'social-work', 'rescue-station', 'leading-group', 'platform')),
  department text,
  name text NOT NULL,
  name_en text,
  phone text,
  address text,
  open_hours text,
  is_public boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX office_by_region ON yimen.office (region_code, kind);
COMMENT ON COLUMN yimen.office.department IS 'Department role of the policy pack (civil-affairs, education, …): which programmes it owns is policy, not code.';
COMMENT ON COLUMN yimen.office.is_public IS 'Listed in the public directory of windows.';

CREATE TABLE yimen.account (
  id uuid PRIMARY KEY,
  login text NOT NULL CONSTRAINT account_login_unique UNIQUE CONSTRAINT account_login_shape CHECK (login ~ '^[a-z0-9][a-z0-9.-]{1,60}$'),
  name text NOT NULL,
  phone_encrypted bytea,
  phone_masked text,
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  totp_secret_encrypted bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  last_signed_in_at timestamptz,
  disabled_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE yimen.account IS 'A person who signs in. Permissions hang on posts, never here.';
COMMENT ON COLUMN yimen.account.totp_last_step IS 'Last accepted 30-second step: a code works once.';

CREATE TABLE yimen.post (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  role text NOT NULL,
  scope text NOT NULL CONSTRAINT post_scope CHECK (scope IN ('region', 'office', 'none')),
  region_code text COLLATE "C" NOT NULL REFERENCES yimen.region (code),
  title text NOT NULL,
  seat integer,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX post_by_office ON yimen.post (office_id);
CREATE INDEX post_by_role ON yimen.post (role, region_code) WHERE active;
COMMENT ON COLUMN yimen.post.region_code IS 'Root of the region subtree this post works for.';
COMMENT ON COLUMN yimen.post.seat IS 'Order of the seat in the leading group.';

CREATE TABLE yimen.post_holder (
  id uuid PRIMARY KEY,
  post_id uuid NOT NULL REFERENCES yimen.post (id),
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  kind text NOT NULL CONSTRAINT post_holder_kind CHECK (kind IN ('A', 'B')),
  from_date date NOT NULL,
  to_date date,
  CONSTRAINT post_holder_period CHECK (to_date IS NULL OR to_date >= from_date)
);
CREATE UNIQUE INDEX post_holder_one_a ON yimen.post_holder (post_id) WHERE kind = 'A' AND to_date IS NULL;
CREATE UNIQUE INDEX post_holder_once ON yimen.post_holder (post_id, account_id) WHERE to_date IS NULL;
CREATE INDEX post_holder_by_account ON yimen.post_holder (account_id) WHERE to_date IS NULL;
COMMENT ON TABLE yimen.post_holder IS 'Who holds a post: A, or substitute B who may act while A is absent (AB岗制, R-035).';

CREATE TABLE yimen.absence (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  reason text NOT NULL,
  recorded_by uuid NOT NULL REFERENCES yimen.account (id),
  ended_at timestamptz,
  CONSTRAINT absence_period CHECK (to_at > from_at)
);
CREATE INDEX absence_by_account ON yimen.absence (account_id, to_at);

CREATE TABLE yimen.duty (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES yimen.office (id),
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  phone text NOT NULL,
  CONSTRAINT duty_period CHECK (ends_at > starts_at)
);
CREATE INDEX duty_by_office ON yimen.duty (office_id, starts_at);
COMMENT ON TABLE yimen.duty IS 'Duty roster: whom an out-of-hours report pages. The phone is an office duty phone.';

CREATE TABLE yimen.relative_filing (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  relation text NOT NULL CONSTRAINT relative_relation CHECK (relation IN ('self', 'spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild')),
  name text NOT NULL,
  id_number_index bytea NOT NULL,
  id_number_masked text NOT NULL,
  filed_by uuid NOT NULL REFERENCES yimen.account (id),
  filed_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CONSTRAINT relative_filing_once UNIQUE (account_id, id_number_index)
);
CREATE INDEX relative_filing_by_id_number ON yimen.relative_filing (id_number_index) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE yimen.relative_filing IS 'Near relatives of staff and village cadres, filed so that they stand aside (R-171; 民法典 1045).';

CREATE TABLE yimen.calendar_year (
  year integer PRIMARY KEY,
  source text NOT NULL,
  imported_by uuid REFERENCES yimen.account (id),
  imported_at timestamptz NOT NULL DEFAULT now(),
  off_days date[] NOT NULL,
  work_days date[] NOT NULL
);
COMMENT ON TABLE yimen.calendar_year IS 'Official holiday schedule of a year: rest days and adjusted working weekends. A missing year makes deadlines provisional.';

CREATE TABLE yimen.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_expires_at timestamptz NOT NULL,
  absolute_expires_at timestamptz NOT NULL,
  second_factor_at timestamptz,
  limited_to text CONSTRAINT session_limited CHECK (limited_to IN ('second-factor', 'password-change', 'second-factor-setup')),
  revoked_at timestamptz
);
CREATE INDEX session_by_account ON yimen.session (account_id) WHERE revoked_at IS NULL;
COMMENT ON COLUMN yimen.session.limited_to IS 'A half-finished sign-in: only the named step is open.';

-- The posts an account may act through at a moment: its own, and those it substitutes while A is absent.
CREATE FUNCTION yimen.effective_posts(who uuid, at timestamptz)
RETURNS TABLE (post_id uuid, kind text, behalf_account_id uuid) LANGUAGE sql STABLE AS $$
  SELECT h.post_id, h.kind, NULL::uuid
  FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id AND p.active
  WHERE h.account_id = who AND h.kind = 'A' AND h.to_date IS NULL
  UNION ALL
  SELECT h.post_id, h.kind, a.account_id
  FROM yimen.post_holder h
  JOIN yimen.post p ON p.id = h.post_id AND p.active
  LEFT JOIN yimen.post_holder a ON a.post_id = h.post_id AND a.kind = 'A' AND a.to_date IS NULL
  WHERE h.account_id = who AND h.kind = 'B' AND h.to_date IS NULL
    AND (a.account_id IS NULL OR EXISTS (
      SELECT 1 FROM yimen.absence x
      WHERE x.account_id = a.account_id AND x.from_at <= at AND x.to_at > at AND x.ended_at IS NULL))
$$;

-- Opens a request: finds the live session, the acting post, and sets the access context of the transaction.
-- One call, so that sign-out, disabling and a change of posts bite on the very next request.
CREATE FUNCTION yimen.enter(token bytea, wanted_post uuid, at timestamptz)
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
         p.region_code, r.range_to AS region_to, e.behalf_account_id, b.name AS behalf_name
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
          set_config('yimen.office', coalesce(hit.office_id::text, ''), true),
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

GRANT SELECT, INSERT, UPDATE ON yimen.office, yimen.account, yimen.post, yimen.post_holder, yimen.absence, yimen.duty,
  yimen.relative_filing, yimen.calendar_year, yimen.session TO yimen_app;
GRANT DELETE ON yimen.duty TO yimen_app;
GRANT SELECT, INSERT ON yimen.region TO yimen_app;
