"""``make bench``: dates and extraction, documents and megabytes a second, and dates against peers."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from dashboard.dates import find_dates  # noqa: E402
from dashboard.extraction import extract  # noqa: E402
from dashboard.extraction.ready import made_ready  # noqa: E402
from dashboard.model import Document  # noqa: E402
from dashboard.sources import SourceError, read  # noqa: E402
from tests.benchmarks.growth import table as growth  # noqa: E402

SHARED = Path(os.environ.get("TAWQIT_SHARED") or ROOT.parent / "shared")


def documents() -> list[Document]:
    """2,000 real articles where they are on this machine, else the sample dispatches."""
    corpus = SHARED / "corpus" / "arabic_news.jsonl.gz"
    if not corpus.exists():
        print(f"{corpus} is not here: measured on data/dispatches instead")
        found = read(ROOT / "data" / "dispatches")
        return [d for d in found if not isinstance(d, SourceError)]
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Document(r["id"], r["text"], published=date.fromisoformat(r["published"][:10]))
        for r in rows
    ]


def measure(name: str, texts: list[Document], work: Callable[[Document], object]) -> None:
    """Prints the speed of some work over the documents, one core, after a first warm one."""
    work(texts[0])
    start = time.process_time()
    for document in texts:
        work(document)
    seconds = time.process_time() - start
    size = sum(len(d.text.encode()) for d in texts) / 1e6
    print(f"{name:12} {len(texts) / seconds:8.0f} documents/s {size / seconds:6.2f} MB/s")


def one_long_text(texts: list[Document]) -> None:
    """Prints the speed of extraction on one text of many articles, and on one eight times as long."""
    text = "\n".join(d.text for d in texts[:60])
    for times in (1, 8):
        document = Document("long", text * times, published=date(2016, 9, 9))
        start = time.process_time()
        extract(document)
        size = len(document.text.encode()) / 1e6
        print(f"one text of {size:4.1f} MB: {size / (time.process_time() - start):6.2f} MB/s")


def main() -> None:
    """Runs every benchmark."""
    texts = documents()
    with made_ready():  # as ``extract`` does on the command line
        measure("dates", texts, lambda d: find_dates(d.text, d.published))
        measure("extraction", texts, extract)
        one_long_text(texts)
        growth()
    for name in ("dates_table.py", "extraction_table.py"):
        table = Path(__file__).with_name(name)
        subprocess.run([sys.executable, str(table)], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
