import sys

from dump import show

SPANS = """
SELECT substring(content, start + 1, "end" - start) FROM {name}
JOIN sources USING (source_id) JOIN read_text('seeds/*.txt') ON filename = path ORDER BY {name}.rowid
"""
rows, slices = {}, {}
for name in sys.argv[1:]:
    found = duckdb.sql(f"SELECT * FROM {name} ORDER BY rowid")
    rows[name] = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    if "start" in found.columns:
        slices[name] = [text for (text,) in duckdb.sql(SPANS.format(name=name)).fetchall()]
show(rows, slices)
