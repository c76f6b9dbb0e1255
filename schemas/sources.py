"""The articles."""

import pandas as pd

from schemas.blocks import Coded, Dated, Remarked
from schemas.fields import SOURCE_ID, address, code, date, form, reference, text, whole
from schemas.rules import Cells, Verdict, rule


class Sources(Dated, Coded, Remarked):
    """The articles: one row for each, with its date of publication, its rights and how it was coded."""

    source_id: str = form(
        "Source",
        "Citation key: the author's or publisher's name, the year, and a letter where two would be alike.",
        "voa2022",
        pattern=SOURCE_ID,
        words="lower-case letters, the year, and a letter where two would be alike",
        unique=True,
        key=True,
    )
    path: str = form(
        "Path",
        "The article's text in the repository.",
        "seeds/000_47ce4020dea83fd0.txt",
        pattern=r"^seeds/[0-9]{3,5}_[a-z0-9_]{1,80}\.txt$",
        words="seeds/NNN_name.txt",
        unique=True,
        sheet=None,
    )
    sha256: str = form(
        "SHA-256",
        "The hash of the article's bytes, so that a changed article is noticed.",
        "885242c9d9312d35a252cb6d164135b4a9f802fa90a14796ba449aace701fbbb",
        pattern=r"^[0-9a-f]{64}$",
        words="64 hexadecimal digits in lower case",
        unique=True,
    )
    characters: pd.Int64Dtype = whole(
        "Characters", "The article's length in Unicode code points.", 6424, lowest=1, sheet=None
    )
    title: str = text(
        "Title", "The article's title.", "Experts Say Russia Turns to Sanctioned North Korea to Break Rules"
    )
    author: str = text("Author", "Who wrote it; blank if the article does not say.", "Anthony V. Rinna", nullable=True)
    publisher_id: str = reference(
        "Publisher", "Who published the article in this form.", "voice-of-america", to="actors.actor_id"
    )
    original_publisher_id: str = reference(
        "Original publisher",
        "Who published it first, where this is a republication or a translation.",
        "nezavisimaya-gazeta",
        to="actors.actor_id",
        nullable=True,
    )
    original_title: str = text(
        "Original title",
        "Its title there, where the text gives one.",
        "Is Russia Ready to Violate UN’s Anti-North Korean Sanctions?",
        nullable=True,
    )
    original_date: str = date(
        "Original date", "The day on which it was published there, where the text gives it.", "2022-08-15"
    )
    url: str = address(
        "URL", "Where the article was published, if known.", "https://www.example.org/2022/07/article.html"
    )
    language: str = code("Language", "BCP 47 code of the article's language.", "en", vocabulary="language")
    translated_from: str = code(
        "Translated from",
        "BCP 47 code of the language that it was translated from.",
        "ru",
        vocabulary="language",
        nullable=True,
    )
    genre: str = code("Genre", "What kind of text it is.", "news", vocabulary="genre")
    rights: str = form(
        "Rights",
        "The rights in the article's text, as a URI of rightsstatements.org or Creative Commons.",
        "http://rightsstatements.org/vocab/NoC-US/1.0/",
        pattern=r"^https?://(rightsstatements\.org/vocab/"
        r"(InC(-OW-EU|-EDU|-NC|-RUU)?|NoC-(CR|NC|OKLR|US)|CNE|UND|NKC)/1\.0"
        r"|creativecommons\.org/(licenses/by(-nc)?(-sa|-nd)?/(1\.0|2\.0|2\.5|3\.0|4\.0)|publicdomain/(zero|mark)/1\.0))/$",
        words="a URI of rightsstatements.org or of a Creative Commons licence, with its version and a closing slash",
    )
    coding: str = code(
        "Coding",
        "Who coded the article: nobody, the extractor, one coder, or two and reconciled.",
        "single",
        vocabulary="coding",
    )

    @rule(on="date_latest")
    @staticmethod
    def coded_source_has_date(coding: Cells, date_latest: Cells) -> Verdict:
        return (coding == "none") | date_latest.notna()

    @rule(on="source_id")
    @staticmethod
    def year_of_source_id(source_id: Cells, date_earliest: Cells, date_latest: Cells) -> Verdict:
        year = source_id.str.extract(r"([0-9]{4})", expand=False)
        first, last = date_earliest.str[:4], date_latest.str[:4]
        return first.isna() | last.isna() | ((year >= first) & (year <= last))

    @rule(on="original_publisher_id")
    @staticmethod
    def first_published_elsewhere(original_publisher_id: Cells, publisher_id: Cells) -> Verdict:
        return original_publisher_id != publisher_id

    @rule(on="original_publisher_id")
    @staticmethod
    def original_has_publisher(original_publisher_id: Cells, original_title: Cells, original_date: Cells) -> Verdict:
        return original_publisher_id.notna() | (original_title.isna() & original_date.isna())

    @rule(on="original_date")
    @staticmethod
    def original_is_not_later(original_date: Cells, date_latest: Cells) -> Verdict:
        return original_date.isna() | date_latest.isna() | ~(original_date > date_latest)

    @rule(on="translated_from")
    @staticmethod
    def translated_from_another(translated_from: Cells, language: Cells) -> Verdict:
        return translated_from != language
