-- Sign-in beyond the password: recovery codes, earlier passwords, the token of the first administrator.

ALTER TABLE yimen.account ADD COLUMN totp_pending_encrypted bytea;
COMMENT ON COLUMN yimen.account.totp_pending_encrypted IS 'Secret being enrolled; the confirmed one stays valid until the new one is proved.';
COMMENT ON COLUMN yimen.account.failed_attempts IS 'Counted before the password is checked, so that parallel guesses cannot exceed the limit; a success sets it to 0.';

CREATE TABLE yimen.recovery_code (
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  code_digest bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT recovery_code_once PRIMARY KEY (account_id, code_digest)
);
COMMENT ON TABLE yimen.recovery_code IS 'One-time codes in place of the authenticator; stored as digests (the codes are 80 random bits).';

CREATE TABLE yimen.earlier_password (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES yimen.account (id),
  password_hash text NOT NULL,
  replaced_at timestamptz NOT NULL
);
CREATE INDEX earlier_password_by_account ON yimen.earlier_password (account_id, replaced_at DESC);
COMMENT ON TABLE yimen.earlier_password IS 'The last passwords of an account may not come back (等保 profile).';

CREATE TABLE yimen.first_administrator_token (
  digest bytea PRIMARY KEY,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
COMMENT ON TABLE yimen.first_administrator_token IS 'Creates the first administrator of an installation without accounts; stored by digest, works once.';

GRANT SELECT, INSERT, UPDATE, DELETE ON yimen.recovery_code TO yimen_app;
GRANT SELECT, INSERT ON yimen.earlier_password TO yimen_app;
GRANT SELECT, INSERT, UPDATE ON yimen.first_administrator_token TO yimen_app;
GRANT DELETE ON yimen.session TO yimen_app;
