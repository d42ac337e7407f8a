"""Whom an actor met: reports of one encounter count once, what is only planned not at all."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.counterparts import COLUMNS, counterparts


def part(actor_id):
    return {"actor_id": actor_id, "name": actor_id.title(), "name_ar": "", "side": ""}


def met(event_id, day, *who, cluster=None, modality="actual", place="Geneva"):
    at = pd.Timestamp(day) if day else pd.NaT
    return {
        "event_id": event_id, "doc_id": f"d-{event_id}", "cluster_id": cluster, "modality": modality,
        "date_first": at, "date_last": at, "date_approximate": False, "place_name": place,
        "place_name_ar": "", "participants": [part(name) for name in who],
    }  # fmt: skip


def found(*rows):
    return counterparts(pd.DataFrame(rows), "kerry")


def test_two_reports_of_one_encounter_are_one():
    table = found(
        met("a", "2016-09-09", "kerry", "lavrov", cluster="c"),
        met("b", "2016-09-09", "kerry", "lavrov", cluster="c"),
        met("other", "2016-10-15", "kerry", "lavrov", "zarif"),
    )
    assert table[["actor_id", "n"]].values.tolist() == [["lavrov", 2], ["zarif", 1]]


def test_the_last_encounter_is_the_latest_dated_one():
    table = found(
        met("late", "2016-10-15", "kerry", "lavrov", place="Lausanne"),
        met("early", "2016-09-09", "lavrov", "kerry"),
        met("undated", None, "kerry", "lavrov"),
    )
    assert table.loc[0, ["n", "event_id", "doc_id", "place_name"]].tolist() == [
        3, "late", "d-late", "Lausanne",
    ]  # fmt: skip


def test_an_undated_encounter_still_has_its_sentence():
    assert found(met("undated", None, "kerry", "lavrov"))["event_id"].tolist() == ["undated"]


def test_nobody_has_met_where_a_meeting_is_only_planned():
    assert found(met("a", "2016-09-09", "kerry", "lavrov", modality="future")).empty


def test_encounters_of_others_and_visits_alone_give_nobody():
    table = found(met("a", "2016-09-09", "lavrov", "zarif"), met("b", "2016-09-09", "kerry"))
    assert table.empty
    assert tuple(table.columns) == COLUMNS
