-- Who may come in. None of it is part of the ledger: secrets do not belong in a chain that keeps everything, and nothing here
-- changes a balance. Times are RFC 3339 text in UTC, of one width, so that they compare as text.
--
-- What a browser holds (sessions, invitations, drafts) is kept as a SHA-256 hash of a random secret. What is printed (cards,
-- links) is kept as it is, for it must print again; see ARCHITECTURE.md, "The door".

-- People who sign in with phone number and password.
CREATE TABLE users (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    id BIGINT NOT NULL,
    -- The firm that a clerk belongs to; none for a coordinator.
    firm BIGINT,
    name TEXT NOT NULL,
    -- Signing in names no workshop, so a number is one person's in the whole database.
    phone TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (workshop, id)
);

-- `holder` is 'user', 'worker' or 'firm' (by the firm's link), `holder_id` that one's id.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    id BIGINT NOT NULL,
    holder TEXT NOT NULL,
    holder_id BIGINT NOT NULL,
    -- Which browser it is: one that signed in before is not kept waiting by others' failed tries.
    browser_hash TEXT NOT NULL,
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    -- Until when a worker's pay is shown without her PIN.
    pay_until TEXT NOT NULL
);
CREATE INDEX sessions_of ON sessions (workshop, holder, holder_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- Links that work once: whoever opens one makes an account.
CREATE TABLE invitations (
    token_hash TEXT PRIMARY KEY,
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    firm BIGINT,
    expires_at TEXT NOT NULL,
    -- Who it became.
    used_by BIGINT
);

-- A worker's printed card. Without a PIN it is new, or the PIN was forgotten.
CREATE TABLE cards (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    worker BIGINT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    pin_hash TEXT,
    PRIMARY KEY (workshop, worker)
);

-- Links on paper, in which the secret is all that is needed: `kind` is 'firm' or 'delivery', `target` its id.
CREATE TABLE links (
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    kind TEXT NOT NULL,
    target BIGINT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    PRIMARY KEY (workshop, kind, target)
);

-- What was typed into forms that were refused, for the browser that sent them. Someone who was signed out has no workshop.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    browser_hash TEXT NOT NULL,
    -- Who typed it, as far as it is known; empty where it is not.
    owner TEXT NOT NULL,
    body TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX drafts_of ON drafts (browser_hash, expires_at);
CREATE INDEX drafts_by_end ON drafts (expires_at);

-- Failed tries, by what was tried or by the browser that tried; never by address, which a village shares.
CREATE TABLE delays (
    tried TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    until TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
