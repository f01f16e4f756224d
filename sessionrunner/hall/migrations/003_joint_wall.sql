-- The day's leader puts the joint summary on every wall, and takes it away; each time is a new turn.
ALTER TABLE gatherings
    ADD COLUMN shown boolean NOT NULL DEFAULT false,
    ADD COLUMN turn integer NOT NULL DEFAULT 0;
