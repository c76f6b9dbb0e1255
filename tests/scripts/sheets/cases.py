"""Mistakes in seeds/ that tests/faults does not make, made together where none hides another, and their exact problems."""

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
            "a dotted header": Edit(FIRST, "[source]", "[source.main]"),
            "a broken registry is reported once": Edit(
                ACTORS, '[[actors]]\nactor_id = "sweden"', '[[actors\nactor_id = "sweden"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:1: has a dotted key. Write plain keys: key = value. [dotted_key]
seeds/actors.toml:8: is not TOML: the header that begins here is not closed. Close it with ] or ]], as in [source] or [[events]]. [not_closed]
"""),
    ),
    Case(
        {
            "an unknown block with a near one": Edit(FIRST, "[[figures]]", "[[figure]]"),
            "a date of TOML where text belongs": Edit(FIRST, 'date = "2021-05-05"', "date = 2021-05-05"),
            "a text that is nowhere": Edit(
                FIRST,
                'text = "Norway closed its border"',
                'text = "The moon fell into the sea of Marmara"',
            ),
            "a text that occurs twice": Edit(
                FIRST, 'text = "Norway and Sweden signed a timber pact"', 'text = "Norway"'
            ),
            "a unit as dollars": Edit(file=SECOND, old='unit = "EUR"', new='unit = "dollars"'),
            "a missing source_id": Edit(FIRST, 'source_id = "holt2021"\n', ""),
        },
        snapshot("""\
seeds/001_holt2021.toml:1: sources.source_id: is missing. Add source_id: citation key: the author's or publisher's name, the year, and a letter where two would be alike. [required]
seeds/001_holt2021.toml:14: events.text: “Norway” is in the article 3 times (lines 1, 3, 5). Take a longer text, or add occurrence = 1 for the first, 2 for the second. [ambiguous]
seeds/001_holt2021.toml:47: relations.other_event_id: “-e01” begins as a formula of a spreadsheet does. Begin it with a letter. [formula]
seeds/001_holt2021.toml:59: [figure] is not a block of this file; the nearest is “figures”. The blocks of this file are: source, events, quotes, figures, ignored. [unknown_block]
seeds/001_holt2021.toml:71: events.text: “The moon fell into the sea of Marmara” is not in the article. Copy the words from the article. [not_anchored]
seeds/001_holt2021.toml:77: events.date: is “2021-05-05”, not text. Write date = "…", in quotation marks. [text_expected]
seeds/002_holt2021b.toml:45: figures.unit: “dollars” is not a code of unit; the code for it is “USD”. The codes are: count, ordinal, percent, percentage_point, times, minute, hour, day, week, month, year, metre, kilometre, mile, square_kilometre, hectare, kilogram, tonne, ton, kiloton, litre, barrel, cubic_metre, megawatt, kilowatt_hour and those of ISO 4217. [unknown_code]
"""),
    ),
    Case(
        {
            "an alias where a key belongs": Edit(FIRST, 'actors = ["norway"]', 'actors = ["Oslo"]'),
            "a name where a key belongs": Edit(
                FIRST,
                'speaker_id = "ana-orlo"\nspeaker_text = "Prime',
                'speaker_id = "Ana Orlo"\nspeaker_text = "Prime',
            ),
            "an alias alike but for capitals": Edit(ACTORS, 'kind = "media"', 'kind = "media"\naliases = ["OSLO"]'),
            "an occurrence that is not there": Edit(
                FIRST,
                'text = "Norway closed its border"',
                'text = "Norway closed its border"\noccurrence = 2',
            ),
            "a huge whole number": Edit(FIRST, "value = 1200", "value = " + "9" * 5000),
            "part of a word": Edit(FIRST, 'cue = "said"', 'cue = "sai"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:29: quotes.speaker_id: “Ana Orlo” is not in actors; it is the name of “ana-orlo”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/001_holt2021.toml:31: quotes.cue: “sai” is not in the article. Copy the words from the article, or strike it. [not_verbatim]
seeds/001_holt2021.toml:65: is not TOML: “Exceeds the limit (4300 digits) for integer string conversion”. Write a shorter number. [long_number]
seeds/001_holt2021.toml:72: events.text: “Norway closed its border” has no occurrence 2: it is in the article once. Correct or strike occurrence. [no_such_occurrence]
seeds/001_holt2021.toml:78: participants.actor_id: “Oslo” is not in actors; it is the alias of “daily-plank”. Correct it, or add the actor to seeds/actors.toml. [not_in_actors]
seeds/actors.toml:6: aliases.alias: “Oslo” is the alias of daily-plank already. Strike it, or take a longer one. [name_twice]
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
            "two documents with one symbol, one of them in no row": Edit(
                DOCUMENTS, "[[documents]]", f"{OTHER_DOCUMENT}[[documents]]"
            ),
            "a day by which it was told that is after publication": Edit(
                SECOND, 'topic = "trade"', 'topic = "trade"\nknown_by = "2021-07-01"'
            ),
            "a claim that does not name its quote": Edit(FIRST, 'quote_id = "q02"\n', ""),
            "an adopted document of another day": Edit(DOCUMENTS, 'issued = "2021-05-03"', 'issued = "2021-05-04"'),
        },
        snapshot("""\
