"""Faults of a published package, one each, with the exact problems that they give (hashes left out)."""

from tests.edits import Case, Edit

CASES = [
    Case(
        "a byte order mark",
        Edit("data/events.csv", "event_id,", "\ufeffevent_id,"),
        [
            "data/events.csv:1: events: has “\\ufeffevent_id,source_id,start,end,text,same_as,event_type,topic,status,claimed_by,p…” where the build writes “event_id,source_id,start,end,text,same_as,event_type,topic,status,claimed_by,pl…”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]"
        ],
    ),
    Case(
        "carriage returns",
        Edit(
            "data/actors.csv",
            None,
            "actor_id,name,kind,country,member_of\r\nana-orlo,Ana Orlo,person,,norway\r\ndaily-plank,The Daily Plank,media,SWE,\r\nnorway,Norway,state,NOR,\r\nsweden,Sweden,state,SWE,\r\n",
        ),
        [
            "data/actors.csv:1: actors: has “actor_id,name,kind,country,member_of\\u000d” where the build writes “actor_id,name,kind,country,member_of”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]",
            "data/actors.csv:2: actors: has “ana-orlo,Ana Orlo,person,,norway\\u000d” where the build writes “ana-orlo,Ana Orlo,person,,norway”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]",
            "data/actors.csv:3: actors: has “daily-plank,The Daily Plank,media,SWE,\\u000d” where the build writes “daily-plank,The Daily Plank,media,SWE,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]",
            "data/actors.csv:4: actors: has “norway,Norway,state,NOR,\\u000d” where the build writes “norway,Norway,state,NOR,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]",
            "data/actors.csv:5: actors: has “sweden,Sweden,state,SWE,\\u000d” where the build writes “sweden,Sweden,state,SWE,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]",
        ],
    ),
    Case(
        "a lone carriage return in a cell in quotes",
        Edit("data/actors.csv", "The Daily Plank", '"The Daily\rPlank"'),
        [
            "data/actors.csv:3: actors.name: “The Daily\\u000dPlank” has the character U+000D, which not every program reads alike. Remove it. [refused_character]"
        ],
    ),
    Case(
        "no final newline",
        Edit(
            "data/actors.csv",
            None,
            "actor_id,name,kind,country,member_of\nana-orlo,Ana Orlo,person,,norway\ndaily-plank,The Daily Plank,media,SWE,\nnorway,Norway,state,NOR,\nsweden,Sweden,state,SWE,",
        ),
        [
            "data/actors.csv:6: actors: lacks a line break at its end. Run `make` to write the file anew; it is never edited by hand. [not_as_written]"
        ],
    ),
    Case(
        "a NUL byte",
        Edit("data/actors.csv", "Sweden", "Swe\x00den"),
        [
            "data/actors.csv:5: actors.name: “Swe\\u0000den” has the character U+0000, which not every program reads alike. Remove it. [refused_character]"
        ],
    ),
    Case(
        "bytes that are not UTF-8",
        Edit("data/actors.csv", "Sweden", "Sw\udce9den"),
        [
            "data/actors.csv:5: actors: is not UTF-8: byte 0xe9. Run `make` to write the file anew; it is never edited by hand. [csv_not_utf8]"
        ],
    ),
    Case(
        "a header without rows",
        Edit(
            "data/figures.csv",
            None,
            "figure_id,source_id,start,end,text,counted,measure_id,value,value_max,qualifier,unit,base,period_start,period_end,date_text,claimed_by,event_id,coding,issue,note\n",
        ),
        ["data/figures.csv: figures: has no rows. A table of this package has at least one row. [no_rows]"],
    ),
    Case(
        "an empty file",
        Edit("data/figures.csv", None, ""),
        [
            "data/figures.csv: figures: is empty. Run `make` to write the file anew; it is never edited by hand. [empty_csv]"
        ],
    ),
    Case(
        "a missing file", Edit("data/figures.csv", None, None), ["data/figures.csv: is missing. Add it. [missing_file]"]
    ),
    Case(
        "a blank line",
        Edit("data/actors.csv", "norway,Norway", "\nnorway,Norway"),
        [
            "data/actors.csv:4: actors: is a blank line. Run `make` to write the file anew; it is never edited by hand. [not_as_written]"
        ],
    ),
    Case(
        "a row with too few cells",
        Edit("data/actors.csv", "norway,Norway,state,NOR,", "norway,Norway,state,NOR"),
        [
            "data/actors.csv:4: actors: has 4 cells where the table has 5 columns. Run `make` to write the file anew; it is never edited by hand. [cell_count]"
        ],
    ),
    Case(
        "needless quotes",
        Edit("data/actors.csv", "norway,Norway", 'norway,"Norway"'),
        [
            'data/actors.csv:4: actors: has “norway,"Norway",state,NOR,” where the build writes “norway,Norway,state,NOR,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]'
        ],
    ),
    Case(
        "a semicolon without quotes",
        Edit("data/actors.csv", "The Daily Plank", "The Daily; Plank"),
        [
            'data/actors.csv:3: actors: has “daily-plank,The Daily; Plank,media,SWE,” where the build writes “daily-plank,"The Daily; Plank",media,SWE,”. Run `make` to write the file anew; it is never edited by hand. [not_as_written]'
        ],
    ),
    Case("a semicolon in quotes", Edit("data/actors.csv", "The Daily Plank", '"The Daily; Plank"'), []),
    Case(
        "a tab in quotes",
        Edit("data/actors.csv", "The Daily Plank", '"The Daily\tPlank"'),
        [
            "data/actors.csv:3: actors.name: “The Daily\\u0009Plank” has a line break or a tab. Write it in one line. [line_break]"
        ],
    ),
    Case(
        "an unclosed quote",
        Edit("data/actors.csv", "norway,Norway", 'norway,"Norway'),
        [
            "data/actors.csv:4: actors: is not CSV from here on: “unexpected end of data”; perhaps a quotation mark is not closed. Run `make` to write the file anew; it is never edited by hand. [not_csv]"
        ],
    ),
    Case(
        "a cell that is too large",
        Edit("data/actors.csv", "Norway", "N" * 100001),
        ["data/actors.csv:4: actors.name: has 100,001 characters; 120 at most. Shorten it. [too_long]"],
    ),
    Case(
        "padding in a text",
        Edit("data/actors.csv", "Norway", "Norway "),
        ["data/actors.csv:4: actors.name: “Norway ” begins or ends with space. Remove the space. [padding]"],
    ),
    Case(
        "padding before a number",
        Edit("data/figures.csv", ",1200,", ", 1200,"),
        [
            "data/figures.csv:2: figures.value: “ 1200” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "a number with a comma",
        Edit("data/figures.csv", ",1200,", ',"1,200",'),
        [
            "data/figures.csv:2: figures.value: “1,200” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "NaN as a number",
        Edit("data/figures.csv", ",1200,", ",NaN,"),
        [
            "data/figures.csv:2: figures.value: “NaN” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "INF as a number",
        Edit("data/figures.csv", ",1200,", ",INF,"),
        [
            "data/figures.csv:2: figures.value: “INF” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "an exponent",
        Edit("data/figures.csv", ",1200,", ",12e2,"),
        [
            "data/figures.csv:2: figures.value: “12e2” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "a needless zero",
        Edit("data/figures.csv", ",1200,", ",1200.0,"),
        [
            "data/figures.csv:2: figures.value: “1200.0” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "a needless plus",
        Edit("data/figures.csv", ",1200,", ",+1200,"),
        [
            "data/figures.csv:2: figures.value: “+1200” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "a boolean where a number belongs",
        Edit("data/figures.csv", ",1200,", ",TRUE,"),
        [
            "data/figures.csv:2: figures.value: “TRUE” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]"
        ],
    ),
    Case(
        "an integer with a leading zero",
        Edit("data/events.csv", "holt2021,36,", "holt2021,036,"),
        [
            "data/events.csv:2: events.start: “036” is not a whole number. Write digits only, such as 42. [not_an_integer]"
        ],
    ),
    Case(
        "an offset with a fraction",
        Edit("data/events.csv", "holt2021,36,", "holt2021,36.0,"),
        [
            "data/events.csv:2: events.start: “36.0” is not a whole number. Write digits only, such as 42. [not_an_integer]"
        ],
    ),
    Case(
        "a negative offset",
        Edit("data/events.csv", "holt2021,36,", "holt2021,-36,"),
        ["data/events.csv:2: events.start: “-36” is below 0. Correct the value. [out_of_range]"],
    ),
    Case(
        "a date without zeros",
        Edit("data/events.csv", "2021-05-03,2021-05-03", "2021-5-3,2021-05-03"),
        [
            "data/events.csv:2: events.date_earliest: “2021-5-3” is not a day of the calendar. Write it as YYYY-MM-DD. [not_a_date]"
        ],
    ),
    Case(
        "a day that does not exist",
        Edit("data/events.csv", "2021-05-03,2021-05-03", "2021-05-03,2021-02-30"),
        [
            "data/events.csv:2: events.date_latest: “2021-02-30” is not a day of the calendar. Write it as YYYY-MM-DD. [not_a_date]"
        ],
    ),
    Case(
        "a year and month as a date",
        Edit("data/events.csv", "2021-05-03,2021-05-03", "2021-05,2021-05-03"),
        [
            "data/events.csv:2: events.date_earliest: “2021-05” is not a day of the calendar. Write it as YYYY-MM-DD. [not_a_date]"
        ],
    ),
    Case(
        "a date with a time",
        Edit("data/events.csv", "2021-05-03,2021-05-03", "2021-05-03T00:00,2021-05-03"),
        [
            "data/events.csv:2: events.date_earliest: “2021-05-03T00:00” is not a day of the calendar. Write it as YYYY-MM-DD. [not_a_date]"
        ],
    ),
    Case("NA in words is a text", Edit("data/actors.csv", "The Daily Plank", "NA"), []),
    Case(
        "a missing value in words",
        Edit("data/actors.csv", "norway,Norway,state,NOR,", "norway,Norway,state,null,"),
        [
            "data/actors.csv:4: actors.country: “null” is not a code of country. ISO 3166-1 alpha-3 code of the country; blank for persons and international bodies. Such as PRK. [unknown_iso_code]"
        ],
    ),
    Case(
        "a null in half of a key",
        Edit("data/participants.csv", "holt2021-e01,norway,", "holt2021-e01,,"),
        ["data/participants.csv:2: participants.actor_id: is missing. Add actors: who took part. [required]"],
    ),
    Case(
        "a required cell blank",
        Edit("data/events.csv", ",SUPPORT,trade,occurred,", ",,trade,occurred,"),
        [
            "data/events.csv:2: events.event_type: is missing. Add event_type: what kind of act it is (PLOVER). [required]"
        ],
    ),
    Case(
        "an unknown code",
        Edit("data/events.csv", ",SUPPORT,trade,occurred,", ",SUPORT,trade,occurred,"),
        [
            "data/events.csv:2: events.event_type: “SUPORT” is not a code of event_type; the nearest is “SUPPORT”. The codes are: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT. [unknown_code]"
        ],
    ),
    Case(
        "a key twice",
        Edit("data/actors.csv", "sweden,Sweden", "norway,Sweden"),
        [
            "data/actors.csv:5: actors.actor_id: “norway” is used twice; first in data/actors.csv:4. Give each its own, or keep one of them. [used_twice]",
            "data/participants.csv:3: participants.actor_id: “sweden” is not in actors; it is the name of “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]",
            "    also in data/participants.csv:4, data/participants.csv:6",
        ],
    ),
    Case(
        "a composite key twice",
        Edit("data/participants.csv", "holt2021-e01,sweden,", "holt2021-e01,norway,"),
        [
            "data/participants.csv:3: participants.actor_id: is alike with data/participants.csv:2 in event_id, actor_id. An actor has one role in an event: strike it once. [takes_part_twice]"
        ],
    ),
    Case(
        "a reference to nowhere",
        Edit("data/participants.csv", "holt2021-e01,norway,", "holt2021-e07,norway,"),
        [
            "data/participants.csv:2: participants.event_id: “holt2021-e07” is not in events; the nearest is “holt2021-e01”. Name the id of a row of events. [not_in_events]"
        ],
    ),
    Case(
        "an offset off by one",
        Edit("data/events.csv", "holt2021,36,74,", "holt2021,37,75,"),
        [
            "data/events.csv:2: events.text: “Norway and Sweden signed a timber pact” is not what the article has at 37 to 75, “orway and Sweden signed a timber pact ”. Run `make`; if the sheet is right, data/ was edited by hand. [not_at_offsets]"
        ],
    ),
    Case(
        "offsets far beyond the article",
        Edit("data/events.csv", "holt2021,36,74,", "holt2021,36000000000,36000000038,"),
        [
            "data/events.csv:2: events.text: “Norway and Sweden signed a timber pact” is not what the article has at 36000000000 to 36000000038, blank. Run `make`; if the sheet is right, data/ was edited by hand. [not_at_offsets]"
        ],
    ),
    Case(
        "an end before the start",
        Edit("data/events.csv", "holt2021,36,74,", "holt2021,36,26,"),
        [
            "data/events.csv:2: events.end: “26” is not after start “36”. Run `make`; offsets are never typed by hand. [end_after_start]",
            "data/events.csv:2: events.text: “Norway and Sweden signed a timber pact” does not have the length of the span “36” to “26”. Run `make`; offsets are never typed by hand. [span_length]",
        ],
    ),
    Case(
        "a text changed by one character",
        Edit("data/events.csv", "signed a timber pact", "signed a timber Pact"),
        [
            "data/events.csv:2: events.text: “Norway and Sweden signed a timber Pact” is not what the article has at 36 to 74, “Norway and Sweden signed a timber pact”. Run `make`; if the sheet is right, data/ was edited by hand. [not_at_offsets]"
        ],
    ),
    Case(
        "another source's id in front",
        Edit("data/events.csv", "holt2021-e03,holt2021,", "holt2021b-e03,holt2021,"),
        [
            "data/events.csv:4: events.event_id: “holt2021b-e03” does not begin with the source's id “holt2021”. Run `make`; full ids are never typed by hand. [foreign_id]",
            'data/events.csv:4: events.event_id: “holt2021b-e03” has no actor. Say who does it: actors = ["…"]. [no_actor]',
            "data/participants.csv:5: participants.event_id: “holt2021-e03” is not in events; the nearest is “holt2021b-e03”. Name the id of a row of events. [not_in_events]",
        ],
    ),
    Case(
        "a coding that is not the source's",
        Edit("data/events.csv", "3 May 2021,stated,single", "3 May 2021,stated,double"),
        [
            "data/events.csv:2: events.coding: “double” is not the coding of its source, “single”. Run `make`. [coding_differs]"
        ],
    ),
    Case(
        "a figure of another source's event",
        Edit("data/figures.csv", "holt2021-e02", "holt2021b-e01"),
        [
            "data/figures.csv:2: figures.event_id: “holt2021b-e01” is an event of another source. Name an event of this sheet. [foreign_event]"
        ],
    ),
    Case(
        "a path that leaves the package",
        Edit("data/sources.csv", "seeds/001_holt2021.txt", "seeds/../../etc/passwd"),
        [
            "data/sources.csv:2: sources.path: “seeds/../../etc/passwd” does not have the form of path. Write seeds/NNN_name.txt; for example seeds/000_47ce4020dea83fd0.txt. [wrong_form]"
        ],
    ),
    Case(
        "an absolute path",
        Edit("data/sources.csv", "seeds/001_holt2021.txt", "/etc/passwd"),
        [
            "data/sources.csv:2: sources.path: “/etc/passwd” does not have the form of path. Write seeds/NNN_name.txt; for example seeds/000_47ce4020dea83fd0.txt. [wrong_form]"
        ],
    ),
    Case(
        "a wrong length",
        Edit("data/sources.csv", ",245,", ",244,"),
        [
            "data/sources.csv:2: sources.characters: “244” is not the length of seeds/001_holt2021.txt, which has 245. Run `make`. [article_length]"
        ],
    ),
    Case(
        "a wrong hash",
        Edit("data/sources.csv", "9f62907479d1", "9f62907479d2"),
        [
            'seeds/001_holt2021.txt: is not the article that was coded: its hash is not the one in data/sources.csv:2. Restore it; if the change is meant, check every row and write sha256 = "9f62907479d18ec258e5b763b2a49cecd706f171152425fa7a149698acc9e806" there. [article_changed]'
        ],
    ),
    Case(
        "an article that was changed",
        Edit("seeds/001_holt2021.txt", "Norway closed its border", "Then Norway closed its gate"),
        [
            "data/events.csv:4: events.text: “Norway closed its border” is no longer in the article. Restore the article, or correct the row. [no_longer_there]",
            'seeds/001_holt2021.txt: is not the article that was coded: its hash is not the one in data/sources.csv:2. Restore it; if the change is meant, check every row and write sha256 = "63fb1e3579b2de60b6a38dfd9a07aad93070b38a4ec6478518514e6dedeb0b90" there. [article_changed]',
        ],
    ),
    Case(
        "an article that moved by a word",
        Edit("seeds/001_holt2021.txt", "Norway and Sweden seal", "Now Norway and Sweden seal"),
        [
            'seeds/001_holt2021.txt: is not the article that was coded: its hash is not the one in data/sources.csv:2. Restore it; if the change is meant, check every row and write sha256 = "db7e306c60cfb8d842fd051ecfe39435e66310c0697329b4b8a03557cae80069" there. [article_changed]',
        ],
    ),
    Case(
        "an article twice",
        Edit(
            "data/sources.csv",
            "a155fc7308762a03864267aab6734a735dcc6ee1bc9515cf215de18c7e3bac62",
            "9f62907479d18ec258e5b763b2a49cecd706f171152425fa7a149698acc9e806",
        ),
        [
            "data/sources.csv:3: sources.sha256: “9f62907479d18ec258e5b763b2a49cecd706f171152425fa7a149698acc9e806” is used twice; first in data/sources.csv:2. One article is one source: keep one of the two, or write the hash of this one's own article. [article_hash_twice]"
        ],
    ),
    Case(
        "a source_id that is not its file's",
        Edit("data/sources.csv", "seeds/002_holt2021b.txt", "seeds/002_plank2021.txt"),
        [
            'data/sources.csv:3: sources.source_id: “holt2021b” is not the one in the name of seeds/002_plank2021.txt. Write source_id = "plank2021", or name the article and its sheet 002_holt2021b. [other_source_id]',
        ],
    ),
    Case(
        "an unknown column",
        Edit("data/actors.csv", "member_of", "member"),
        [
            "data/actors.csv:1: actors: has the columns “actor_id, name, kind, country, member”, not actor_id, name, kind, country, member_of. Run `make` to write the file anew; it is never edited by hand. [header]"
        ],
    ),
    Case(
        "a stray file in data",
        Edit("data/extra.csv", None, "a,b\n"),
        [
            "data/extra.csv: is not a table of the package. data/ holds the tables' CSV files alone: remove it. [not_a_table]"
        ],
    ),
    Case(
        "no descriptor", Edit("datapackage.json", None, None), ["datapackage.json: is missing. Add it. [missing_file]"]
    ),
    Case(
        "a descriptor that is not JSON",
        Edit("datapackage.json", '"name": "', '"name" "'),
        [
            'datapackage.json:3: has “  "name" "russia-dprk-sanctions-record",” where the build writes “  "name": "russia-dprk-sanctions-record",”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a descriptor with a key twice",
        Edit("datapackage.json", '"title": "Russia', '"name": "x",\n  "title": "Russia'),
        [
            'datapackage.json:4: has the line “  "name": "x",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a descriptor that is a list",
        Edit("datapackage.json", None, "[]\n"),
        [
            "datapackage.json:1: has “[]” where the build writes “{”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]",
            'datapackage.json:2: lacks the line “  "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",” and 2,611 lines more. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]',
        ],
    ),
    Case(
        "an unknown property",
        Edit("datapackage.json", '"keywords": [', '"homepage": "x",\n  "keywords": ['),
        [
            'datapackage.json:7: has the line “  "homepage": "x",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a remote path",
        Edit("datapackage.json", '"path": "data/events.csv"', '"path": "http://127.0.0.1:9/events.csv"'),
        [
            'datapackage.json:1180: has “      "path": "http://127.0.0.1:9/events.csv",” where the build writes “      "path": "data/events.csv",”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a remote schema",
        Edit(
            "datapackage.json", '"missingValues": [', '"$ref": "http://127.0.0.1:9/s.json",\n        "missingValues": ['
        ),
        [
            'datapackage.json:656: has the line “        "$ref": "http://127.0.0.1:9/s.json",”, which does not belong there. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a changed constraint",
        Edit("datapackage.json", '"minLength": 1', '"minLength": 2'),
        [
            'datapackage.json:108: has “              "minLength": 2,” where the build writes “              "minLength": 1,”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a changed type",
        Edit("datapackage.json", '"type": "integer"', '"type": "string"'),
        [
            'datapackage.json:93: has “            "type": "string",” where the build writes “            "type": "integer",”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
    Case(
        "a hash that is not the file's",
        Edit("datapackage.json", '"hash": "sha256:', '"hash": "sha256:0'),
        [
            'datapackage.json:50: has “      "hash": "sha256:09a558dbe6823fb3c0f87fe77aa899e22e983b5bbdf52fc5eb820bbea…” where the build writes “      "hash": "sha256:9a558dbe6823fb3c0f87fe77aa899e22e983b5bbdf52fc5eb820bbea0…”. Run `make`: a file was edited by hand, or a build was interrupted. [other_descriptor]'
        ],
    ),
]
