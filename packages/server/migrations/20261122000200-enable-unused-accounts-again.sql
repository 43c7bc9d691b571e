-- Accounts nobody used for long do not sign in; an administrator who opens one again starts its time anew.

ALTER TABLE yimen.account ADD COLUMN enabled_at timestamptz;
COMMENT ON COLUMN yimen.account.enabled_at IS 'When an administrator last enabled it again; counts as a use.';
