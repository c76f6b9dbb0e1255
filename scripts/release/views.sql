-- Each act with those who took part in it by any of its reports, and the day to sort a chronology by.
CREATE VIEW acts_with_participants AS
SELECT
    acts.*,
    (SELECT group_concat(name, '; ') FROM act_participants AS taking_part
     WHERE taking_part.act_id = acts.act_id AND taking_part.role = 'actor') AS actors,
    (SELECT group_concat(name, '; ') FROM act_participants AS taking_part
     WHERE taking_part.act_id = acts.act_id AND taking_part.role = 'recipient') AS recipients,
    coalesce(acts.date_latest, acts.known_by) AS day_to_sort_by
FROM acts;

-- Who took part in which act: the union over its reports. A body stands aside where another report names its member.
CREATE VIEW act_participants AS
SELECT events.act_id, actors.actor_id, participants.role, actors.name, actors.kind, actors.state_id
FROM participants
JOIN events USING (event_id)
JOIN actors USING (actor_id)
WHERE NOT EXISTS (
    SELECT 1
    FROM participants AS others
    JOIN events AS reports ON reports.event_id = others.event_id
    JOIN actors AS members ON members.actor_id = others.actor_id
    WHERE reports.act_id = events.act_id AND reports.event_id <> events.event_id
        AND others.role = participants.role AND members.member_of = participants.actor_id
)
GROUP BY events.act_id, actors.actor_id, participants.role
ORDER BY min(participants.rowid);

-- Who took part in which report, with names.
CREATE VIEW named_participants AS
SELECT participants.*, actors.name, actors.kind, actors.state_id
FROM participants
JOIN actors USING (actor_id)
ORDER BY participants.rowid;

-- Each act over its sources: one row for each report, beside the label of the act.
CREATE VIEW act_reports AS
SELECT acts.label AS act_label, sources.title AS source_title, publishers.name AS publisher, events.*
FROM events
JOIN acts USING (act_id)
JOIN sources ON sources.source_id = events.source_id
JOIN actors AS publishers ON publishers.actor_id = sources.publisher_id
ORDER BY acts.rowid, events.rowid;

-- Which event has to do with which document.
CREATE VIEW documents_of_events AS
SELECT events.act_id, events.event_id, events.label, event_documents.relation, documents.*
FROM event_documents
JOIN events USING (event_id)
JOIN documents USING (document_id);

-- Which act is related to which, by their labels.
CREATE VIEW labelled_relations AS
SELECT relations.*, events.label, others.label AS other_label
FROM relations
JOIN events USING (event_id)
JOIN events AS others ON others.event_id = relations.other_event_id;

-- Statements with the names of who said them, of the body that the speaker belongs to, and of the medium between.
CREATE VIEW quotes_with_speakers AS
SELECT
    quotes.*,
    speakers.name AS speaker,
    speakers.kind AS speaker_kind,
    speakers.state_id AS speaker_state_id,
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
SELECT
    'events' AS claim_in, event_id AS row_id, source_id, claimed_by, actors.name AS claimant, status, label, text, quote_id
FROM events
JOIN actors ON actors.actor_id = events.claimed_by
UNION ALL
SELECT 'figures', figure_id, source_id, claimed_by, actors.name, NULL, NULL, text, NULL
FROM figures
JOIN actors ON actors.actor_id = figures.claimed_by;

-- Full-text search: SELECT * FROM search WHERE search MATCH 'workers AND donbas';
CREATE VIRTUAL TABLE search USING fts5(
    text, label, row_id UNINDEXED, found_in UNINDEXED, source_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);
