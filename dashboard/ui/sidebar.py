"""The menu, the language switch and the filters, the same on every page."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard.digits import NUMERALS, written
from dashboard.filters import Filters
from dashboard.table.queries import Choice, Choices
from dashboard.ui import address, held, i18n, spoken, wording
from dashboard.ui.i18n import LANGUAGES, language, numerals, t, tn

_LISTS = (
    ("actors", "actor"),
    ("places", "place"),
    ("types", "type"),
    ("modalities", "modality"),
    ("sources", "source"),
)
_PASSED, _VALUE = 5, 80  # values that are named, and letters of each
OFFERED = 300  # values of a list
_TRANSLATED = ("type", "modality")
_NAMED_ELSEWHERE = ("actor", "place", "source", "q")  # in any script, with any signs


def known(chosen: Filters, choices: Choices) -> Filters:
    """The filters without values that the table does not have."""
    kept: dict[str, Any] = {}
    for field, _ in _LISTS:
        there = {choice.id for choice in getattr(choices, field)}
        kept[field] = tuple(value for value in getattr(chosen, field) if value in there)
    return chosen.with_(**kept)


def passed_over(chosen: Filters, choices: Choices) -> list[tuple[str, str]]:
    """What the URL asks for in vain, name and value: unreadable, or not in the table."""
    asked, there = address.filters().active(), known(address.filters(), choices).active()
    lacking = [
        (name, value) for name, values in asked.items() if name != "together"
        for value in values if value not in there.get(name, ())
    ]  # fmt: skip
    return [*address.unread(), *lacking]


def label(name: str, value: str, choices: Choices) -> str:
    """What a filter's value is called: a translated type, an actor's or place's name, a day."""
    if name in ("from", "to"):
        return wording.day(date.fromisoformat(value))
    if name in _TRANSLATED:
        return t(f"{name}.{value}")
    if name in ("reviewed", "together"):
        return t(f"filter.{name}.{value}")
    if name == "q":
        return t("quoted", text=value)
    field = {b: a for a, b in _LISTS}[name]
    found = next((c for c in getattr(choices, field) if c.id == value), None)
    return choice_name(found) if found else value


def choice_name(choice: Choice) -> str:
    """A choice's name in the interface's language, the other where it has none."""
    return _name_in(language(), choice)


def _name_in(spoken: str, choice: Choice) -> str:
    first, second = choice.name_ar, choice.name
    return (first or second) if spoken == "ar" else (second or first)


def menu(pages: dict[str, Any]) -> None:
    """Links to every page, in the interface's language, that keep the filters."""
    with st.sidebar, st.container(key="menu"):
        brand = f'<div class="brand">{t("app.name")}<small>{t("app.tagline")}</small></div>'
        st.html(brand + spoken.script(), unsafe_allow_javascript=True)  # all of it our own
        for name, page in pages.items():
            st.page_link(
                page, label=t(f"page.{name}"), query_params=address.query(), width="stretch"
            )
        with st.container(key="language-row", horizontal=True, vertical_alignment="center"):
            other = next(code for code in LANGUAGES if code != language())
            st.button(
                t("language.other"), icon=":material/translate:", type="tertiary", key="language",
                on_click=address.speak, args=(other,),
            )  # fmt: skip
            if language() == "ar":
                _digits()


def _digits() -> None:
    """The choice of digits, each shown in itself."""
    st.session_state["digits"] = numerals()
    st.segmented_control(
        t("digits"), NUMERALS, format_func=lambda chosen: written("123", chosen), required=True,
        key="digits", label_visibility="collapsed", width="content",
        on_change=lambda: address.write(st.session_state["digits"]),
    )  # fmt: skip


def controls(chosen: Filters, choices: Choices) -> None:
    """The filters as widgets; a change goes into the URL, which every page reads."""
    first = min(filter(None, (choices.first, chosen.first, chosen.last)), default=date(2011, 1, 1))
    last = max(filter(None, (choices.last, chosen.first, chosen.last)), default=date.today())
    days: dict[str, Any] = {
        "min_value": first, "max_value": last, "format": "DD/MM/YYYY",
    }  # fmt: skip
    with st.sidebar, st.container(key="controls"):
        for name, field, day in (("from", "first", chosen.first), ("to", "last", chosen.last)):
            key = f"filter-{name}"
            st.date_input(
                t(f"filter.{name}"), key=key, **_changes(field, name),
                **days | {"value": None} | held.value(key, day),
            )  # fmt: skip
        st.text_input(
            t("filter.q"), key="filter-q", placeholder=t("filter.q.example"),
            **_changes("text", "q"), **held.value("filter-q", chosen.text),
        )  # fmt: skip
        for field, name in _LISTS[:3]:
            _several(field, name, choices, chosen)
            if name == "actor" and len(chosen.actors) > 1:
                st.toggle(
                    t("filter.together.switch"), key="filter-together",
                    help=t("filter.together.help"), **_changes("together", "together"),
                    **held.value("filter-together", chosen.together),
                )  # fmt: skip
        more = bool(chosen.modalities or chosen.sources or chosen.reviewed)
        with st.expander(t("filter.more"), expanded=more):
            for field, name in _LISTS[3:]:
                _several(field, name, choices, chosen)
            st.checkbox(
                t("filter.reviewed.only"), key="filter-reviewed",
                **_changes("reviewed", "reviewed"),
                **held.value("filter-reviewed", chosen.reviewed),
            )  # fmt: skip
        if chosen.active():
            st.button(
                t("filter.reset"), on_click=address.show, args=(Filters(version=chosen.version),),
                key="filter-reset", width="stretch",
            )  # fmt: skip


