-- One row for each act: the report that was entered first, with those who took part in it by its words.
CREATE VIEW distinct_events AS
SELECT
    events.*,
    (SELECT group_concat(name, '; ') FROM named_participants AS named
     WHERE named.event_id = events.event_id AND named.role = 'actor') AS actors,
    (SELECT group_concat(name, '; ') FROM named_participants AS named
     WHERE named.event_id = events.event_id AND named.role = 'recipient') AS recipients,
    (SELECT count(*) FROM events AS later WHERE later.same_as = events.event_id) + 1 AS reports
FROM events
WHERE events.same_as IS NULL;

-- Who took part in which report of an act, with names.
CREATE VIEW named_participants AS
SELECT participants.*, actors.name, actors.kind
FROM participants
JOIN actors USING (actor_id)
ORDER BY participants.rowid;

-- Each act over its sources: one row for each report, beside the report that was entered first.
CREATE VIEW event_reports AS
SELECT
    first.event_id AS first_event_id,
    first.text AS first_text,
    sources.title AS source_title,
    publishers.name AS publisher,
    events.*
FROM events
JOIN events AS first ON first.event_id = coalesce(events.same_as, events.event_id)
JOIN sources ON sources.source_id = events.source_id
JOIN actors AS publishers ON publishers.actor_id = sources.publisher_id
ORDER BY first.rowid, events.rowid;

-- Statements with the names of who said them, of the body that the speaker belongs to, and of the medium between.
CREATE VIEW quotes_with_speakers AS
SELECT
    quotes.*,
    speakers.name AS speaker,
    speakers.kind AS speaker_kind,
    bodies.name AS speaker_member_of,
    media.name AS via,
    sources.title AS source_title
FROM quotes
JOIN actors AS speakers ON speakers.actor_id = quotes.speaker_id
LEFT JOIN actors AS bodies ON bodies.actor_id = speakers.member_of
LEFT JOIN actors AS media ON media.actor_id = quotes.via_id
JOIN sources ON sources.source_id = quotes.source_id;

-- What somebody says and the article does not say in its own voice: acts and figures.
CREATE VIEW claims AS
SELECT 'events' AS claim_in, event_id AS row_id, source_id, claimed_by, actors.name AS claimant, status, text
FROM events
JOIN actors ON actors.actor_id = events.claimed_by
UNION ALL
SELECT 'figures', figure_id, source_id, claimed_by, actors.name, NULL, text
FROM figures
JOIN actors ON actors.actor_id = figures.claimed_by;

-- Full-text search: SELECT * FROM search WHERE search MATCH 'workers AND donbas';
CREATE VIRTUAL TABLE search USING fts5(
    text, row_id UNINDEXED, found_in UNINDEXED, source_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);
