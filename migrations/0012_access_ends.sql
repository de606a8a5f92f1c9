-- An account that ended keeps its row, for the journal names it; its number is free for another.
ALTER TABLE users ADD COLUMN ended_at TEXT;
-- The coordinator who let this one in, and the one who asked for it, where that was another.
ALTER TABLE users ADD COLUMN let_in_by BIGINT;
ALTER TABLE users ADD COLUMN asked_by BIGINT;
-- When the PIN was chosen.
ALTER TABLE cards ADD COLUMN pin_at TEXT;
-- The user who may choose another password by it; none where it makes an account.
ALTER TABLE invitations ADD COLUMN resets BIGINT;
-- Whether she said it within a day of choosing the PIN of a card.
ALTER TABLE reviews ADD COLUMN new_card BIGINT NOT NULL DEFAULT 0;
CREATE INDEX drafts_of_owner ON drafts (owner, expires_at);
