"""The form that corrects, confirms or rejects an event, and what came of it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboard.filters import EVENT_TYPES
from dashboard.table.queries import Choices
from dashboard.table.store import EventTable, TableError
from dashboard.table.wishes import CorrectionError
from dashboard.ui import address, ask, claim_fields, frame, lists, wording
from dashboard.ui.i18n import t

Row = Mapping[str, Any]

_LOG = logging.getLogger("tawqit")
_ANALYST, _SAID = "analyst", "correction-said"
_WAIT = 20.0  # seconds that a page waits for another writer
_MODES = {
    "CONSULT": ("meeting", "phone", "visit", "multilateral", "mediation"),
    "ASSAULT": (
        "airstrike", "shelling", "bombing", "shooting", "clash", "chemical", "attack",
        "assassination", "execution",
    ),
    "COERCE": ("arrest", "siege"),
}  # fmt: skip


def form(event: Row, shown: frame.View, *, wide: bool = False) -> None:
    """The event's fields to be changed, why and by whom, and the three things to do with it.

    A pinned version is only looked at: there it says so, with the way to the newest.
    """
    if shown.filters.version is not None:
        frame.say("pinned")
        st.button(
            t("caption.unpin"), key="correct-unpin", on_click=address.show,
            args=(shown.filters.with_(version=None),),
        )  # fmt: skip
        return
    key = key_of(event)
    with st.form(f"correct-{key}", border=wide):
        fields = Fields(event, shown.choices, key)
        first, second = st.columns(2) if wide else (st.container(), st.container())
        with first:
            fields.kind()
        with second:
            fields.date()
        fields.place()
        fields.actors()
        fields.shown["claims"] = claim_fields.fields(event, key, wide=wide)
        reasons(key, beside=wide)
        with st.container(horizontal=True, gap="small"):
            for name in ("correct", "confirmed", "rejected"):
                if name != event["review"]:
                    kind = "primary" if name == "correct" else "secondary"
                    submit(name, key, _do, (name, dict(event), fields.shown, key), kind)
    signed()


def reasons(key: str, *, beside: bool = False) -> None:
    """The fields for why, and for who where the session does not know yet."""
    named = bool(st.session_state.get(_ANALYST))
    apart = beside and not named
    why, who = st.columns([2, 1]) if apart else (st.container(), st.container())
    why.text_input(t("correct.why"), key=f"{key}-why", placeholder=t("correct.why.example"))
    if not named:
        who.text_input(t("correct.who"), key=f"{key}-who", help=t("correct.who.help"))


def submit(
    name: str, key: str, do: Callable[..., None], args: tuple[Any, ...], kind: Any = "secondary"
) -> None:
    """A button of a form that does something with an event."""
    st.form_submit_button(
        t(f"correct.do.{name}"), type=kind, key=f"{key}-{name}", on_click=do, args=args
    )


def signed() -> None:
    """Who corrects in this session, and a way to be somebody else."""
    who = st.session_state.get(_ANALYST)
    if not who:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="signed"):
        lists.aside(t("correct.as", who=wording.isolated(who)))
        st.button(t("correct.as.other"), type="tertiary", key="unsigned", on_click=_unsign)


def _unsign() -> None:
    st.session_state.pop(_ANALYST, None)


def key_of(event: Row, of: str = "") -> str:
    """Stands for the event as it is now: when it changes, the form shows it anew.

    ``of`` tells the forms of one event from each other.
    """
    columns = ("event_id", "event_type", "mode", "date_edtf", "place_id", "participants", "claims",
               "review", "cluster_id")  # fmt: skip
    said = of + repr([event[name] for name in columns])
    return "fix-" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


class Fields:
    """The widgets of one event; ``shown`` is what each held when it was drawn."""

    def __init__(self, event: Row, choices: Choices, key: str) -> None:
        self.event, self.choices, self.key = event, choices, key
        self.shown: dict[str, Any] = {}

    def kind(self) -> None:
        """What happened, talks and violence with their ways."""
        now = _joined(self.event["event_type"], self.event["mode"])
        ways = [f"{kind}:{mode}" for kind, modes in _MODES.items() for mode in modes]
        options = list(dict.fromkeys([now, *ways, *EVENT_TYPES]))
        self._select("event_type", options, now, _kind_said)

    def date(self) -> None:
        """The days, as EDTF or words."""
        now = str(self.event["date_edtf"] or "")
        self.shown["date"] = now
        st.text_input(
            t("correct.date"), now, key=f"{self.key}-date", help=t("correct.date.help"),
            placeholder=t("correct.date.example"),
        )  # fmt: skip

    def place(self) -> None:
        """A place of the table, or any of the gazetteer typed by its name."""
        now = self.event["place_id"] or ""
        names = {c.id: _name(c.name_ar, c.name) for c in self.choices.places}
        if now:
            names[now] = wording.named(self.event, "place_name")
        names = {"": t("correct.place.none")} | names
        self._select("place", list(names), now, lambda v: names.get(v, v), new=True)

    def actors(self) -> None:
        """The participants; a name that is not offered may be typed."""
        now = [p["actor_id"] for p in self.event["participants"] or ()]
        names = {c.id: _name(c.name_ar, c.name) for c in self.choices.actors}
        names |= {p["actor_id"]: wording.named(p) for p in self.event["participants"] or ()}
        self.shown["participants"] = now
        st.multiselect(
            t("correct.participants"), list(names), now, key=f"{self.key}-participants",
            format_func=lambda v: names.get(v, v), accept_new_options=True, select_all=False,
            wrap=True, placeholder=t("correct.participants.none"),
            help=t("correct.new.help"),
        )  # fmt: skip

    def own_actors(self) -> None:
        """Those of the participants that take part in a second event too."""
        names = {p["actor_id"]: wording.named(p) for p in self.event["participants"] or ()}
        self.shown["participants"] = list(names)
        st.multiselect(
            t("correct.participants"), list(names), list(names), key=f"{self.key}-participants",
            format_func=lambda v: names.get(v, v), select_all=False, wrap=True,
            placeholder=t("correct.participants.none"),
        )  # fmt: skip

    def _select(
        self, name: str, options: list[str], now: str, said: Callable[[str], str], *,
        new: bool = False,
    ) -> None:  # fmt: skip
        self.shown[name] = now
        st.selectbox(
            t(f"correct.{name}"), options, options.index(now), key=f"{self.key}-{name}",
            format_func=said, accept_new_options=new, help=t("correct.new.help") if new else None,
        )  # fmt: skip


def _name(arabic: str, english: str) -> str:
    return wording.named({"name_ar": arabic, "name": english})


def _joined(kind: str, mode: str) -> str:
    return f"{kind}:{mode}" if mode else kind


def _kind_said(value: str) -> str:
    kind, _, mode = value.partition(":")
    return t(f"mode.{mode}") if mode else t(f"type.{kind}")


def _wished(shown: Mapping[str, Any], key: str) -> dict[str, Any]:
    """What was changed in the form; fields that were left alone are no wish."""
    state = st.session_state
    wish = {
        name: state.get(f"{key}-{name}", shown[name]) or type(shown[name])()
        for name in ("event_type", "date", "place", "participants")
    }
    wish["claims"] = claim_fields.wished(shown["claims"], key)
    return {name: value for name, value in wish.items() if value != shown[name]}


def _do(name: str, event: Row, shown: Mapping[str, Any], key: str) -> None:
    wish = _wished(shown, key)

    def enter(table: EventTable, who: str, why: str) -> None:
        if name == "correct":
            table.correct(event["event_id"], wish, who=who, why=why)
        elif wish:
            # Two minds in one form: a verdict on what was read would lose what was typed.
            raise CorrectionError("both", "fields were changed: save the correction, or undo them")
        else:
            table.judge(event["event_id"], name, who=who, why=why)

    done(name, key, enter)


def done(name: str, key: str, enter: Callable[[EventTable, str, str], None]) -> None:
    """Do what a form asks for in the name of who signs it, and keep what came of it."""
    state = st.session_state
    who = str(state.get(_ANALYST) or state.get(f"{key}-who") or "")
    why = str(state.get(f"{key}-why") or "")
    if _entered(lambda table: enter(table, who, why)):
        state[_ANALYST] = " ".join(who.split())
        state[_SAID] = ("done", t(f"correct.done.{name}"))


def undo(entry_id: str, key: str) -> None:
    """Take back an entry in the name of the session's analyst, or of who signs beside it."""
    state = st.session_state
    who = str(state.get(_ANALYST) or state.get(key) or "")
    if _entered(lambda table: table.undo(entry_id, who=who)):
        state[_ANALYST] = " ".join(who.split())
        state[_SAID] = ("done", t("correct.done.undo"))


def _entered(enter: Callable[[EventTable], object]) -> bool:
    """Whether the table took it; what was wrong is kept to be said."""
    try:
        enter(EventTable(ask.table_path(), wait_seconds=_WAIT))
    except CorrectionError as error:
        _problem(t(f"correct.wrong.{error.code}", **_isolated(error.details)))
    except TableError as error:
        _LOG.exception("a correction could not be saved")
        _problem(t("correct.failed", reason=str(error)))
    else:
        return True
    return False


def _isolated(details: Mapping[str, object]) -> dict[str, str]:
    return {name: wording.isolated(str(value)) for name, value in details.items()}


def _problem(sentence: str) -> None:
    st.session_state[_SAID] = ("wrong", sentence)


def said() -> None:
    """What came of the last thing done, once."""
    kind, sentence = st.session_state.pop(_SAID, ("", ""))
    # Always there, so that a sentence more moves nothing on the page: what is open stays open.
    with st.container(key="said"):
        if sentence:
            # It may hold what was typed, which is data, never Markdown.
            lists.notice(sentence, wrong=kind == "wrong")


def analyst() -> str:
    """Who corrects in this session, "" before anybody said so."""
    return str(st.session_state.get(_ANALYST) or "")
