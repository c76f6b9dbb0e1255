"""What makes a source the one that it is: its id is the one in its file's name, and its article is no other's."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from schemas.fields import SOURCE_ID
from scripts.problem import Problem, shown
from scripts.sheets.read import id_of_file
from scripts.sheets.rows import Article
from scripts.tables.table import Tables


def ids_are_the_files(tables: Tables) -> Iterator[Problem]:
    """The id of a source is the one in the name of its file."""
    table = tables["sources"]
    for row, source_id, path in table.values("source_id", "path"):
        name = id_of_file(path)
        if name in {None, source_id}:
            continue
        message = f"{shown(source_id)} is not the one in the name of {path}"
        rename = f"name the article and its sheet {PurePosixPath(path).name.partition('_')[0]}_{source_id}"
        hint = f'write source_id = "{name}", or {rename}' if re.fullmatch(SOURCE_ID, str(name)) else rename
        yield table.problem(row, "source_id", "other_source_id", message, hint)


def articles_differ(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """No article has the text of another one but for white space; one with the very same bytes has the same hash."""
    first: dict[bytes, tuple[str, str]] = {}
    for _, source_id in tables["sources"].values("source_id"):
        if (article := articles.get(source_id)) is None:
            continue
        words = hashlib.sha256(" ".join(article.text.split()).encode("utf-8")).digest()
        path, sha256 = first.setdefault(words, (article.path, article.sha256))
        if sha256 != article.sha256:
            message, hint = f"has the text of {path}, but for white space", "remove one of the two, with its sheet"
            yield Problem(article.path, 0, "", "article_twice", message, f"one article is one source: {hint}")


def source_problems(tables: Tables, articles: Mapping[str, Article]) -> list[Problem]:
    """Return the sources that have another's name or another's article."""
    return [*ids_are_the_files(tables), *articles_differ(tables, articles)]
