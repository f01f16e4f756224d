-- Leaders' keys are kept as digests: whoever reads the table can lead nothing.
CREATE TABLE access_keys (
    name    text PRIMARY KEY,
    digest  bytea NOT NULL UNIQUE,
    made    date NOT NULL DEFAULT current_date,
    revoked date
);

CREATE TABLE rooms (
    token      text PRIMARY KEY,
    access_key text NOT NULL REFERENCES access_keys (name) ON DELETE CASCADE,
    public_key bytea NOT NULL,
    language   text NOT NULL,
    following  text NOT NULL,
    view       jsonb NOT NULL,
    version    bigint NOT NULL DEFAULT 0,
    shown_at   timestamptz NOT NULL DEFAULT now(),
    gone_at    timestamptz NOT NULL
);
CREATE INDEX rooms_gone_at ON rooms (gone_at);

-- Nothing tells when an envelope came, and nothing here opens one.
CREATE TABLE envelopes (
    token   text NOT NULL REFERENCES rooms (token) ON DELETE CASCADE,
    step    text NOT NULL,
    number  bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (token, step, number)
);

CREATE TABLE marks (
    token  text NOT NULL REFERENCES rooms (token) ON DELETE CASCADE,
    what   text NOT NULL,
    number bytea NOT NULL,
    PRIMARY KEY (token, what, number)
);

-- How many phones follow a room at each worker; a worker that has died is forgotten by its age.
CREATE TABLE presence (
    token   text NOT NULL REFERENCES rooms (token) ON DELETE CASCADE,
    worker  uuid NOT NULL,
    readers integer NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (token, worker)
);
