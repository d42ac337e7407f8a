"""Small files in the columns of the data sets; the rows are made up."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

HEAD = (
    "id", "year", "active_year", "type_of_violence", "conflict_new_id", "conflict_name",
    "dyad_new_id", "dyad_name", "side_a_new_id", "side_a", "side_b_new_id", "gwnob", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude",
    "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low",
    "best", "high",
)  # fmt: skip
CAUSES = (
    "Chemical Weapon", "Detention", "Execution", "Explosion", "Lack of Medical Access", "Shelling",
    "Shooting", "Siege", "Unknown",
)  # fmt: skip
_ROW = {
    "type_of_violence": "1", "side_a": "Government of Syria", "side_b": "Syrian insurgents",
    "source_office": "A made-up office", "source_headline": "A headline, with a comma",
    "where_prec": "1", "where_coordinates": "Aleppo town", "adm_1": "Aleppo Governorate",
    "latitude": "36.2012", "longitude": "37.1612", "country": "Syria", "date_prec": "1",
    "date_start": "2016-09-10", "date_end": "2016-09-10", "deaths_a": "1", "deaths_b": "1",
    "deaths_civilians": "2", "deaths_unknown": "0", "low": "3", "best": "4", "high": "6",
}  # fmt: skip


def ged(number: int, /, **cells: object) -> dict[str, str]:
    """A UCDP row: four killed in Aleppo on 10 September 2016, but for these cells."""
    row = _ROW | {"id": str(number)} | {name: str(value) for name, value in cells.items()}
    if "date_end" not in cells:
        row["date_end"] = row["date_start"]
    return row


def write(path: Path, head: Iterable[str], rows: Iterable[Mapping[str, str] | list[str]]) -> Path:
    """The rows as a file of comma-separated values, packed where its name ends in .gz."""
    head = list(head)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow(row if isinstance(row, list) else [row.get(name, "") for name in head])
    raw = text.getvalue().encode()
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)
    return path


def write_ged(path: Path, *rows: Mapping[str, str] | list[str]) -> Path:
    """A UCDP GED file of these rows."""
    return write(path, HEAD, rows)


def write_vdc(path: Path, *rows: Mapping[str, str]) -> Path:
    """A file of deaths by day and cause; a cause that a row leaves out has no deaths."""
    none = dict.fromkeys(CAUSES, "0.0")
    return write(path, ("day", *CAUSES), [none | dict(row) for row in rows])