def offered(options: Sequence[Choice], chosen: Sequence[str]) -> dict[str, Choice]:
    """The choices that a list offers: the most frequent, and what is chosen.

    All eighteen thousand actors of a large table would be sent with every page.
    """
    wanted = set(chosen)
    return {c.id: c for k, c in enumerate(options) if k < OFFERED or c.id in wanted}


def _several(field: str, name: str, choices: Choices, filters: Filters) -> None:
    options, chosen = getattr(choices, field), getattr(filters, field)
    shown = offered(options, chosen)
    more = len(options) > len(shown)
    words = i18n.words()  # once: there are hundreds of options

    def called(value: str) -> str:
        there = shown[value]
        translated = name in _TRANSLATED
        said = words.text(f"{name}.{value}") if translated else _name_in(words.language, there)
        return f"{said} ({words.number(there.n)})"

    named = {value: called(value) for value in shown}
    st.multiselect(
        t(f"filter.{name}"), list(shown), key=f"filter-{name}", format_func=named.__getitem__,
        placeholder=t("filter.any"), select_all=False, **_changes(field, name),
        help=t("filter.offered", n=wording.number(OFFERED)) if more else None,
        **held.value(f"filter-{name}", list(chosen), "default", named.values()),
    )  # fmt: skip


def one_of(name: str, key: str, known: Sequence[str]) -> Any:
    """A choice of the page's own, kept in the URL as ``name``; the first of ``known`` by default.

    ``key`` is that of its label in the catalogues, those of its values begin with it.
    """
    labels = [t(f"{key}.{value}") for value in known]

    def changed() -> None:
        value = st.session_state[name]
        address.set_value(name, "" if value == known[0] else value)

    with st.sidebar:
        return st.segmented_control(
            t(key), known, format_func=lambda value: t(f"{key}.{value}"), required=True, key=name,
            on_change=changed,
            **held.value(name, address.option(name, known), "default", labels),
        )  # fmt: skip


def switch(name: str, key: str) -> bool:
    """A choice of yes or no of the page's own, kept in the URL as ``name``; no by default."""

    def changed() -> None:
        address.set_value(name, "1" if st.session_state[name] else "")
        address.set_value("page", "")

    with st.sidebar:
        on = bool(address.option(name, ("", "1")))
        return st.toggle(t(key), key=name, on_change=changed, **held.value(name, on))


def _changes(field: str, name: str) -> dict[str, Any]:
    """What a filter's widget is given so that its value goes into the URL, and no other's."""
    return {"on_change": _changed, "args": (field, f"filter-{name}")}


def _changed(field: str, key: str) -> None:
    value = st.session_state[key]
    chosen = tuple(value) if isinstance(value, list) else value
    address.show(address.filters().with_(**{field: chosen}))


def chips(chosen: Filters, choices: Choices) -> None:
    """The active filters, each a button that takes it away; above them what is passed over."""
    _passed_over(chosen, choices)
    active = [(name, value) for name, values in chosen.active().items() for value in values]
    if not active:
        return
    with st.container(key="chips", horizontal=True, gap="small"):
        for name, value in active:
            called = wording.literal(label(name, value, choices))
            called = wording.isolated(called) if name in _NAMED_ELSEWHERE else called
            said = f"{t(f'filter.{name}')}: {called}"
            st.button(
                said, key=f"chip-{name}-{value}", icon=":material/close:", icon_position="right",
                help=t("filter.remove"), on_click=_remove, args=(name, value),
            )  # fmt: skip


def _passed_over(chosen: Filters, choices: Choices) -> None:
    """One line on what the URL asks for in vain, letter by letter, and a way to be rid of it."""
    found = passed_over(chosen, choices)
    if not found:
        return
    said = [wording.isolated(f"{name}={value}"[:_VALUE]) for name, value in found[:_PASSED]]
    if len(found) > _PASSED:
        said.append(tn("filter.passed_over.more", len(found) - _PASSED))
    line = t("filter.passed_over", list=t("list.join").join(said))
    with st.container(key="passed-over", horizontal=True, vertical_alignment="center", gap="small"):
        said_so = f'<div class="notice wrong" role="status">{html.escape(line)}</div>'
        st.html(said_so, width="content")
        st.button(
            t("filter.passed_over.reset"), key="passed-over-reset", type="tertiary",
            icon=":material/close:", on_click=address.show, args=(chosen,),
        )  # fmt: skip


def _remove(name: str, value: str) -> None:
    chosen = address.filters()
    if name in ("from", "to", "q", "reviewed", "together"):
        address.show(chosen.without(name))
        return
    field = {b: a for a, b in _LISTS}[name]
    address.show(chosen.with_(**{field: tuple(v for v in getattr(chosen, field) if v != value)}))


def _joined(values: Iterable[str]) -> str:
    # A name in the other script would take the number after it into its own direction.
    return t("list.join").join(map(wording.isolated, values))


def in_words(chosen: Filters, choices: Choices) -> str:
    """The filters as one line, «كل الأحداث» without any."""
    said = [
        f"{t(f'filter.{name}')}: " + _joined(label(name, v, choices) for v in values)
        for name, values in chosen.active().items()
    ]
    return " · ".join(said) or t("filter.none")
