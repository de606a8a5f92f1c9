-- When the holder of a session last gave a secret in it; where there is nothing, when it was opened.
ALTER TABLE sessions ADD COLUMN proved_at TEXT;
-- The token before this one: it works until the browser comes with this one, for the answer that brings it may be lost.
ALTER TABLE sessions ADD COLUMN former_hash TEXT;
CREATE INDEX sessions_former ON sessions (former_hash);
-- What a passkey must answer that is about to be added in that session, as JSON.
ALTER TABLE sessions ADD COLUMN challenge TEXT;

-- A second step of signing in: an authenticator app. It holds the same secret, so that is kept as it is. It is asked for once she
-- has shown that her app has it; `used_step` is the 30 seconds of the last code that was taken, which is not taken twice.
CREATE TABLE authenticators (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    account BIGINT NOT NULL,
    secret TEXT NOT NULL,
    confirmed_at TEXT,
    used_step BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (workshop, account)
);
-- Or a passkey: `id` is the hash of its own id, `passkey` what is needed to check it, as JSON; nothing of it is secret.
CREATE TABLE passkeys (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    account BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    passkey TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (workshop, account, id)
);
-- Codes on paper for one who lost both, hashed; each works once.
CREATE TABLE recovery_codes (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    account BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (workshop, account, code_hash)
);
-- A password was right, and the second step is waited for. `challenge` is what a passkey must answer, as JSON.
CREATE TABLE second_steps (
    token_hash TEXT PRIMARY KEY,
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    account BIGINT NOT NULL,
    challenge TEXT,
    expires_at TEXT NOT NULL
);
