-- Rooms of one day that sum up together; what each has found is sealed with a key that never comes here.
CREATE TABLE gatherings (
    token      text PRIMARY KEY,
    access_key text NOT NULL REFERENCES access_keys (name) ON DELETE CASCADE,
    gone_at    timestamptz NOT NULL
);

CREATE TABLE findings (
    gathering text NOT NULL REFERENCES gatherings (token) ON DELETE CASCADE,
    room      text NOT NULL,
    content   bytea NOT NULL,
    PRIMARY KEY (gathering, room)
);
