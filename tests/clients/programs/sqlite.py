import datetime as dt
import sys

from dump import articles, show

assert database.execute("PRAGMA foreign_key_check").fetchall() == []
database.row_factory = sqlite3.Row
rows = {}
for name in sys.argv[1:]:
    rows[name] = [dict(row) for row in database.execute(f"SELECT * FROM {name} ORDER BY rowid")]
    dates = [row["name"] for row in database.execute(f"PRAGMA table_info({name})") if row["type"] == "DATE"]
    for row in rows[name]:
        row |= {date: row[date] and dt.date.fromisoformat(row[date]) for date in dates}
database.execute("CREATE TEMP TABLE articles (source_id, content)")
database.executemany("INSERT INTO articles VALUES (?, ?)", articles(rows).items())
slices = {}
for name, found in rows.items():
    if "start" in found[0]:
        spans = f'SELECT substr(content, start + 1, "end" - start) FROM {name} JOIN articles USING (source_id)'
        slices[name] = [text for (text,) in database.execute(f"{spans} ORDER BY {name}.rowid")]
show(rows, slices)
