"""What makes a source the one that it is: its id is the one in its file's name, and its article is no other's."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from schemas.fields import SOURCE_ID
from scripts.problem import Problem, problem
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
        right = f"{PurePosixPath(path).name.partition('_')[0]}_{source_id}"
        code = "other_source_id" if re.fullmatch(SOURCE_ID, str(name)) else "file_without_source_id"
        yield table.problem(row, "source_id", code, source_id=source_id, file=path, name=name, right=right)


def articles_differ(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """No article has the text of another one but for white space; one with the very same bytes has the same hash."""
    first: dict[bytes, tuple[str, str]] = {}
    for _, source_id in tables["sources"].values("source_id"):
        if (article := articles.get(source_id)) is None:
            continue
        words = hashlib.sha256(" ".join(article.text.split()).encode("utf-8")).digest()
        path, sha256 = first.setdefault(words, (article.path, article.sha256))
        if sha256 != article.sha256:
            yield problem("article_twice", article.path, article=path)


def source_problems(tables: Tables, articles: Mapping[str, Article]) -> list[Problem]:
    """Return the sources that have another's name or another's article."""
    return [*ids_are_the_files(tables), *articles_differ(tables, articles)]
