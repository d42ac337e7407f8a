"""What the Add page says where the rules stumble over an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import pipeline
from dashboard.model import Document, Extraction
from dashboard.ui.i18n import LANGUAGES, catalogue

_GOOD = Document("good", "التقى كيري لافروف في جنيف يوم 9 أيلول 2016.", "مقال سليم")
_BAD = Document("bad", "نص تتعثر فيه القواعد", "مقال *صعب*")


def _page() -> None:
    from dashboard.ui import drafts

    drafts.problems()
    drafts.saved()
    draft = drafts.chosen()
    if draft is not None:
        drafts.show(draft)


def _stumbling(document: Document) -> Extraction:
    if document.id == "bad":
        raise RuntimeError("list index out of range")
    return _read(document)


_read = pipeline.preview


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    monkeypatch.setattr(pipeline, "preview", _stumbling)
    monkeypatch.setenv("TAWQIT_TABLE", str(tmp_path / "table"))
    return AppTest.from_function(_page, default_timeout=30)


def _saving() -> None:
    from dashboard.ui import drafts

    drafts._save()
    drafts.saved()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_that_cannot_be_read_is_named_in_the_language_and_the_others_are_saved(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    links: list[str] = []
    monkeypatch.setattr("streamlit.page_link", lambda page, **more: links.append(str(more)))
    app = AppTest.from_function(_saving, default_timeout=30)
    app.query_params["lang"] = language
    app.session_state["drafts"] = [_BAD, _GOOD]
    app.run()
    assert not app.exception
    assert len(app.success) == 1
    (warning,) = app.warning
    said = catalogue(language).text("add.failed.read", name="|").split("|")
    assert warning.value.startswith(said[0]) and r"مقال \*صعب\*" in warning.value
    assert "list index" not in warning.value and "RuntimeError" not in warning.value
    assert "'doc': 'good'" in links[0]


def test_where_nothing_could_be_saved_it_does_not_say_that_it_was_there(app: AppTest) -> None:
    app.session_state["drafts"] = [_BAD]
    app.run()
    assert [button.key for button in app.button] == []  # there is nothing to look at or save
    assert len(app.warning) == 1 and not app.success


def test_a_table_that_cannot_be_written_is_named_and_the_article_stays(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "table").write_text("no table")
    app.session_state["drafts"] = [_GOOD]
    app.run()
    app.button(key="draft-save").click().run()
    assert not app.exception
    (warning,) = app.warning
    assert str(tmp_path / "table") in warning.value.replace("\\", "").replace("\u2060", "")
    assert "جدول" in warning.value
    assert app.session_state["drafts"] == [_GOOD]
