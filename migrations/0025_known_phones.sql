-- Phones that a worker gave her PIN on: the browser holds a secret, and her PIN alone lets her in there. Only the secret's hash is kept; the one
-- before it works until the browser comes with the new. `failures` are wrong PINs in a row, after which it is forgotten.
CREATE TABLE known_phones (
    secret_hash TEXT PRIMARY KEY,
    former_hash TEXT,
    workshop BIGINT NOT NULL REFERENCES workshops (id),
    id BIGINT NOT NULL,
    worker BIGINT NOT NULL,
    browser_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    failures BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX known_phones_of ON known_phones (workshop, worker);
CREATE INDEX known_phones_former ON known_phones (former_hash);
