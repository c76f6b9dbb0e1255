"""Mistakes in seeds/, made together where none hides another, and the exact problems that they give."""

from inline_snapshot import snapshot

from tests.edits import Case, Edit

FIRST = "seeds/001_holt2021.toml"
SECOND = "seeds/002_holt2021b.toml"
ACTORS = "seeds/actors.toml"
MEASURES = "seeds/measures.toml"
DOCUMENTS = "seeds/documents.toml"
OTHER_DOCUMENT = '[[documents]]\ndocument_id = "fish-pact"\nsymbol = "TP/1 (2021)"\ntitle = "Pact on fish"\n\n'
QUOTE = '[[quotes]]\nid = "q01"\ntext = "Oslo was glad"\nquote_type = "indirect"\nspeaker_id = "ana-orlo"\ntopic = "trade"\n\n'

CASES = [
    Case(
        {
            "a sheet that is not TOML": Edit(FIRST, 'topic = "labour"\nstatus', "topic = labour\nstatus"),
            "an unclosed text": Edit(
                FIRST,
                'status = "occurred"\nactors = ["norway", "sweden"]',
                'status = "occurred\nactors = ["norway", "swedn"]',
            ),
            "a header without an end": Edit(ACTORS, '[[actors]]\nactor_id = "sweden"', '[[actors\nactor_id = "sweden"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:19: is not TOML: the text that begins here is not closed. Close it with ", and write \\" for a mark inside it. [not_closed]
seeds/001_holt2021.toml:43: is not TOML: “Invalid value”. Text goes in quotation marks, with \\" for a mark inside it; a number has no comma. [not_toml]
seeds/actors.toml:8: is not TOML: the header that begins here is not closed. Close it with ] or ]], as in [source] or [[events]]. [not_closed]
"""),
    ),
    Case(
        {
            "an unclosed list": Edit(FIRST, 'actors = ["norway", "sweden"]', 'actors = ["norway", "sweden"'),
            "an unclosed list at the end of a block": Edit(FIRST, 'actors = ["sweden"]', 'actors = ["sweden"'),
            "an unclosed list in a registry": Edit(
                ACTORS,
                'country = "SWE"\n\n[[actors]]\nactor_id = "ana',
                'country = "SWE"\naliases = ["Stockholm"\n\n[[actors]]\nactor_id = "ana',
            ),
            "an unclosed text of several lines": Edit(
                SECOND, 'text = "1.5 million euros"', 'text = """1.5 million euros'
            ),
            "an unclosed text with single marks": Edit(FIRST, 'cue = "said"', "cue = 'said"),
            "an unclosed header": Edit(FIRST, "[[figures]]", "[[figures]"),
            "a key without a value at the end": Edit(
                MEASURES, 'pact covers."\nkind = "level"\n', 'pact covers."\nkind\n\n'
            ),
        },
        snapshot('''\
seeds/001_holt2021.toml:20: is not TOML: the list that begins here is not closed. Close it with ]. [not_closed]
seeds/001_holt2021.toml:31: is not TOML: the text that begins here is not closed. Close it with '. [not_closed]
seeds/001_holt2021.toml:47: is not TOML: the list that begins here is not closed. Close it with ]. [not_closed]
seeds/001_holt2021.toml:60: is not TOML: the header that begins here is not closed. Close it with ] or ]], as in [source] or [[events]]. [not_closed]
seeds/002_holt2021b.toml:41: is not TOML: the text that begins here is not closed. Close it with """. [not_closed]
seeds/actors.toml:13: is not TOML: the list that begins here is not closed. Close it with ]. [not_closed]
seeds/measures.toml:17: is not TOML: “Expected '=' after a key in a key/value pair”. Text goes in quotation marks, with \\" for a mark inside it; a number has no comma. [not_toml]
'''),
    ),
    Case(
        {
            "a sheet that is too large": Edit(FIRST, 'genre = "news"', 'genre = "news"\n#' + "x" * 1000000),
        },
        snapshot(
            "seeds/001_holt2021.toml: is too large: 1,001,691 bytes, 1,000,000 at most. Split it, or leave it out. [too_large]\n"
        ),
    ),
    Case(
        {
            "a list that nests too deep": Edit(FIRST, 'actors = ["sweden"]', 'actors = [[[[["sweden"]]]]]'),
            "an unknown key": Edit(FIRST, 'event_type = "COERCE"', 'event_typ = "COERCE"'),
            "an unknown block": Edit(FIRST, "[[figures]]", "[[figure]]"),
        },
        snapshot("""\
seeds/001_holt2021.toml:47: nests more than 4 brackets. Lists hold plain values only. [too_deep]
seeds/001_holt2021.toml:60: [figure] is not a block of this file; the nearest is “figures”. The blocks of this file are: source, events, quotes, figures, ignored. [unknown_block]
seeds/001_holt2021.toml:70: events.event_type: is missing. Add event_type: what kind of act it is (PLOVER). [required]
seeds/001_holt2021.toml:74: events.event_typ: is not a key; the nearest is “event_type”. Correct or strike it; [events] has: id, text, occurrence, same_as, label, event_type, topic, status, claimed_by, quote_id, known_by, place, place_country, date, date_text, date_basis, proposed_by, read_by, issue, note, actors, recipients, adopts, opposes, told_in, said_to_breach, cites, denies, tells_otherwise, responds_to, part_of, read. [unknown_key]
"""),
    ),
    Case(
        {
            "a dotted key": Edit(FIRST, 'genre = "news"', 'genre.kind = "news"'),
        },
        snapshot("seeds/001_holt2021.toml:9: has a dotted key. Write plain keys: key = value. [dotted_key]\n"),
    ),
    Case(
        {
            "a dotted header": Edit(FIRST, "[source]", "[source.main]"),
            "an inline table": Edit(FIRST, 'genre = "news"', 'genre = {kind = "news"}'),
        },
        snapshot("""\
seeds/001_holt2021.toml:1: has a dotted key. Write plain keys: key = value. [dotted_key]
seeds/001_holt2021.toml:9: has an inline table. Write plain keys: key = value. [inline_table]
"""),
    ),
    Case(
        {
            "a block with the wrong brackets": Edit(FIRST, "[[figures]]", "[figures]"),
            "a key before the first block": Edit(FIRST, "[source]", 'origin = "x"\n[source]'),
            "a second source": Edit(FIRST, "[[ignored]]", '[source]\ngenre = "news"\n\n[[ignored]]'),
            "a sheet without a source": Edit(SECOND, "[source]", "[[events]]"),
            "a missing key": Edit(FIRST, 'topic = "territory"\n', ""),
            "a missing text": Edit(FIRST, 'text = "Norway closed its border"\n', ""),
            "a missing source_id": Edit(FIRST, 'source_id = "holt2021"\n', ""),
        },
        snapshot("""\
seeds/001_holt2021.toml:1: has the key “origin” outside a block. Put every key below a header such as [source] or [[events]]. [no_header]
seeds/001_holt2021.toml:2: sources.source_id: is missing. Add source_id: citation key: the author's or publisher's name, the year, and a letter where two would be alike. [required]
seeds/001_holt2021.toml:34: is a second [source]. A sheet describes one article: strike one of them. [second_source]
seeds/001_holt2021.toml:51: relations.other_event_id: “-e01” begins as a formula of a spreadsheet does. Begin it with a letter. [formula]
seeds/001_holt2021.toml:63: has the wrong brackets around figures. Write [[figures]]. [wrong_brackets]
seeds/001_holt2021.toml:73: events.text: is missing. Copy the words of the article. [no_text]
seeds/001_holt2021.toml:73: events.topic: is missing. Add topic: the matter that the act regulates or does. [required]
seeds/002_holt2021b.toml: has no [source]. Begin the sheet with [source]; CONTRIBUTING.md shows the template. [no_source]
"""),
    ),
    Case(
        {
            "a key twice": Edit(FIRST, 'genre = "news"', 'genre = "news"\ngenre = "news"'),
            "a source_id that is not its file's": Edit(SECOND, 'source_id = "holt2021b"', 'source_id = "plank2021"'),
            "a huge whole number": Edit(FIRST, "value = 1200", "value = " + "9" * 5000),
        },
        snapshot("""\
seeds/001_holt2021.toml:10: is not TOML: “Cannot overwrite a value”. Give each key once. [repeated_key]
seeds/001_holt2021.toml:66: is not TOML: “Exceeds the limit (4300 digits) for integer string conversion”. Write a shorter number. [long_number]
seeds/002_holt2021b.toml:2: sources.source_id: “plank2021” is not the one in the name of seeds/002_holt2021b.txt. Write source_id = "holt2021b", or name the article and its sheet 002_plank2021. [other_source_id]
"""),
    ),
    Case(
        {
            "text where a number belongs": Edit(FIRST, "value = 1200", 'value = "1200"'),
            "a number where text belongs": Edit(FIRST, 'topic = "territory"', "topic = 7"),
            "a text where a list belongs": Edit(FIRST, 'actors = ["norway"]', 'actors = "norway"'),
            "a date of TOML where text belongs": Edit(FIRST, 'date = "2021-05-05"', "date = 2021-05-05"),
            "an empty text": Edit(FIRST, 'cue = "said"', 'cue = ""'),
            "a country as rus": Edit(
                file=FIRST,
                old='date = "2021-05-03"',
                new='place = "Norway"\nplace_country = "rus"\ndate = "2021-05-03"',
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:23: events.place_country: “rus” is not a code of country; the code for it is “RUS”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/001_holt2021.toml:33: quotes.cue: is an empty text. Give it a value, or strike the key. [empty_text]
seeds/001_holt2021.toml:67: figures.value: is “1200”, not a number. Write value = 42 or -10.77, without quotation marks. [number_expected]
seeds/001_holt2021.toml:77: events.topic: is “7”, not text. Write topic = "…", in quotation marks. [text_expected]
seeds/001_holt2021.toml:79: events.actors: is “norway”, not a list of texts. Write actors = ["…", "…"]. [texts_expected]
seeds/001_holt2021.toml:80: events.date: is “2021-05-05”, not text. Write date = "…", in quotation marks. [text_expected]
"""),
    ),
    Case(
        {
            "a number that is not finite": Edit(FIRST, "value = 1200", "value = nan"),
            "a country as Russian Federation": Edit(
                file=FIRST,
                old='date = "2021-05-03"',
                new='place = "Norway"\nplace_country = "Russian Federation"\ndate = "2021-05-03"',
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:23: events.place_country: “Russian Federation” is not a code of country; the code for it is “RUS”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/001_holt2021.toml:67: figures.value: is “NaN”, not a number. Write value = 42 or -10.77, without quotation marks. [number_expected]
"""),
    ),
    Case(
        {
            "a number with too many digits": Edit(FIRST, "value = 1200", "value = 1e300"),
            "a country as Russia": Edit(
                file=FIRST,
                old='date = "2021-05-03"',
                new='place = "Norway"\nplace_country = "Russia"\ndate = "2021-05-03"',
            ),
            "a unit as dollars": Edit(file=SECOND, old='unit = "EUR"', new='unit = "dollars"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:23: events.place_country: “Russia” is not a code of country; the code for it is “RUS”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/001_holt2021.toml:67: figures.value: “1E+300” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]
seeds/002_holt2021b.toml:45: figures.unit: “dollars” is not a code of unit; the code for it is “USD”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
"""),
    ),
    Case(
        {
            "a value out of range": Edit(FIRST, "value = 1200", "value = 1e16"),
            "an unknown code with a near one": Edit(FIRST, 'event_type = "COERCE"', 'event_type = "COERSE"'),
            "an unknown code of a long list": Edit(FIRST, 'unit = "count"', 'unit = "EURO"'),
            "a country as RU": Edit(
                file=FIRST, old='date = "2021-05-03"', new='place = "Norway"\nplace_country = "RU"\ndate = "2021-05-03"'
            ),
            "a language as en-GB": Edit(file=FIRST, old='language = "en"', new='language = "en-GB"'),
            "a unit as $": Edit(file=SECOND, old='unit = "EUR"', new='unit = "$"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:8: sources.language: “en-GB” is not a code of language; the code for it is “en”. BCP 47 code of the article's language. Such as en. [unknown_iso_code]
seeds/001_holt2021.toml:23: events.place_country: “RU” is not a code of country; the code for it is “RUS”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/001_holt2021.toml:67: figures.value: “10000000000000000” is not a plain number. Write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero. [not_a_number]
seeds/001_holt2021.toml:68: figures.unit: “EURO” is not a code of unit; the code for it is “EUR”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
seeds/001_holt2021.toml:76: events.event_type: “COERSE” is not a code of event_type; the nearest is “COERCE”. The codes are: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT. [unknown_code]
seeds/002_holt2021b.toml:45: figures.unit: “$” is not a code of unit; the code for it is “USD”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
"""),
    ),
    Case(
        {
            "a country as North Korea": Edit(
                file=FIRST,
                old='date = "2021-05-03"',
                new='place = "Norway"\nplace_country = "North Korea"\ndate = "2021-05-03"',
            ),
            "a language as English": Edit(file=FIRST, old='language = "en"', new='language = "English"'),
            "a unit as eur": Edit(file=SECOND, old='unit = "EUR"', new='unit = "eur"'),
            "a note with a bidirectional character": Edit(
                SECOND, 'note = "The other source names the day."', 'note = "The other \\u202e source"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:8: sources.language: “English” is not a code of language; the code for it is “en”. BCP 47 code of the article's language. Such as en. [unknown_iso_code]
seeds/001_holt2021.toml:23: events.place_country: “North Korea” is not a code of country; the code for it is “PRK”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/002_holt2021b.toml:28: events.note: “The other \\u202e source” has the character U+202E, which not every program reads alike. Remove it. [refused_character]
seeds/002_holt2021b.toml:45: figures.unit: “eur” is not a code of unit; the code for it is “EUR”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
"""),
    ),
    Case(
        {
            "a country as UK": Edit(
                file=FIRST, old='date = "2021-05-03"', new='place = "Norway"\nplace_country = "UK"\ndate = "2021-05-03"'
            ),
            "the country of an actor as a name": Edit(ACTORS, 'country = "NOR"', 'country = "Norway"'),
            "a language as eng": Edit(file=FIRST, old='language = "en"', new='language = "eng"'),
            "a unit as €": Edit(file=SECOND, old='unit = "EUR"', new='unit = "€"'),
            "a note with a control character": Edit(
                SECOND, 'note = "The other source names the day."', 'note = "The other \\u0007 source"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:8: sources.language: “eng” is not a code of language; the code for it is “en”. BCP 47 code of the article's language. Such as en. [unknown_iso_code]
seeds/001_holt2021.toml:23: events.place_country: “UK” is not a code of country; the code for it is “GBR”. ISO 3166-1 alpha-3 code of the place or places, where they lie in one country. Such as UKR. [unknown_iso_code]
seeds/002_holt2021b.toml:28: events.note: “The other \\u0007 source” has the character U+0007, which not every program reads alike. Remove it. [refused_character]
seeds/002_holt2021b.toml:45: figures.unit: “€” is not a code of unit; the code for it is “EUR”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
seeds/actors.toml:5: actors.country: “Norway” is not a code of country; the code for it is “NOR”. ISO 3166-1 alpha-3 code of the country; blank for persons and international bodies. Such as PRK. [unknown_iso_code]
"""),
    ),
    Case(
        {
            "a unit as US Dollar": Edit(file=SECOND, old='unit = "EUR"', new='unit = "US Dollar"'),
            "an occurrence that is not there": Edit(
                FIRST,
                'text = "Norway closed its border"',
                'text = "Norway closed its border"\noccurrence = 2',
            ),
            "a note with a line break": Edit(
                SECOND,
                'note = "The other source names the day."',
                'note = "The other\\nsource names the day."',
            ),
            "same_as to a row that has one": Edit(
                FIRST, 'topic = "territory"', 'topic = "territory"\nsame_as = "holt2021b-e01"'
            ),
            "a broken registry is reported once": Edit(ACTORS, 'name = "Norway"', "name = Norway"),
        },
        snapshot("""\
seeds/001_holt2021.toml:72: events.text: “Norway closed its border” has no occurrence 2: it is in the article once. Correct or strike occurrence. [no_such_occurrence]
seeds/001_holt2021.toml:77: events.act_id: “holt2021b-e01” is itself the same as “holt2021-e01”. Point to the row in which the act was entered first. [same_as_not_first]
seeds/002_holt2021b.toml:28: events.note: “The other⏎source names the day.” has a line break or a tab. Write it in one line. [line_break]
seeds/002_holt2021b.toml:45: figures.unit: “US Dollar” is not a code of unit; the code for it is “USD”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
seeds/actors.toml:3: is not TOML: “Invalid value”. Text goes in quotation marks, with \\" for a mark inside it; a number has no comma. [not_toml]
"""),
    ),
    Case(
        {
            "a unit as %": Edit(file=SECOND, old='unit = "EUR"', new='unit = "%"'),
            "an unknown language": Edit(FIRST, 'language = "en"', 'language = "xx"'),
            "a text with the wrong apostrophe": Edit(
                FIRST, 'text = "We will double our exports,"', 'text = "We will double our export\'s,"'
            ),
            "a text that is nowhere": Edit(
                FIRST,
                'text = "Norway closed its border"',
                'text = "The moon fell into the sea of Marmara"',
            ),
            "a text that occurs twice": Edit(
                FIRST, 'text = "Norway and Sweden signed a timber pact"', 'text = "Norway"'
            ),
            "words that are not in the article": Edit(FIRST, 'cue = "said"', 'cue = "shouted"'),
            "counted words that are not in the article": Edit(FIRST, 'counted = "welders"', 'counted = "plumbers"'),
            "a note with padding": Edit(
                SECOND,
                'note = "The other source names the day."',
                'note = " The other source names the day."',
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:8: sources.language: “xx” is not a code of language. BCP 47 code of the article's language. Such as en. [unknown_iso_code]
seeds/001_holt2021.toml:15: events.text: “Norway” is in the article 3 times (lines 1, 3, 5). Take a longer text, or add occurrence = 1 for the first, 2 for the second. [ambiguous]
seeds/001_holt2021.toml:27: quotes.text: “We will double our export's,” is not in the article; nearest is line 3, “We will double our exports,”, which has “exports” where this has “export's”. Copy the words from the article. [not_anchored]
seeds/001_holt2021.toml:31: quotes.cue: “shouted” is not in the article. Copy the words from the article, or strike it. [not_verbatim]
seeds/001_holt2021.toml:63: figures.counted: “plumbers” is not in the article. Copy the words from the article, or strike it. [not_verbatim]
seeds/001_holt2021.toml:72: events.text: “The moon fell into the sea of Marmara” is not in the article. Copy the words from the article. [not_anchored]
seeds/002_holt2021b.toml:28: events.note: “ The other source names the day.” begins or ends with space. Remove the space. [padding]
seeds/002_holt2021b.toml:45: figures.unit: “%” is not a code of unit; the code for it is “percent”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
"""),
    ),
    Case(
        {
            "a note beyond the basic plane": Edit(
                SECOND,
                'note = "The other source names the day."',
                'note = "The other \\U0001F600 source"',
            ),
            "an unknown recipient": Edit(FIRST, 'actors = ["norway"]', 'actors = ["norway"]\nrecipients = ["xanadu"]'),
            "a relation to itself": Edit(FIRST, 'part_of = ["e01"]', 'part_of = ["e02"]'),
            "a malformed id": Edit(FIRST, 'id = "e03"', 'id = "e3"'),
            "an id of another table": Edit(FIRST, 'id = "q02"', 'id = "e02"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:46: events.quote_id: “holt2021-e02” is not in quotes; the nearest is “holt2021-q02”. Name the id of a quote of this sheet. [not_in_quotes]
seeds/001_holt2021.toml:48: relations.other_event_id: “holt2021-e02” is the event itself. Name the other event. [not_related_to_itself]
seeds/001_holt2021.toml:71: events.event_id: “holt2021-e3” does not have the form of event_id. Write “e” and two to four digits in the sheet, behind source_id and a hyphen in the table; for example voa2022-e16. [wrong_form]
seeds/001_holt2021.toml:78: participants.actor_id: “xanadu” is not in actors. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/002_holt2021b.toml:28: events.note: “The other 😀 source” has the character U+1F600, which not every program reads alike. Remove it. [refused_character]
"""),
    ),
    Case(
        {
            "a note that is too long": Edit(
                SECOND, 'note = "The other source names the day."', 'note = "' + "long " * 60 + 'x"'
            ),
            "an unknown actor with a near one": Edit(FIRST, 'actors = ["norway"]', 'actors = ["norwy"]'),
            "an unknown measure": Edit(FIRST, 'measure_id = "welders_sent"', 'measure_id = "welders_send"'),
            "an unknown event of a figure": Edit(FIRST, 'event_id = "e02"', 'event_id = "e09"'),
            "an unknown speaker": Edit(
                FIRST,
                'speaker_id = "ana-orlo"\nspeaker_text = "Prime',
                'speaker_id = "anna-orlo"\nspeaker_text = "Prime',
            ),
            "same_as to nowhere": Edit(SECOND, 'same_as = "holt2021-e01"', 'same_as = "holt2021-e09"'),
            "same_as to a row of the same source": Edit(
                FIRST, 'topic = "territory"', 'topic = "territory"\nsame_as = "holt2021-e01"'
            ),
            "a member of an unknown body": Edit(ACTORS, 'member_of = "norway"', 'member_of = "norwegia"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:29: quotes.speaker_id: “anna-orlo” is not in actors; the nearest is “ana-orlo”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/001_holt2021.toml:64: figures.measure_id: “welders_send” is not in measures; the nearest is “welders_sent”. Correct it, or add the measure to seeds/measures.toml. [not_in_measures]
seeds/001_holt2021.toml:68: figures.event_id: “holt2021-e09” is not in events; the nearest is “holt2021-e01”. Name the id of a row of events. [not_in_events]
seeds/001_holt2021.toml:76: events.act_id: “holt2021-e01” is a row of the same source; one act is one row there. Point to the row in which the act was entered first. [same_as_own_source]
seeds/001_holt2021.toml:78: participants.actor_id: “norwy” is not in actors; the nearest is “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/002_holt2021b.toml:17: events.act_id: “holt2021-e09” is the first report of no act; the nearest is “holt2021-e01”. Name the event in which the act was entered first. [not_in_acts]
seeds/002_holt2021b.toml:28: events.note: has 301 characters; 300 at most. Shorten it. [too_long]
seeds/actors.toml:18: actors.member_of: “norwegia” is not in actors; the nearest is “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
"""),
    ),
    Case(
        {
            "an id used twice": Edit(FIRST, 'id = "e03"', 'id = "e01"'),
            "a source_id used twice": Edit(SECOND, 'source_id = "holt2021b"', 'source_id = "holt2021"'),
            "a month that does not exist": Edit(FIRST, 'date = "2021-05-05"', 'date = "2021-13"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:13: events.known_by: “2021-06-30” is after “2021-05-07”, when it was said or published. known_by is the last day on which it can have been told. [known_too_late]
    also in seeds/001_holt2021.toml:38, seeds/001_holt2021.toml:70
seeds/001_holt2021.toml:71: events.event_id: “holt2021-e01” is used twice; first in seeds/001_holt2021.toml:14. Give each its own, or keep one of them. [used_twice]
seeds/001_holt2021.toml:78: events.date: “2021-13” is not a date: “2021-13” has no such month. Write "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019" or "2019/..". [bad_date]
seeds/002_holt2021b.toml:2: sources.source_id: “holt2021” is used twice; first in seeds/001_holt2021.toml:2. Give each its own, or keep one of them. [used_twice]
"""),
    ),
    Case(
        {
            "a missing id": Edit(FIRST, 'id = "e03"\n', ""),
            "a malformed source_id": Edit(FIRST, 'source_id = "holt2021"', 'source_id = "Holt 2021"'),
            "look-alike letters in an actor_id": Edit(ACTORS, 'actor_id = "sweden"', 'actor_id = "swеden"'),
            "a name used twice": Edit(ACTORS, 'name = "Sweden"', 'name = "Norway"'),
            "a day that the month does not have": Edit(FIRST, 'date = "2021-05-05"', 'date = "2021-02-30"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:2: sources.source_id: “Holt 2021” does not have the form of source_id. Write lower-case letters, the year, and a letter where two would be alike; for example voa2022. [wrong_form]
seeds/001_holt2021.toml:48: relations.other_event_id: “-e01” begins as a formula of a spreadsheet does. Begin it with a letter. [formula]
seeds/001_holt2021.toml:70: events.event_id: is missing. Add id: the row's key. [required]
seeds/001_holt2021.toml:77: events.date: “2021-02-30” is not a date: “2021-02-30” has no such day. Write "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019" or "2019/..". [bad_date]
seeds/actors.toml:9: actors.actor_id: “swеden” does not have the form of actor_id. Write lower-case letters and digits in words joined by hyphens, a letter first; for example north-korea. [wrong_form]
seeds/actors.toml:10: actors.name: “Norway” is used twice; first in seeds/actors.toml:3. Give each its own, or keep one of them. [used_twice]
"""),
    ),
    Case(
        {
            "an actor_id used twice": Edit(ACTORS, 'actor_id = "sweden"', 'actor_id = "norway"'),
            "a measure name used twice": Edit(MEASURES, 'name = "Pacts"', 'name = "Welders sent"'),
            "two events alike": Edit(
                FIRST,
                "[[ignored]]",
                '[[events]]\nid = "e04"\ntext = "Norway closed its border"\nevent_type = "COERCE"\ntopic = "territory"\nstatus = "occurred"\nactors = ["norway"]\n\n[[ignored]]',
            ),
            "two quotes on the same words": Edit(
                FIRST,
                "[[ignored]]",
                '[[quotes]]\nid = "q03"\ntext = "We will double our exports,"\nquote_type = "direct"\nspeaker_id = "ana-orlo"\ntopic = "trade"\n\n[[ignored]]',
            ),
            "an actor with two roles": Edit(
                FIRST, 'actors = ["norway"]', 'actors = ["norway"]\nrecipients = ["norway"]'
            ),
            "a date that is no date": Edit(FIRST, 'date = "2021-05-05"', 'date = "May 2021"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:20: participants.actor_id: “sweden” is not in actors; it is the name of “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
    also in seeds/001_holt2021.toml:63, seeds/002_holt2021b.toml:22
seeds/001_holt2021.toml:34: events.label: is blank. Say in a clause who does what to whom, at most 90 characters. [coded_event_has_label]
seeds/001_holt2021.toml:41: participants.actor_id: is alike with seeds/001_holt2021.toml:40 in event_id, actor_id. An actor has one role in an event: strike it once. [takes_part_twice]
seeds/001_holt2021.toml:45: quotes.text: is alike with seeds/001_holt2021.toml:27 in source_id, start, end. Strike one of the two rows, or correct it. [alike]
seeds/001_holt2021.toml:88: events.text: is alike with seeds/001_holt2021.toml:39 in source_id, start, end, event_type, status. Strike one of the two rows, or correct it. [alike]
seeds/001_holt2021.toml:94: events.date: “May 2021” is not a date: “May 2021” is not YYYY, YYYY-MM or YYYY-MM-DD. Write "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019" or "2019/..". [bad_date]
seeds/actors.toml:9: actors.actor_id: “norway” is used twice; first in seeds/actors.toml:2. Give each its own, or keep one of them. [used_twice]
seeds/measures.toml:9: measures.name: “Welders sent” is used twice; first in seeds/measures.toml:3. Give each its own, or keep one of them. [used_twice]
"""),
    ),
    Case(
        {
            "a date without two ends": Edit(FIRST, 'date = "2021-05-05"', 'date = "../.."'),
        },
        snapshot(
            'seeds/001_holt2021.toml:78: events.date: “../..” is not a date: it is not one date or two with a slash. Write "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019" or "2019/..". [bad_date]\n'
        ),
    ),
    Case(
        {
            "dates the wrong way round": Edit(FIRST, 'date = "2021-05-05"', 'date = "2021-05-06/2021-05-05"'),
            "a relative date without words": Edit(FIRST, 'date_text = "Two days later"\n', ""),
            "an upper value below the value": Edit(
                FIRST, "value = 1200", 'value = 1200\nvalue_max = 1100\nqualifier = "between"'
            ),
            "an ordinal whose measure is no rank": Edit(
                SECOND, 'measure_id = "pact_number"', 'measure_id = "welders_sent"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:66: figures.value_max: “1100” is not above value “1200”. Give the lower bound as value and the upper as value_max. [value_max_above_value]
seeds/001_holt2021.toml:72: events.date_text: is blank, but the date is “relative”. Copy the words that date it into date_text; only an inferred date can do without. [date_needs_words]
seeds/001_holt2021.toml:80: events.date_latest: “2021-05-05” is before date_earliest “2021-05-06”. Give the earlier day first: date = "EARLIEST/LATEST". [dates_in_order]
seeds/001_holt2021.txt:5: accounting: number “Two” is not accounted for, in “0 welders, according to Orlo. Two days later, Norway closed its”. Code it as a figure, or add [[ignored]] with its reason, in the sheet beside it. [number_not_accounted]
seeds/002_holt2021b.toml:36: figures.unit: “ordinal” does not go with the measure's kind, “level”. An ordinal has a measure of kind rank, and only it. [ordinal_iff_rank]
seeds/002_holt2021b.toml:36: figures.unit: “ordinal” cannot be compared with holt2021-f01, which has the same measure and is count. Correct unit, or name another measure. [unit_of_measure]
"""),
    ),
    Case(
        {
            "a date before 1900": Edit(FIRST, 'date = "2021-05-05"', 'date = "1821-05-05"'),
            "words without a date": Edit(
                FIRST,
                'topic = "labour"\nstatus',
                'topic = "labour"\ndate_text = "Two days later"\nstatus',
            ),
            "a direct quote with its outer marks": Edit(
                FIRST, 'text = "We will double our exports,"', 'text = "“We will double our exports,”"'
            ),
            "between without an upper value": Edit(FIRST, "value = 1200", 'value = 1200\nqualifier = "between"'),
            "an ordinal that is not whole": Edit(SECOND, "value = 2\n", "value = 2.5\n"),
            "members in a circle": Edit(ACTORS, 'country = "NOR"', 'country = "NOR"\nmember_of = "ana-orlo"'),
            "an alias alike but for capitals": Edit(ACTORS, 'kind = "media"', 'kind = "media"\naliases = ["OSLO"]'),
        },
        snapshot("""\
seeds/001_holt2021.toml:27: quotes.text: ““We will double our exports,”” holds the outer quotation marks of a direct quote. Begin the text after the opening mark and end it before the closing one. [direct_inside_marks]
seeds/001_holt2021.toml:44: events.date_text: “Two days later” is given without a date. Add date, or strike date_text. [words_need_date]
seeds/001_holt2021.toml:61: figures.value_max: blank does not go with qualifier “between”. value_max is given with qualifier = "between", and only there. [value_max_iff_between]
seeds/001_holt2021.toml:80: events.date_earliest: “1821-05-05” is below 1900-01-01. Correct the value. [out_of_range]
seeds/001_holt2021.toml:80: events.date_latest: “1821-05-05” is below 1900-01-01. Correct the value. [out_of_range]
seeds/002_holt2021b.toml:35: figures.value: “2.5” is not a place in a series. An ordinal is a whole number from 1 on. [ordinal_is_whole]
seeds/actors.toml:6: actors.member_of: “ana-orlo” is of kind person, not a body that somebody belongs to. Name the body, or strike member_of. [not_a_body]
seeds/actors.toml:7: aliases.alias: “Oslo” is the alias of daily-plank already. Strike it, or take a longer one. [name_twice]
seeds/actors.toml:19: actors.member_of: goes round in a circle: “ana-orlo > norway > ana-orlo”. Strike member_of in one of them. [member_circle]
seeds/actors.toml:26: aliases.alias: “OSLO” stands in no article. Strike it: an alias is a name that an article uses. [unused_alias]
"""),
    ),
    Case(
        {
            "a date without a basis": Edit(FIRST, 'date_basis = "relative"\n', ""),
            "a basis without a date": Edit(
                FIRST, 'topic = "labour"\nstatus', 'topic = "labour"\ndate_basis = "stated"\nstatus'
            ),
            "words without a period": Edit(SECOND, 'period = "2021-05"\n', ""),
            "a note without an issue": Edit(SECOND, 'issue = "conflict"\n', ""),
            "an occurred event with a claimant": Edit(FIRST, 'status = "possible"', 'status = "occurred"'),
            "a mixed quote without marks": Edit(FIRST, 'quote_type = "indirect"', 'quote_type = "mixed"'),
            "an indirect quote with marks": Edit(
                FIRST,
                'text = "We will double our exports,"\nquote_type = "direct"',
                'text = "“We will double our exports,”"\nquote_type = "indirect"',
            ),
            "an upper value without between": Edit(FIRST, "value = 1200", "value = 1200\nvalue_max = 1300"),
        },
        snapshot("""\
seeds/001_holt2021.toml:28: quotes.quote_type: is indirect, but the text ““We will double our exports,”” has quotation marks in it. Write quote_type = "mixed", or leave the marked words out of the text. [indirect_has_no_marks]
seeds/001_holt2021.toml:38: events.date_text: is blank, but the date is “stated”. Copy the words that date it into date_text; only an inferred date can do without. [date_needs_words]
seeds/001_holt2021.toml:44: events.date_basis: “stated” does not go with the dates blank and blank. date_basis (stated, relative or inferred) is given where there is a date, and only there. [basis_iff_date]
seeds/001_holt2021.toml:46: events.claimed_by: “ana-orlo” does not go with status “occurred”. Say who alleges or denies; what occurred or is ongoing in the article's own voice has nobody. [claimant_by_status]
seeds/001_holt2021.toml:55: quotes.quote_type: is mixed, but the text “Sweden could send 1,200 welders” has no quotation mark in it. Write quote_type = "indirect", or take the marked words into the text. [mixed_has_marks]
seeds/001_holt2021.toml:67: figures.value_max: “1300” does not go with qualifier “exact”. value_max is given with qualifier = "between", and only there. [value_max_iff_between]
seeds/001_holt2021.toml:72: events.date_basis: blank does not go with the dates “2021-05-05” and “2021-05-05”. date_basis (stated, relative or inferred) is given where there is a date, and only there. [basis_iff_date]
seeds/002_holt2021b.toml:27: events.note: “The other source names the day.” does not go with issue blank. A note is given where there is an issue, and only there. [note_iff_issue]
seeds/002_holt2021b.toml:45: figures.date_text: “last month” is given without a period. Add period, or strike date_text. [words_need_period]
"""),
    ),
    Case(
        {
            "a stated date without a year": Edit(FIRST, 'date_basis = "relative"', 'date_basis = "stated"'),
            "a past act after publication": Edit(FIRST, 'date = "2021-05-05"', 'date = "2021-05-09"'),
            "a statement after publication": Edit(
                FIRST, 'cue = "said"', 'cue = "said"\ndate = "2021-06"\ndate_basis = "inferred"'
            ),
            "a period the wrong way round": Edit(SECOND, 'period = "2021-05"', 'period = "2021-06/2021-05"'),
            "an issue without a note": Edit(SECOND, 'note = "The other source names the day."\n', ""),
            "an alleged event without a claimant": Edit(
                FIRST, 'status = "possible"\nclaimed_by = "ana-orlo"', 'status = "alleged"'
            ),
            "an event without an actor": Edit(FIRST, 'actors = ["norway"]', "actors = []"),
            "a label that is the text itself": Edit(
                FIRST, 'label = "Norway closes its border"', 'label = "Norway closed its border."'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:32: quotes.date_latest: “2021-06-30” is after the publication of the source, “2021-05-07”. A past act or a statement is not later than the text that reports it. [after_publication]
seeds/001_holt2021.toml:40: events.claimed_by: blank does not go with status “alleged”. Say who alleges or denies; what occurred or is ongoing in the article's own voice has nobody. [claimant_by_status]
seeds/001_holt2021.toml:43: events.label: “Sweden may send welders to Norway” reads as if it had happened; it is alleged. Say so in the label: may, plans to, proposes, is said to, is denied. [label_without_status]
seeds/001_holt2021.toml:72: events.event_id: “holt2021-e03” has no actor. Say who does it: actors = ["…"]. [no_actor]
seeds/001_holt2021.toml:74: events.label: is the text itself. Say it in words of your own, for a reader who has not seen the article. [label_is_not_the_text]
seeds/001_holt2021.toml:79: events.date_latest: “2021-05-09” is after the publication of the source, “2021-05-07”. A past act or a statement is not later than the text that reports it. [after_publication]
seeds/001_holt2021.toml:81: events.date_basis: is stated, but date_text “Two days later” does not name a year. Write date_basis = "inferred" (year from the context) or "relative" (from another date). [stated_has_year]
seeds/002_holt2021b.toml:14: events.note: blank does not go with issue “conflict”. A note is given where there is an issue, and only there. [note_iff_issue]
seeds/002_holt2021b.toml:45: figures.period_end: “2021-05-31” is before period_start “2021-06-01”. Give the earlier day first: period = "START/END". [period_in_order]
"""),
    ),
    Case(
        {
            "a rank that is no ordinal": Edit(SECOND, 'unit = "ordinal"', 'unit = "count"'),
            "a figure without a measure": Edit(FIRST, 'measure_id = "welders_sent"\n', ""),
            "rows of an article that is not coded": Edit(SECOND, 'coding = "double"', 'coding = "none"'),
            "a state without a country": Edit(ACTORS, 'country = "NOR"\n', ""),
            "a person with a country": Edit(ACTORS, 'kind = "person"', 'kind = "person"\ncountry = "NOR"'),
            "an actor that is a member of itself": Edit(ACTORS, 'member_of = "norway"', 'member_of = "ana-orlo"'),
            "an alias twice": Edit(ACTORS, 'kind = "media"', 'kind = "media"\naliases = ["Oslo"]'),
            "an article that was changed": Edit("seeds/001_holt2021.txt", "closed its border", "closed its gate"),
        },
        snapshot("""\
seeds/001_holt2021.toml:60: figures.measure_id: is missing, and the article is coded in full. Name a measure of seeds/measures.toml, or add one there. [measure_in_hand_coding]
seeds/001_holt2021.toml:71: events.text: “Norway closed its border” is not in the article; nearest is line 5, “Norway closed its gate”, which has “gate” where this has “border”. Copy the words from the article. [not_anchored]
seeds/001_holt2021.txt: is not the article that was coded: its hash is not the one in seeds/001_holt2021.toml:3. Restore it; if the change is meant, check every row and write sha256 = "8a217428cddd76ca488b20ba579d8219e969b1125926649be6b47d905bbca32a" there. [article_changed]
seeds/002_holt2021b.toml:12: sources.coding: “holt2021b” has rows, but its coding is none. Say who coded it: single or double. [coded_none]
seeds/002_holt2021b.toml:36: figures.unit: is count, but “second” is a place in a series. Write unit = "ordinal". [place_in_series]
seeds/actors.toml:1: actors.country: blank does not go with kind “state”. A state or state_body has a country; a person, an igo and the unnamed actor have none. [country_by_kind]
seeds/actors.toml:17: actors.country: “NOR” does not go with kind “person”. A state or state_body has a country; a person, an igo and the unnamed actor have none. [country_by_kind]
seeds/actors.toml:18: actors.member_of: “ana-orlo” is the actor itself. Name the body that it belongs to, or strike member_of. [not_member_of_itself]
seeds/actors.toml:25: aliases.alias: “Oslo” is used twice; first in seeds/actors.toml:5. Give each its own, or keep one of them. [used_twice]
"""),
    ),
    Case(
        {
            "an alias that is a name": Edit(ACTORS, 'kind = "media"', 'kind = "media"\naliases = ["Sweden"]'),
            "an alias with padding": Edit(ACTORS, 'aliases = ["Oslo"]', 'aliases = ["Oslo "]'),
            "an article without a sheet": Edit(SECOND, None, None),
            "a sheet without an article": Edit("seeds/001_holt2021.txt", None, None),
        },
        snapshot("""\
seeds/001_holt2021.toml: is a sheet without an article. Add seeds/001_holt2021.txt, or remove this file. [unpaired]
seeds/002_holt2021b.txt: is an article without a sheet. Add seeds/002_holt2021b.toml, or remove this file. [unpaired]
seeds/actors.toml:6: aliases.alias: “Oslo ” begins or ends with space. Remove the space. [padding]
seeds/actors.toml:25: aliases.alias: “Sweden” is the name of sweden already. Strike it, or take a longer one. [name_twice]
"""),
    ),
    Case(
        {
            "an article that is not UTF-8": Edit("seeds/001_holt2021.txt", "Prime", "Pr\udce9me"),
        },
        snapshot("seeds/001_holt2021.txt:3: is not UTF-8: byte 0xe9. Save the file as UTF-8. [not_utf8]\n"),
    ),
    Case(
        {
            "an article with a byte order mark": Edit(
                "seeds/001_holt2021.txt", "Norway and Sweden seal", "\ufeffNorway and Sweden seal"
            ),
            "an article with carriage returns": Edit("seeds/001_holt2021.txt", "pact\n", "pact\r\n"),
            "an article with a NUL": Edit("seeds/001_holt2021.txt", "welders", "weld\x00ers"),
        },
        snapshot("""\
seeds/001_holt2021.txt:1: has a byte order mark (U+FEFF). Save the file as UTF-8 without BOM. [byte_order_mark]
seeds/001_holt2021.txt:1: has a carriage return. Save the file with LF line ends. [carriage_return]
seeds/001_holt2021.txt:5: has a NUL character. Remove it. [nul]
"""),
    ),
    Case(
        {
            "an article with a control character": Edit("seeds/001_holt2021.txt", "welders", "weld\x07ers"),
        },
        snapshot("seeds/001_holt2021.txt:5: has the control character U+0007. Remove it. [control_character]\n"),
    ),
    Case(
        {
            "an article with a bidirectional character": Edit("seeds/001_holt2021.txt", "welders", "weld\u202eers"),
        },
        snapshot(
            "seeds/001_holt2021.txt:5: has the bidirectional control character U+202E. Remove it. [bidirectional]\n"
        ),
    ),
    Case(
        {
            "an article beyond the basic plane": Edit("seeds/001_holt2021.txt", "welders", "weld😀ers"),
        },
        snapshot(
            "seeds/001_holt2021.txt:5: has U+1F600, outside the Basic Multilingual Plane: languages count it differently. Replace it, or leave the article out. [outside_bmp]\n"
        ),
    ),
    Case(
        {
            "an empty article": Edit("seeds/001_holt2021.txt", None, "\n"),
        },
        snapshot("seeds/001_holt2021.txt: is empty. Add its text, or remove the file. [empty]\n"),
    ),
    Case(
        {
            "an article that is too large": Edit("seeds/001_holt2021.txt", "welders", "welders" + " x" * 600000),
            "a file that does not belong": Edit("seeds/notes.md", None, "hello"),
            "no registry of actors": Edit(ACTORS, None, None),
        },
        snapshot("""\
seeds/001_holt2021.txt: is too large: 1,200,249 bytes, 1,000,000 at most. Split it, or leave it out. [too_large]
seeds/actors.toml: is missing. Add it. [missing_file]
seeds/notes.md: does not belong here. seeds/ holds NNN_name.txt with NNN_name.toml, actors.toml and measures.toml. [stray_in_seeds]
"""),
    ),
    Case(
        {
            "a figure that holds two numbers": Edit(
                FIRST,
                'text = "1,200 welders"',
                'text = "1,200 welders, according to Orlo. Two days later"',
            ),
            "a mark that is not accounted for": Edit(
                FIRST, 'text = "We will double our exports,"', 'text = "We will double"'
            ),
            "an ignored entry that sets nothing aside": Edit(FIRST, 'text = "double"', 'text = "exports"'),
            "an unknown reason": Edit(FIRST, 'reason = "not_a_quantity"', 'reason = "not_a_quantum"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:35: ignored.text: “exports” sets nothing aside: it has no open number or mark in it. Strike this [[ignored]]. [idle_ignored]
seeds/001_holt2021.toml:36: ignored.reason: “not_a_quantum” is not a code of ignored_reason; the nearest is “not_a_quantity”. The codes are: date, time_span, identifier, count_of_named, not_a_quantity, repeated, scare_quotes, term, title, imputed, stray_mark, boilerplate. [unknown_code]
seeds/001_holt2021.toml:62: figures.text: “1,200 welders, according to Orlo. Two days later” holds 2 numbers. One figure is one number; make a row for each. [one_number]
seeds/001_holt2021.txt:3: accounting: mark “”” is not accounted for, in “. “We will double our exports,” said Prime Minister Ana Orlo.”. Take it into a quote, or add [[ignored]] with its reason, in the sheet beside it. [mark_not_accounted]
seeds/001_holt2021.txt:3: accounting: number “double” is not accounted for, in “ pact on 3 May 2021. “We will double our exports,” said Prime Mini”. Code it as a figure, or add [[ignored]] with its reason, in the sheet beside it. [number_not_accounted]
"""),
    ),
    Case(
        {
            "a value that is not in the words": Edit(FIRST, "value = 1200", "value = 12000"),
            "a direct quote without marks": Edit(FIRST, 'quote_type = "indirect"', 'quote_type = "direct"'),
            "part of a word": Edit(FIRST, 'cue = "said"', 'cue = "sai"'),
            "an alias where a key belongs": Edit(FIRST, 'actors = ["norway"]', 'actors = ["Oslo"]'),
            "a name where a key belongs": Edit(
                FIRST,
                'speaker_id = "ana-orlo"\nspeaker_text = "Prime',
                'speaker_id = "Ana Orlo"\nspeaker_text = "Prime',
            ),
            "a coded article without a date": Edit(
                SECOND, 'date = "2021-06"\ndate_basis = "inferred"\nlanguage', "language"
            ),
            "a hash of another article": Edit(SECOND, 'sha256 = "a1', 'sha256 = "01'),
            "a number that is not accounted for": Edit(
                FIRST, '[[ignored]]\ntext = "double"\nreason = "not_a_quantity"\n', ""
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:29: quotes.speaker_id: “Ana Orlo” is not in actors; it is the name of “ana-orlo”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/001_holt2021.toml:31: quotes.cue: “sai” is not in the article. Copy the words from the article, or strike it. [not_verbatim]
seeds/001_holt2021.toml:51: quotes.quote_type: is direct, but the text stands neither behind an opening quotation mark nor before a closing one. Write quote_type = "indirect", or take the words inside the marks. [direct_has_marks]
seeds/001_holt2021.toml:62: figures.value: “12000” is not the number of the text “1,200 welders”. Write value = 1200. [value_in_words]
seeds/001_holt2021.toml:74: participants.actor_id: “Oslo” is not in actors; it is the alias of “norway”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/001_holt2021.txt:3: accounting: number “double” is not accounted for, in “ pact on 3 May 2021. “We will double our exports,” said Prime Mini”. Code it as a figure, or add [[ignored]] with its reason, in the sheet beside it. [number_not_accounted]
seeds/002_holt2021b.toml:1: sources.date_latest: is blank, but the article is coded (“double”). Say when it was published, as closely as is known: date. [coded_source_has_date]
seeds/002_holt2021b.txt: is not the article that was coded: its hash is not the one in seeds/002_holt2021b.toml:3. Restore it; if the change is meant, check every row and write sha256 = "a155fc7308762a03864267aab6734a735dcc6ee1bc9515cf215de18c7e3bac62" there. [article_changed]
"""),
    ),
    Case(
        {
            "a body of states that belongs to a person": Edit(
                ACTORS,
                'name = "Ana Orlo"\nkind = "person"\nmember_of = "norway"',
                'name = "Ana Orlo"\nkind = "igo"\nmember_of = "norway"',
            ),
            "a measure that is a change": Edit(MEASURES, 'kind = "level"', 'kind = "change"'),
            "a base that is the period itself": Edit(
                FIRST,
                'text = "1,200 welders"\ncounted = "welders"',
                'text = "1,200 welders"\nbase = "2020"\nperiod = "2020"\ncounted = "welders"',
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:63: figures.base: “2020” is the period of the figure itself. Name what the figure is compared with. [base_is_period]
seeds/actors.toml:18: actors.member_of: “norway” is of kind state, but a body of several states belongs to another such body. Correct kind or member_of. [not_a_body_of_states]
"""),
    ),
    Case(
        {
            "a label that names nobody": Edit(
                FIRST, 'label = "Norway closes its border"', 'label = "The border closes"'
            ),
            "a label that says it happened": Edit(
                FIRST, 'label = "Sweden may send welders to Norway"', 'label = "Sweden sends welders to Norway"'
            ),
            "no label": Edit(SECOND, 'label = "Sweden and Norway agree to trade timber"\n', ""),
            "a document that is not in the registry": Edit(
                FIRST, 'adopts = ["timber-pact"]', 'adopts = ["timber-pakt"]'
            ),
            "a document without symbol and title": Edit(
                DOCUMENTS, 'symbol = "TP/1 (2021)"\ntitle = "Pact on timber between Norway and Sweden"\n', ""
            ),
            "an item of Wikidata in another form": Edit(ACTORS, 'name = "Norway"', 'name = "Norway"\nwikidata = "20"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:21: event_documents.document_id: “timber-pakt” is not in documents; the nearest is “timber-pact”. Correct it, or add the document to seeds/documents.toml. [not_in_documents]
seeds/001_holt2021.toml:41: events.label: “Sweden sends welders to Norway” reads as if it had happened; it is possible. Say so in the label: may, plans to, proposes, is said to, is denied. [label_without_status]
seeds/001_holt2021.toml:73: events.label: “The border closes” names nobody who takes part. Name an actor of the row, by a name of the registry. [label_names_nobody]
seeds/002_holt2021b.toml:14: events.label: is blank. Say in a clause who does what to whom, at most 90 characters. [coded_event_has_label]
seeds/actors.toml:4: actors.wikidata: “20” does not have the form of wikidata. Write the letter Q and a number; for example Q423. [wrong_form]
seeds/documents.toml:1: documents.title: is missing. Add title: what it is called, or what it is, with the words that one would search for. [required]
seeds/documents.toml:2: documents.document_id: “timber-pact” stands in no row. Strike it: a document is one that a row names. [unused_document]
"""),
    ),
    Case(
        {
            "a label that is too long": Edit(
                FIRST, 'label = "Norway closes its border"', f'label = "Norway closes {"its long " * 10}border"'
            ),
            "a claim that does not name its quote": Edit(FIRST, 'quote_id = "q02"\n', ""),
            "a quote for what the article says itself": Edit(
                SECOND, 'status = "occurred"', 'status = "occurred"\nquote_id = "holt2021-q01"'
            ),
            "an adopted document of another day": Edit(DOCUMENTS, 'issued = "2021-05-03"', 'issued = "2021-05-04"'),
            "two documents with one symbol, one of them in no row": Edit(
                DOCUMENTS, "[[documents]]", f"{OTHER_DOCUMENT}[[documents]]"
            ),
            "one item of Wikidata for two actors": Edit(
                ACTORS,
                'country = "NOR"\naliases = ["Oslo"]\n\n[[actors]]\nactor_id = "sweden"',
                'country = "NOR"\nwikidata = "Q20"\naliases = ["Oslo"]\n\n[[actors]]\nwikidata = "Q20"\nactor_id = "sweden"',
            ),
            "a relation to nothing": Edit(FIRST, 'part_of = ["e01"]\nread = ["e01"]', 'part_of = ["e07"]'),
            "a day by which it was told that is after publication": Edit(
                SECOND, 'topic = "trade"', 'topic = "trade"\nknown_by = "2021-07-01"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:21: event_documents.document_id: “timber-pact” is of “2021-05-04”, which is not within the dates of the act. Correct the date or the document; where the article is wrong, give issue and note. [adopted_at_another_time]
seeds/001_holt2021.toml:38: events.quote_id: is blank, but “holt2021-q02” of the claimant holds the words of the act. Write quote_id = "holt2021-q02". [quote_not_named]
seeds/001_holt2021.toml:47: relations.other_event_id: “holt2021-e07” is not in events; the nearest is “holt2021-e01”. Name the id of a row of events. [not_in_events]
seeds/001_holt2021.toml:71: events.label: has 110 characters; 90 at most. Shorten it. [too_long]
seeds/002_holt2021b.toml:21: events.known_by: “2021-07-01” is after “2021-06-30”, when it was said or published. known_by is the last day on which it can have been told. [known_too_late]
seeds/002_holt2021b.toml:23: events.quote_id: “holt2021-q01” does not go with status “occurred” and claimant blank. A quote is given for what somebody claims; what is denied, or the article says itself, has none. [quote_of_a_claim]
seeds/actors.toml:10: actors.wikidata: “Q20” is used twice; first in seeds/actors.toml:6. Give each its own, or keep one of them. [used_twice]
seeds/documents.toml:2: documents.document_id: “fish-pact” stands in no row. Strike it: a document is one that a row names. [unused_document]
seeds/documents.toml:8: documents.symbol: “TP/1 (2021)” is used twice; first in seeds/documents.toml:3. Give each its own, or keep one of them. [used_twice]
"""),
    ),
    Case(
        {
            "a quote of another source": Edit(FIRST, 'quote_id = "q02"', 'quote_id = "holt2021b-q01"'),
            "a quote there": Edit(SECOND, "[[figures]]", f"{QUOTE}[[figures]]"),
            "parts in a circle": Edit(FIRST, 'adopts = ["timber-pact"]', 'adopts = ["timber-pact"]\npart_of = ["e02"]'),
            "a denial of what nobody claims": Edit(
                FIRST, 'actors = ["norway"]\n', 'actors = ["norway"]\ndenies = ["e01"]\n'
            ),
            "contrary roles in one act": Edit(
                SECOND, 'actors = ["sweden", "norway"]', 'actors = ["sweden"]\nrecipients = ["norway"]'
            ),
            "told before it can have begun": Edit(
                FIRST,
                'label = "Norway closes its border"',
                'label = "Norway closes its border"\nknown_by = "2021-05-04"',
            ),
            "an original date without a publisher": Edit(
                SECOND, 'author = "Ida Holt"', 'author = "Ida Holt"\noriginal_date = "2021-07-01"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:22: relations.other_event_id: “holt2021-e02” is itself a part of “holt2021-e01”. Strike part_of in one of them. [part_circle]
seeds/001_holt2021.toml:47: events.quote_id: “holt2021b-q01” is a quote of another source. Name a quote of this sheet. [foreign_quote]
seeds/001_holt2021.toml:49: relations.other_event_id: “holt2021-e01” is itself a part of “holt2021-e02”. Strike part_of in one of them. [part_circle]
seeds/001_holt2021.toml:75: events.known_by: “2021-05-04” is before “2021-05-05”, the earliest day of the act. A past act is told when it has begun, or later. [known_too_early]
seeds/001_holt2021.toml:80: relations.other_event_id: “holt2021-e01” is neither denied nor claimed by somebody else. A denial denies what another row has as denied, or as claimed by others. [denies_no_claim]
seeds/002_holt2021b.toml:1: sources.original_publisher_id: is blank, but original_title or original_date is given. Name who published it first, or strike them. [original_has_publisher]
seeds/002_holt2021b.toml:6: sources.original_date: “2021-07-01” is after the publication in this form, “2021-06-30”. Correct one of the two. [original_is_not_later]
seeds/002_holt2021b.toml:24: participants.role: “norway” is recipient here, and actor in “holt2021-e01”, which tells the same act. Correct one of the two, or strike same_as; who employs is the actor, whichever verb. [contrary_roles]
seeds/002_holt2021b.toml:36: quotes.speaker_id: “ana-orlo” is nowhere in the article by its name or an alias. Correct it, or add the name that the article uses to the actor's aliases. [actor_not_named]
"""),
    ),
    Case(
        {
            "a quote of somebody else": Edit(FIRST, 'quote_id = "q02"', 'quote_id = "q01"'),
            "that quote": Edit(
                FIRST,
                'speaker_id = "ana-orlo"\nspeaker_text = "Prime Minister Ana Orlo"',
                'speaker_id = "norway"\nspeaker_text = "Prime Minister Ana Orlo"',
            ),
            "a row that nobody has read": Edit(
                FIRST, 'cue = "according to"', 'cue = "according to"\nproposed_by = "rules"'
            ),
            "a reader of a row that nobody proposed": Edit(
                SECOND, 'text = "1.5 million euros"', 'text = "1.5 million euros"\nread_by = "A. Coder"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:29: quotes.speaker_id: “norway” is not who the words “Prime Minister Ana Orlo” name; they name “ana-orlo”. Correct speaker_id or speaker_text. [speaker_in_words]
seeds/001_holt2021.toml:46: events.quote_id: “holt2021-q01” is not by “ana-orlo”, who claims the act. Name the claimant's quote, or say in a note why it is this one. [quote_of_another]
seeds/001_holt2021.toml:51: quotes.read_by: “rules” proposed it, and nobody is said to have read it. Read the row against its article and write who did, or set coding back to machine. [proposed_row_is_read]
seeds/002_holt2021b.toml:42: figures.read_by: “A. Coder” read it, but nothing proposed it. Take read_by out: it is for rows with proposed_by. [read_row_was_proposed]
"""),
    ),
]
