"""Look at a table, with filters on its columns, or at an article with its coded spans marked.

In a terminal a table is drawn; in a pipe it is CSV.
"""

import argparse
import sys
from pathlib import Path

from schemas import TABLES
from scripts.checks.seeds import check_seeds
from scripts.problem import CannotRunError, nearest, shown
from scripts.show.article import as_lines
from scripts.show.tables import Question, draw, select, with_context
from scripts.tables.csv import csv_bytes


def show_table(options: argparse.Namespace) -> int:
    """Print the rows of a table that the options ask for; return the exit code."""
    names = dict.fromkeys(name for table in TABLES.values() for name in table.names)
    columns = {name: value for name in names if (value := getattr(options, name)) is not None}
    if lacking := [name for name in columns if name not in TABLES[options.what].names]:
        raise ValueError(f"{options.what} has no column {lacking[0]}{nearest(lacking[0], TABLES[options.what].names)}")
    question = Question(columns, options.actor, options.since, options.until)
    rows = select(options.root, options.what, question)
    if options.context:
        if "start" not in rows:
            raise ValueError(f"{options.what} has no texts to add the sentences of")
        rows = with_context(rows, options.root)
    if sys.stdout.isatty():
        draw(rows)
    else:
        sys.stdout.buffer.write(csv_bytes(rows))
    return 0


def show_article(options: argparse.Namespace) -> int:
    """Print an article with its spans marked; return the exit code."""
    checked = check_seeds(options.root, with_drafts=True)
    for source_id, article in checked.articles.items():
        if options.what in {source_id, article.path} or Path(article.path).stem.startswith(f"{options.what}_"):
            stem = article.path.removesuffix(".txt")
            problems = [problem for problem in checked.problems if problem.file.startswith(stem)]
            print("\n".join(as_lines(checked, source_id, problems)))
            return 1 if problems else 0
    known = [*TABLES, *checked.articles]
    raise ValueError(f"{shown(options.what)} is neither a table nor an article{nearest(options.what, known)}")


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb: every column of a table is one."""
    parser.add_argument("what", help=f"a table ({', '.join(TABLES)}), or an article: source_id or number, such as 000")
    parser.add_argument("--actor", help="rows that name this actor in any role; of a state also its persons and bodies")
    parser.add_argument("--since", metavar="DATE", help="what can have happened on or after a day, month or year")
    parser.add_argument("--until", metavar="DATE", help="what can have happened on or before a day, month or year")
    parser.add_argument("--context", action="store_true", help="add the sentences around each text")
    columns = {column.name: column for table in TABLES.values() for column in table.columns}
    for name, column in columns.items():
        kind = column.vocabulary or column.references or column.type
        parser.add_argument(f"--{name}", metavar="VALUE", help=f"{column.title} ({kind})")


def run(options: argparse.Namespace) -> int:
    """Show what is asked for; return the exit code."""
    try:
        return show_table(options) if options.what in TABLES else show_article(options)
    except ValueError as error:
        raise CannotRunError(str(error)) from error
