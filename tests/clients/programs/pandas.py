from dump import articles, show


def records(table):
    plain = table.astype(object).where(table.notna(), None)
    return plain.to_dict("records")


def sliced(table, texts):
    held = table["source_id"].map(texts)
    return [text[start:end] for text, start, end in zip(held, table["start"], table["end"], strict=True)]


rows = {name: records(table) for name, table in tables.items()}
texts = articles(rows)
show(rows, {name: sliced(table, texts) for name, table in tables.items() if "start" in table})
