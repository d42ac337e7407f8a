"""What a late URL means, parameter by parameter."""

import pytest

from dashboard.ui.unseen import merged

LATE = {"lang": ["en"]}


@pytest.mark.parametrize(
    ("told", "seen", "wanted", "meant"),
    [
        # Nothing else was chosen: all that the browser has not seen is put in again.
        (LATE, LATE, LATE | {"by": ["actor"]}, LATE | {"by": ["actor"]}),
        # A link of the page asks for more, or for something else.
        (LATE | {"actor": ["x"]}, LATE, LATE | {"q": ["y"]}, LATE | {"actor": ["x"], "q": ["y"]}),
        ({"lang": ["ar"]}, LATE, LATE | {"q": ["y"]}, {"lang": ["ar"], "q": ["y"]}),
        # What was taken away stays away; what the link leaves out is left out.
        (LATE | {"q": ["y"]}, LATE | {"q": ["y"]}, LATE, LATE),
        (LATE, LATE | {"show": ["net"]}, LATE | {"show": ["net"], "q": ["y"]}, LATE | {"q": ["y"]}),
        # Both changed one: the last hand wins.
        (LATE | {"q": ["b"]}, LATE, LATE | {"q": ["a"]}, LATE | {"q": ["b"]}),
    ],
)
def test_what_is_meant(told, seen, wanted, meant):
    assert merged(told, seen, wanted) == meant
