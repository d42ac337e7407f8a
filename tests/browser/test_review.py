"""An analyst corrects a place in the Reader, sees it on other pages, takes it back; the queue."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import pick, settle

Open = Callable[..., Page]
DOCUMENT = "doc=2016-09-09-geneva-kerry-lavrov&lang=en"
DAMASCUS = "geonames:170654"

pytestmark = pytest.mark.browser


def sign(page: Page, why: str) -> None:
    reason = page.get_by_role("textbox", name="Reason")
    expect(reason).to_have_count(1)  # while the page is drawn anew, there are two
    reason.fill(why)
    page.get_by_role("textbox", name="Your name").first.fill("Layla")


def taken_back(page: Page, entry: Locator, waiting: str) -> None:
    """The entry is undone, and as much waits for review as before it."""
    entry.get_by_role("button", name="Undo this").click()
    expect(entry).to_contain_text("Undone by")
    page.get_by_role("tab", name="Waiting for review").click()
    expect(page.locator(".st-key-above .rule")).to_have_text(waiting)


def test_a_place_corrected_in_the_reader_is_on_the_events_page_until_undone(
    open_page: Open,
) -> None:
    page = open_page(f"reader?{DOCUMENT}", height=2400)  # a page that scrolls closes a list
    page.get_by_role("button", name="First event").click()
    page.wait_for_url("**event=**")
    event = page.url.partition("event=")[2].partition("&")[0]
    settle(page)
    page.get_by_text("Correct or confirm this event").click()
    form = page.locator("[data-testid=stForm]")
    place = form.get_by_role("combobox", name="Place")
    expect(place).to_be_visible()
    pick(page, place, "Damascus")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator(".notice.wrong")).to_contain_text("Nothing is saved")
    sign(page, "the text says <b>so</b> _twice_")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator(".notice")).to_contain_text("The correction is saved")
    diff = page.locator(".diff")
    expect(diff.locator("del")).to_have_text("Geneva")
    expect(diff.locator("ins")).to_have_text("Damascus")
    expect(diff).to_contain_text("Layla")
    expect(diff).to_contain_text("the text says <b>so</b> _twice_")

    listed = f"events?lang=en&place={DAMASCUS}&from=2016-09-08&to=2016-09-09"
    events = open_page(listed + "&reviewed=yes")
    expect(events.locator(f"table.events a[href*='{event}']")).to_have_count(1)
    expect(events.locator("table.events")).to_contain_text("corrected")

    page.get_by_role("button", name="Undo this").click()
    expect(page.locator(".notice")).to_contain_text("It is undone")
    again = open_page(listed)
    expect(again.locator(f"table.events a[href*='{event}']")).to_have_count(0)


def test_way_and_count_are_corrected_at_once_and_taken_back_at_once(open_page: Open) -> None:
    page = open_page("reader?doc=2016-04-29-al-quds-hospital&lang=en", height=900)
    page.get_by_role("button", name="First event").click()
    said = page.locator(".explained")
    expect(said).to_contain_text("Assault · 27 April 2016")
    settle(page)
    page.get_by_text("Correct or confirm this event").click()
    page.set_viewport_size({"width": 1400, "height": 2400})  # a page that scrolls closes a list
    pick(page, page.locator("[data-testid=stForm]").get_by_role("combobox").first, "Shelling")
    page.set_viewport_size({"width": 1400, "height": 900})
    low, best, high = (page.get_by_role("textbox", name=n).first for n in ("Low", "Best", "High"))
    low.fill("16")
    best.fill("12")
    sign(page, "as told later")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator(".notice.wrong")).to_contain_text("do not rise")
    expect(page.locator(".notice.wrong")).to_be_in_viewport()  # the form is far down the page
    low.fill("11")
    high.fill("15")
    page.get_by_role("button", name="Save correction").click()
    diffs = page.locator(".diff")
    expect(diffs.filter(has_text="was Air strike is now Shelling")).to_have_count(1)
    expect(diffs.filter(has_text="is now 11–15 killed")).to_have_count(1)
    undo = page.get_by_role("button", name="Undo this")
    for left in (1, 0):
        undo.first.click()
        expect(undo).to_have_count(left)
    expect(said).to_contain_text("Assault · 27 April 2016")
    page.get_by_text("Correct or confirm this event").click()
    expect(page.get_by_role("textbox", name="Low").first).to_have_value("14")


def test_a_rejected_event_leaves_the_queue_and_comes_back_from_the_log(open_page: Open) -> None:
    page = open_page("review?lang=en")
    lead = page.locator(".st-key-above .rule")
    waiting = lead.inner_text()
    sentence = page.locator("blockquote.sentence").inner_text()
    sign(page, "told of another war")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".notice")).to_contain_text("The event is rejected")
    expect(lead).not_to_have_text(waiting)
    expect(page.locator("blockquote.sentence")).not_to_have_text(sentence)
    page.get_by_role("tab", name="Corrections log").click()
    entry = page.locator("[class*=st-key-entry-]").first
    expect(entry).to_contain_text("rejected")
    expect(entry).to_contain_text("told of another war")
    taken_back(page, entry, waiting)


def test_events_that_are_one_are_merged_and_the_merge_is_undone(open_page: Open) -> None:
    page = open_page("review?lang=en&type=ASSAULT&from=2013-08-21&to=2013-08-21", height=1600)
    lead = page.locator(".st-key-above .rule")
    waiting = lead.inner_text()
    page.get_by_role("radio", name="Merge").click()
    near = page.locator("[class*=st-key-near-]")
    expect(near.first).to_contain_text("21 August 2013")
    page.get_by_role("button", name="These are one event").click()
    expect(page.locator(".notice.wrong")).to_contain_text("tick at least one event")
    for each in near.all():
        each.locator("label").first.click()
    sign(page, "the attack on Ghouta")
    page.get_by_role("button", name="These are one event").click()
    expect(page.locator(".notice")).to_contain_text("They are one event now")
    expect(lead).not_to_have_text(waiting)  # rows of its document are shown as one
    page.get_by_role("tab", name="Corrections log").click()
    entry = page.locator("[class*=st-key-entry-]").first
    expect(entry.locator("ins")).to_have_text("one event")
    expect(entry).to_contain_text("the attack on Ghouta")
    taken_back(page, entry, waiting)


def test_a_pinned_version_is_only_looked_at(open_page: Open) -> None:
    page = open_page("review?v=1")
    expect(page.locator(".state").first).to_contain_text("نسخة مثبّتة")
    expect(page.get_by_role("button", name="احفظ التصحيح")).to_have_count(0)
