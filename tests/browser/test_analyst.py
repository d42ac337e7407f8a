"""An analyst at work: narrowing, sharing the link, opening the sentence, adding an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
CHIPS = "[class*=st-key-chip-]"
SEPTEMBER = "from=2016-09-01&to=2016-09-30&actor=sergey-lavrov"


def bars(page: Page) -> int:
    return page.locator(".js-plotly-plot .barlayer .point").count()


def test_a_filter_in_the_sidebar_changes_the_url_and_the_chart(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    before = bars(page)
    page.get_by_role("textbox", name="Text").fill("جنيف")
    page.get_by_role("textbox", name="Text").press("Enter")
    page.wait_for_url(re.compile(r"[?&]q="))
    expect(page.locator(CHIPS)).to_have_count(1)
    page.wait_for_function(
        "n => document.querySelectorAll('.js-plotly-plot .barlayer .point').length < n", arg=before
    )
    page.locator(CHIPS).get_by_role("button").first.click()
    page.wait_for_function("!location.search.includes('q=')")
    expect(page.locator(CHIPS)).to_have_count(0)


def test_filters_follow_from_page_to_page_and_into_the_other_language(open_page: Open) -> None:
    page = open_page(f"events?{SEPTEMBER}")
    rows = page.locator("table.events tbody tr").count()
    assert 0 < rows < 50
    page.locator(".st-key-menu a").nth(1).click()
    page.wait_for_url("**/timeline?**")
    assert "actor=sergey-lavrov" in page.url
    page.locator(".st-key-language button").click()
    page.wait_for_url("**lang=en**")
    assert "from=2016-09-01" in page.url
    page.get_by_role("link", name="Events").click()
    page.wait_for_url("**/events?**")
    expect(page.locator("table.events tbody tr")).to_have_count(rows)
    page.go_back()
    page.wait_for_url("**/timeline?**")


def test_a_drag_over_the_histogram_sets_the_days(open_page: Open) -> None:
    page = open_page("timeline?lang=en")
    plot = page.locator(".js-plotly-plot").first.locator(".nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, middle + 5, steps=8)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=\d{4}-\d\d-\d\d"), timeout=15_000)
    assert re.search(r"to=\d{4}-\d\d-\d\d", page.url)


def test_an_event_in_the_table_opens_on_its_sentence(open_page: Open) -> None:
    page = open_page(f"events?{SEPTEMBER}&type=CONSULT")
    row = page.locator("table.events tbody tr").first
    quote = row.locator("td").last.inner_text().removesuffix("…").strip()
    row.locator("a").first.click()
    page.wait_for_url("**/reader?**event=**")
    here = page.locator(".document .m-here")
    expect(here.first).to_be_in_viewport(timeout=20_000)
    assert quote[:40] in "".join(here.all_inner_texts())


def test_a_meeting_on_the_overview_opens_on_its_sentence(open_page: Open) -> None:
    page = open_page("?lang=en")
    page.locator("[data-testid=stMain] [data-testid=stPageLink-NavLink]").last.click()
    page.wait_for_url("**/reader?**event=**")
    expect(page.locator(".document #here")).to_be_in_viewport(timeout=20_000)


def test_a_mark_on_the_timeline_opens_on_its_sentence(open_page: Open) -> None:
    page = open_page(f"timeline?lang=en&{SEPTEMBER}&type=CONSULT")
    marks = page.locator(".js-plotly-plot").nth(1).locator(".scatterlayer .point")
    marks.first.click(force=True)
    page.wait_for_url("**/reader?**event=**", timeout=20_000)
    expect(page.locator(".document #here")).to_be_in_viewport(timeout=20_000)


def test_the_map_draws_its_land_without_a_network(open_page: Open) -> None:
    page = open_page("meetings?lang=en")  # its fixture waits for land and sees every request
    land = page.evaluate("""() => document.querySelector('.js-plotly-plot')._fullLayout.map._subplot
      .map.queryRenderedFeatures({layers: ['land']}).length""")
    assert land > 20


def test_the_reader_explains_each_highlight(open_page: Open) -> None:
    page = open_page("reader?doc=2016-09-09-geneva-kerry-lavrov")
    titles = page.locator(".document .m-dates").evaluate_all("all => all.map(e => e.title)")
    assert titles and all("EDTF" in title or "القاعدة" in title for title in titles)
    page.locator(".st-key-layers button", has_text="تواريخ").click()
    expect(page.locator(".document .m-dates")).to_have_count(0)


def test_the_reader_steps_from_event_to_event_in_its_url(open_page: Open) -> None:
    page = open_page("reader?doc=2016-09-09-geneva-kerry-lavrov&lang=en")
    page.get_by_role("button", name="First event").click()
    page.wait_for_url("**event=**")
    first = page.url
    page.get_by_role("button", name="Next event").click()
    page.wait_for_function("first => location.href !== first", arg=first)
    expect(page.locator(".document #here")).to_be_in_viewport()


def test_a_pasted_article_is_shown_before_it_is_saved(open_page: Open, tmp_path: Path) -> None:
    page = open_page("add?lang=en")
    words = "قال <b>متحدث</b> إن 14 شخصاً قتلوا في حلب أمس، والتقى كيري لافروف في جنيف."
    page.get_by_label("The article's text").fill(words)
    page.get_by_role("button", name="Read, do not save yet").click()
    shown = page.locator(".document")
    expect(shown).to_be_visible(timeout=30_000)
    assert shown.inner_text().strip() == words
    assert shown.locator("b").count() == 0
    assert "stay open" in page.locator(".state").inner_text()  # «أمس» without a publication date
    page.get_by_role("button", name="Save into the table").click()
    page.get_by_role("link", name="Open it in the Reader").click(timeout=30_000)
    page.wait_for_url("**/reader?**doc=pasted-**")
    expect(page.locator(".document")).to_contain_text("14 شخصاً")


def test_an_unreadable_upload_is_named_and_the_others_are_kept(
    open_page: Open, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text("التقى كيري لافروف في جنيف في 9 أيلول (سبتمبر) 2016.", encoding="utf-8")
    bad.write_text("{no json", encoding="utf-8")
    page = open_page("add")
    page.get_by_role("tab").nth(1).click()
    page.locator("input[type=file]").first.set_input_files([good, bad])
    page.locator("[data-testid=stFileUploaderFile], [data-testid=stFileChip]").nth(1).wait_for()
    page.locator("[data-testid=stFormSubmitButton] button").nth(1).click()
    expect(page.locator("[data-testid=stAlert]")).to_contain_text("bad.jsonl", timeout=30_000)
    expect(page.locator(".document")).to_contain_text("جنيف")


def test_the_csv_holds_what_is_filtered(open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"events?{SEPTEMBER}&lang=en")
    rows = page.locator("table.events tbody tr").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    saved = tmp_path / "events.csv"
    download.value.save_as(saved)
    import csv

    with saved.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == rows
    assert all(row["event_id"] and row["quote"] for row in found)


def test_what_is_searched_for_is_never_markdown(open_page: Open) -> None:
    page = open_page("events?lang=en&q=**x**%20:red[y]%20[z](http://example.org)")
    chip = page.locator(CHIPS).first
    expect(chip).to_contain_text("**x**")
    assert chip.inner_text().replace("\u2060", "").count(":red[y] [z](http://example.org)") == 1
    assert (
        not page.locator(".stApp strong, .stApp em, .stApp a[href*=example]")
        .filter(has_text=re.compile("^[xz]$"))
        .count()
    )
    expect(page.locator(".state")).to_contain_text("**x** :red[y] [z](http://example.org)")
