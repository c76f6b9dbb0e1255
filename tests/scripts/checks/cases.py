"""Faults of a published package that tests/faults does not make, several together, and their exact problems (hashes left out)."""

from inline_snapshot import snapshot

from tests.edits import Case, Edit

ACTORS = "data/actors.csv"
EVENTS = "data/events.csv"
DESCRIPTOR = "datapackage.json"
SOURCES = "data/sources.csv"

CASES = [
    Case(
        {
            "a byte order mark": Edit(EVENTS, "event_id,", "\ufeffevent_id,"),
            "carriage returns": Edit(
                ACTORS,
                None,
                "actor_id,name,kind,country,member_of,state_id,wikidata\r\nana-orlo,Ana Orlo,person,,norway,norway,\r\ndaily-plank,The Daily Plank,media,SWE,,,\r\nnorway,Norway,state,NOR,,norway,\r\nsweden,Sweden,state,SWE,,sweden,\r\n",
            ),
        },
        snapshot("""\
data/actors.csv:1: actors: has “actor_id,name,kind,country,member_of,state_id,wikidata\\u000d” where the build writes “actor_id,name,kind,country,member_of,state_id,wikidata”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:2: actors: has “ana-orlo,Ana Orlo,person,,norway,norway,\\u000d” where the build writes “ana-orlo,Ana Orlo,person,,norway,norway,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:3: actors: has “daily-plank,The Daily Plank,media,SWE,,,\\u000d” where the build writes “daily-plank,The Daily Plank,media,SWE,,,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:4: actors: has “norway,Norway,state,NOR,,norway,\\u000d” where the build writes “norway,Norway,state,NOR,,norway,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:5: actors: has “sweden,Sweden,state,SWE,,sweden,\\u000d” where the build writes “sweden,Sweden,state,SWE,,sweden,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/events.csv:1: events: has “\\ufeffevent_id,source_id,start,end,text,act_id,label,event_type,topic,status,claimed…” where the build writes “event_id,source_id,start,end,text,act_id,label,event_type,topic,status,claimed_…”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
"""),
    ),
    Case(
        {
            "a lone carriage return in a cell in quotes": Edit(ACTORS, "The Daily Plank", '"The Daily\rPlank"'),
            "a missing file": Edit("data/figures.csv", None, None),
        },
        snapshot("""\
data/actors.csv:3: actors.name: “The Daily\\u000dPlank” has the character U+000D, which not every program reads alike. Remove it. [refused_character]
data/figures.csv: is missing. Add it. [missing_file]
"""),
    ),
    Case(
        {
            "no final newline": Edit(
                ACTORS,
                None,
                "actor_id,name,kind,country,member_of,state_id,wikidata\nana-orlo,Ana Orlo,person,,norway,norway,\ndaily-plank,The Daily Plank,media,SWE,,,\nnorway,Norway,state,NOR,,norway,\nsweden,Sweden,state,SWE,,sweden,",
            ),
            "an empty file": Edit("data/figures.csv", None, ""),
            "needless quotes": Edit(ACTORS, "norway,Norway", 'norway,"Norway"'),
            "a semicolon without quotes": Edit(ACTORS, "The Daily Plank", "The Daily; Plank"),
        },
        snapshot("""\
data/actors.csv:3: actors: has “daily-plank,The Daily; Plank,media,SWE,,,” where the build writes “daily-plank,"The Daily; Plank",media,SWE,,,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:4: actors: has “norway,"Norway",state,NOR,,norway,” where the build writes “norway,Norway,state,NOR,,norway,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/actors.csv:6: actors: lacks a line break at its end. Run `make` to write the file anew; it is never edited by hand. [not_as_written]
data/figures.csv: figures: is empty. Run `make` to write the file anew; it is never edited by hand. [empty_csv]
"""),
    ),
    Case(
        {
            "bytes that are not UTF-8": Edit(ACTORS, "Sweden", "Sw\udce9den"),
        },
        snapshot(
            "data/actors.csv:5: actors: is not UTF-8: byte 0xe9. Run `make` to write the file anew; it is never edited by hand. [csv_not_utf8]\n"
        ),
    ),
    Case(
        {
            "a blank line": Edit(ACTORS, "norway,Norway", "\nnorway,Norway"),
        },
        snapshot(
            "data/actors.csv:4: actors: is a blank line. Run `make` to write the file anew; it is never edited by hand. [not_as_written]\n"
        ),
    ),
    Case(
        {
            "a row with too few cells": Edit(ACTORS, "norway,Norway,state,NOR,", "norway,Norway,state,NOR"),
            "a number with a comma": Edit("data/figures.csv", ",1200,", ',"1,200",'),
        },
        snapshot("""\
data/actors.csv:4: actors: has 6 cells where the table has 7 columns. Run `make` to write the file anew; it is never edited by hand. [cell_count]
data/figures.csv:2: figures.value: “1,200” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]
"""),
    ),
    Case(
        {
            "an unclosed quote": Edit(ACTORS, "norway,Norway", 'norway,"Norway'),
            "INF as a number": Edit("data/figures.csv", ",1200,", ",INF,"),
        },
        snapshot("""\
data/actors.csv:4: actors: is not CSV from here on: “unexpected end of data”; perhaps a quotation mark is not closed. Run `make` to write the file anew; it is never edited by hand. [not_csv]
data/figures.csv:2: figures.value: “INF” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]
"""),
    ),
    Case(
        {
            "a missing value in words": Edit(ACTORS, "norway,Norway,state,NOR,", "norway,Norway,state,null,"),
            "a null in half of a key": Edit("data/participants.csv", "holt2021-e01,norway,", "holt2021-e01,,"),
            "NA in words is a text": Edit(ACTORS, "The Daily Plank", "NA"),
            "an offset off by one": Edit(EVENTS, "holt2021,36,74,", "holt2021,37,75,"),
        },
        snapshot("""\
data/actors.csv:4: actors.country: “null” is not a code of country. ISO 3166-1 alpha-3 code of the country; blank for persons and international bodies. Such as PRK. [unknown_iso_code]
data/events.csv:2: events.text: “Norway and Sweden signed a timber pact” is not what the article has at 37 to 75, “orway and Sweden signed a timber pact ”. Run `make`; if the sheet is right, data/ was edited by hand. [not_at_offsets]
data/participants.csv:2: participants.actor_id: is missing. Add actors: who took part. [required]
"""),
    ),
    Case(
        {
            "a day that does not exist": Edit(EVENTS, "2021-05-03,2021-05-03", "2021-05-03,2021-02-30"),
            "a required cell blank": Edit(EVENTS, ",SUPPORT,trade,occurred,", ",,trade,occurred,"),
            "an unknown code": Edit(EVENTS, ",SUPPORT,trade,occurred,", ",SUPORT,trade,occurred,"),
        },
        snapshot("""\
data/events.csv:2: events.date_latest: “2021-02-30” is not a day of the calendar. Write it as YYYY-MM-DD. [not_a_date]
data/events.csv:2: events.event_type: is missing. Add event_type: what kind of act it is (PLOVER). [required]
data/events.csv:5: events.event_type: “SUPORT” is not a code of event_type; the nearest is “SUPPORT”. The codes are: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT. [unknown_code]
"""),
    ),
    Case(
        {
            "a key twice": Edit(ACTORS, "sweden,Sweden", "norway,Sweden"),
            "a reference to nowhere": Edit("data/participants.csv", "holt2021-e01,norway,", "holt2021-e07,norway,"),
        },
        snapshot("""\
data/actors.csv:5: actors.actor_id: “norway” is used twice; first in data/actors.csv:4. Give each its own, or keep one of them. [used_twice]
data/participants.csv:2: participants.event_id: “holt2021-e07” is not in events; the nearest is “holt2021-e01”. Name the id of a row of events. [not_in_events]
data/participants.csv:3: participants.actor_id: “sweden” is not in actors; it is the name of “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
    also in data/participants.csv:4, data/participants.csv:6
"""),
    ),
    Case(
        {
            "offsets far beyond the article": Edit(EVENTS, "holt2021,36,74,", "holt2021,36000000000,36000000038,"),
            "a path that leaves the package": Edit(SOURCES, "seeds/001_holt2021.txt", "seeds/../../etc/passwd"),
        },
        snapshot(
            "data/sources.csv:2: sources.path: “seeds/../../etc/passwd” does not have the form of path. Write seeds/NNN_name.txt; for example seeds/000_47ce4020dea83fd0.txt. [wrong_form]\n"
        ),
    ),
    Case(
        {
            "a descriptor that is a list": Edit(DESCRIPTOR, None, "[]\n"),
        },
        snapshot("""\
datapackage.json:1: has “[]” where the build writes “{”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:2: lacks the line “  "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",” and 8,393 lines more. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
"""),
    ),
    Case(
        {
            "an article that was changed": Edit(
                "seeds/001_holt2021.txt", "Norway closed its border", "Then Norway closed its gate"
            ),
            "a descriptor that is not JSON": Edit(DESCRIPTOR, '"name": "', '"name" "'),
            "a descriptor with a key twice": Edit(DESCRIPTOR, '"title": "Russia', '"name": "x",\n  "title": "Russia'),
            "an unknown property": Edit(DESCRIPTOR, '"keywords": [', '"homepage": "x",\n  "keywords": ['),
            "a remote path": Edit(DESCRIPTOR, '"path": "data/events.csv"', '"path": "http://127.0.0.1:9/events.csv"'),
            "a remote schema": Edit(
                DESCRIPTOR, '"missingValues": [', '"$ref": "http://127.0.0.1:9/s.json",\n        "missingValues": ['
            ),
        },
        snapshot("""\
data/events.csv:4: events.text: “Norway closed its border” is no longer in the article. Restore the article, or correct the row. [no_longer_there]
datapackage.json:3: has “  "name" "russia-dprk-sanctions-record",” where the build writes “  "name": "russia-dprk-sanctions-record",”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:4: has the line “  "name": "x",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:8: has the line “  "homepage": "x",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:2220: has the line “        "$ref": "http://127.0.0.1:9/s.json",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:4251: has “      "path": "http://127.0.0.1:9/events.csv",” where the build writes “      "path": "data/events.csv",”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
seeds/001_holt2021.txt: is not the article that was coded: its hash is not the one in data/sources.csv:2. Restore it; if the change is meant, check every row and write sha256 = "63fb1e3579b2de60b6a38dfd9a07aad93070b38a4ec6478518514e6dedeb0b90" there. [article_changed]
"""),
    ),
    Case(
        {
            "an unknown column": Edit(ACTORS, "member_of", "member"),
            "a hash that is not the file's": Edit(DESCRIPTOR, '"hash": "sha256:', '"hash": "sha256:0'),
        },
        snapshot("""\
data/actors.csv:1: actors: has the columns “actor_id, name, kind, country, member, state_id, wikidata”, not actor_id, name, kind, country, member_of, state_id, wikidata. Run `make` to write the file anew; it is never edited by hand. [header]
datapackage.json:52: has “      "hash": "sha256:0ac884443afb328e33085b470025353114a73c560b755319e7b26504c…” where the build writes “      "hash": "sha256:ac884443afb328e33085b470025353114a73c560b755319e7b26504cc…”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
datapackage.json:2261: has “      "hash": "sha256:f0438836808715c21ca0c4965ded01343c873584deb2d76b219263eef…” where the build writes “      "hash": "sha256:d41176f051820edc797bf973a257e9634c64ff256542e906f3c7a7330…”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]
"""),
    ),
    Case(
        {
            "an act that no event reports": Edit(
                "data/acts.csv",
                "holt2021-e03,",
                "holt2021-e07,Sweden rests,COERCE,territory,occurred,,,2021-05-07,1,1\nholt2021-e03,",
            ),
            "a code that is not there": Edit("data/codes.csv", "coding,none,", "coding,nobody,"),
        },
        snapshot("""\
data/acts.csv:4: acts.act_id: “holt2021-e07” follows from no other row. Run `make`. [row_not_derived]
data/codes.csv: codes: lacks “coding none”, and so 1 in all. Run `make`. [row_not_there]
data/codes.csv:2: codes.vocabulary: “coding nobody” follows from no other row. Run `make`. [row_not_derived]
"""),
    ),
]
