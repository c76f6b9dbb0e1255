"""The codebook page: every column, and every code with what it means and a row that has it."""

from typing import Any

from scripts.site.edition import Cell, Edition

OUTSIDE = "ISO"  # codes that a standard defines, in so many words; of these only those that occur are listed


def _examples(edition: Edition) -> dict[str, Cell]:
    """Return by `vocabulary.code` the first row that has the code, tables in the order of the menu."""
    found: dict[str, Cell] = {}
    for name, resource in edition.resources.items():
        for field in resource.fields if name != "codes" else ():
            for row in edition.tables[name] if field.vocabulary else ():
                entry = f"{field.vocabulary}.{row[field.name]}"
                if row[field.name] and entry not in found:
                    found[entry] = edition.row(name, row)
    return found


def vocabularies(edition: Edition) -> list[dict[str, Any]]:
    """Return every vocabulary in the order of the columns that take its codes, with its codes and examples."""
    examples = _examples(edition)
    fields = [(name, field) for name, resource in edition.resources.items() for field in resource.fields]
    made = []
    for name, codes in edition.vocabularies.items():
        listed = [
            {"code": code, "label": one.label, "meaning": one.definition, "example": examples.get(f"{name}.{code}")}
            for code, one in codes.items()
            if OUTSIDE not in one.definition or f"{name}.{code}" in examples
        ]
        used = [f"{table}.{field.name}" for table, field in fields if field.vocabulary == name]
        made.append({"name": name, "codes": listed, "used": used, "left": len(codes) - len(listed)})
    order = list(dict.fromkeys(field.vocabulary for _, field in fields))
    return sorted(made, key=lambda one: order.index(one["name"]) if one["used"] else len(order))


def entries(edition: Edition, listed: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return what each entry of the codebook is called and means, by its address; `listed` are its vocabularies."""
    codes = {
        f"{one['name']}.{code['code']}": [code["label"], code["meaning"]] for one in listed for code in one["codes"]
    }
    return codes | {
        f"{name}.{field.name}": [field.title, field.description]
        for name, resource in edition.resources.items()
        for field in resource.fields
    }