seeds/001_holt2021.toml:21: event_documents.document_id: “timber-pact” is of “2021-05-04”, which is not within the dates of the act. Correct the date or the document; where the article is wrong, give issue and note. [adopted_at_another_time]
seeds/001_holt2021.toml:38: events.quote_id: is blank, but “holt2021-q02” of the claimant holds the words of the act. Write quote_id = "holt2021-q02". [quote_not_named]
seeds/001_holt2021.toml:41: events.label: “Sweden sends welders to Norway” reads as if it had happened; it is possible. Say so in the label: may, plans to, proposes, is said to, is denied. [label_without_status]
seeds/001_holt2021.toml:72: events.label: “The border closes” names nobody who takes part. Name an actor of the row, by a name of the registry. [label_names_nobody]
seeds/002_holt2021b.toml:21: events.known_by: “2021-07-01” is after “2021-06-30”, when it was said or published. known_by is the last day on which it can have been told. [known_too_late]
seeds/documents.toml:2: documents.document_id: “fish-pact” stands in no row. Strike it: a document is one that a row names. [unused_document]
seeds/documents.toml:8: documents.symbol: “TP/1 (2021)” is used twice; first in seeds/documents.toml:3. Give each its own, or keep one of them. [used_twice]
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
        },
        snapshot("""\
seeds/001_holt2021.toml:22: relations.other_event_id: “holt2021-e02” is itself a part of “holt2021-e01”. Strike part_of in one of them. [part_circle]
seeds/001_holt2021.toml:47: events.quote_id: “holt2021b-q01” is a quote of another source. Name a quote of this sheet. [foreign_quote]
seeds/001_holt2021.toml:49: relations.other_event_id: “holt2021-e01” is itself a part of “holt2021-e02”. Strike part_of in one of them. [part_circle]
seeds/001_holt2021.toml:75: events.known_by: “2021-05-04” is before “2021-05-05”, the earliest day of the act. A past act is told when it has begun, or later. [known_too_early]
seeds/001_holt2021.toml:80: relations.other_event_id: “holt2021-e01” is neither denied nor claimed by somebody else. A denial denies what another row has as denied, or as claimed by others. [denies_no_claim]
seeds/002_holt2021b.toml:23: participants.role: “norway” is recipient here, and actor in “holt2021-e01”, which tells the same act. Correct one of the two, or strike same_as; who employs is the actor, whichever verb. [contrary_roles]
seeds/002_holt2021b.toml:35: quotes.speaker_id: “ana-orlo” is nowhere in the article by its name or an alias. Correct it, or add the name that the article uses to the actor's aliases. [actor_not_named]
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
            "a mark that is not accounted for": Edit(
                FIRST, 'text = "We will double our exports,"', 'text = "We will double"'
            ),
        },
        snapshot("""\
seeds/001_holt2021.toml:29: quotes.speaker_id: “norway” is not who the words “Prime Minister Ana Orlo” name; they name “ana-orlo”. Correct speaker_id or speaker_text. [speaker_in_words]
seeds/001_holt2021.toml:46: events.quote_id: “holt2021-q01” is not by “ana-orlo”, who claims the act. Name the claimant's quote, or say in a note why it is this one. [quote_of_another]
seeds/001_holt2021.txt:3: accounting: mark “”” is not accounted for, in “. “We will double our exports,” said Prime Minister Ana Orlo.”. Take it into a quote, or add [[ignored]] with its reason, in the sheet beside it. [mark_not_accounted]
"""),
    ),
]
