-- The event by which a coordinator let somebody in: one invitation of it at most. None on those of clerks, and on those that whoever
-- runs the machine made.
ALTER TABLE invitations ADD COLUMN let_in TEXT;
CREATE UNIQUE INDEX invitations_let_in ON invitations (workshop, let_in);
