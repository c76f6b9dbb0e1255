"""Articles are held as bytes and come back as they were."""

import pytest

from scripts.sheets.articles import Articles
from scripts.sheets.rows import Article

ONE, OTHER = Article("seeds/1.txt", "“one” – é", "a" * 64), Article("seeds/2.txt", "other\n", "b" * 64)


def test_articles_come_back_in_their_order_and_whole() -> None:
    articles = Articles()
    articles["one"], articles["other"] = ONE, OTHER
    assert articles["one"] == ONE
    assert articles["other"] == OTHER
    assert articles == {"one": ONE, "other": OTHER}
    assert list(articles) == ["one", "other"]


def test_an_article_that_is_replaced_or_removed_is_not_found_any_longer() -> None:
    articles = Articles()
    articles["one"] = OTHER
    articles["one"] = ONE
    assert articles["one"] == ONE
    del articles["one"]
    assert articles.get("one") is None
    with pytest.raises(KeyError):
        articles["one"]
