from dump import articles, show

rows = {name: table.to_dicts() for name, table in tables.items()}
texts = articles(rows)
held = pl.col("source_id").replace_strict(texts)
span = held.str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
show(rows, {name: table.select(span).to_series().to_list() for name, table in tables.items() if "start" in table})
