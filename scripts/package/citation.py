"""How the dataset is cited: CITATION.cff and the metadata of a deposit, from the one declaration of the package."""

import json
from collections.abc import Iterable

from schemas.package import package, repository
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
    values |= {"repository": address} if (address := repository()) else {}
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()).encode()


def _related(addresses: Iterable[str]) -> list[dict[str, str]]:
    """Return what a deposit is related to: the articles that are on the web, and the repository."""
    articles = [{"identifier": address, "relation": "isDerivedFrom"} for address in addresses]
    return articles + ([{"identifier": address, "relation": "isSupplementTo"}] if (address := repository()) else [])


def zenodo(articles: Iterable[str]) -> bytes:
    """Return .zenodo.json, the metadata of a deposit; `articles` are the addresses of those that are on the web."""
    facts = package()
    return as_bytes(
        {
            "upload_type": "dataset",
            "access_right": "open",
            "language": "eng",
            "title": facts["title"],
            "version": facts["version"],
            "description": facts["description"],
            "license": facts["licenses"][0]["name"],
            "keywords": facts["keywords"],
            "creators": [{"name": person["title"]} for person in facts["contributors"]],
            "related_identifiers": _related(articles),
        }
    )
