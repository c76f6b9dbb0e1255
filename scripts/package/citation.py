"""How the dataset is cited: CITATION.cff and the metadata of a deposit, from the one declaration of the package."""

import json

from schemas.package import package
from scripts.package.descriptor import as_bytes


def citation() -> bytes:
    """Return CITATION.cff (CFF 1.2.0), with every value in the form of JSON, which is YAML too."""
    facts = package()
    values = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it by these details.",
        "type": "dataset",
        "title": facts["title"],
        "version": facts["version"],
        "abstract": facts["description"],
        "license": facts["licenses"][0]["name"],
        "keywords": facts["keywords"],
        "authors": [{"name": person["title"]} for person in facts["contributors"]],
    }
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()).encode()


def zenodo() -> bytes:
    """Return .zenodo.json, the metadata of a deposit."""
    facts = package()
    return as_bytes(
        {
            "upload_type": "dataset",
            "title": facts["title"],
            "version": facts["version"],
            "description": facts["description"],
            "license": facts["licenses"][0]["name"],
            "keywords": facts["keywords"],
            "creators": [{"name": person["title"]} for person in facts["contributors"]],
        }
    )
