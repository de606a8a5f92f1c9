-- Who helps a coordinator: she has an account as a coordinator has, and sees and does less.
ALTER TABLE users ADD COLUMN helper BIGINT NOT NULL DEFAULT 0;
ALTER TABLE invitations ADD COLUMN helper BIGINT NOT NULL DEFAULT 0;
