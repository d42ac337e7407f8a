"""Ingest: sources → extraction → event table, in batches, with progress, and again where it ended.

A document counts as read once its batch is committed. What the table's log calls read, with the
same content and the same extractor, is passed over the next time, so that a broken run resumes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import dashboard
from dashboard.model import Document, Extraction
from dashboard.sources import SourceError, read, readable_files
from dashboard.table import clustering, reviewing
from dashboard.table.schema import Failure, Reading, document_sha256, reading
from dashboard.table.store import EventTable

if TYPE_CHECKING:
    from dashboard.sources.rows import Part

Extractor = Callable[[Document], Extraction]

BATCH = 64
DATASETS = ("ucdp", "vdc")
"""The data sets whose files can be imported."""
_ROWS = 20_000  # of a data set's events in one commit


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come: documents seen, and those read, skipped and failed among them.

    ``path`` is the file of ``paths`` now being read; ``total`` counts the files of all paths, and
    ``file`` is the number of the current one from 1: documents in them are not known beforehand.
    """

    path: Path
    file: int
    total: int
    seen: int
    read: int
    skipped: int
    failed: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did: documents read, skipped (read before) and failed, events committed.

    ``errors`` say what failed, where and what would help, in the order met. ``version`` is the
    event table's version afterwards. ``unread`` are the ids of documents whose text failed the
    rules, which ``errors`` say too, in English. ``warnings`` say what was not understood of
    documents that were read all the same. ``problems`` are the errors of a data set's file as the
    pages say them.
    """

    read: int
    skipped: int
    failed: int
    events: int
    errors: tuple[str, ...]
    version: int
    unread: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[SourceError, ...] = ()


def extractor_version() -> str:
    """What tells one extractor's rules from another's: its own version, else the program's."""
    import dashboard.extraction as extraction

    return str(getattr(extraction, "EXTRACTOR_VERSION", dashboard.__version__))


def preview(document: Document) -> Extraction:
    """What would be read from a document, with nothing saved."""
    from dashboard.extraction import extract  # loads the gazetteers: only when something is read

    return extract(document)


def cluster(table: EventTable) -> int:
    """Mark the events that several documents report; returns how many rows that changed.

    What analysts said of events being one or not holds. Every event of an article is looked at, so
    that the same table gives the same clusters in whatever order its documents came. Rows of data
    sets are left out: thousands of them share a town and a day, and what they count is no report
    of an article's event.
    """
    snapshot = table.snapshot()
    rows = snapshot.query(clustering.REPORTS).to_pylist()
    found = clustering.clustered(rows, reviewing.entries(snapshot))
    changed = {
        row["event_id"]: found.get(row["event_id"])
        for row in rows
        if row["cluster_id"] != found.get(row["event_id"])
    }
    if changed:
        table.set_clusters(changed)
    return len(changed)


def ingest(
    paths: Iterable[Path],
    table_dir: Path,
    *,
    progress: Callable[[Progress], None] | None = None,
    published: date | None = None,
    extract: Extractor | None = None,
    version: str | None = None,
    batch: int = BATCH,
) -> IngestReport:
    """Read files and folders into the event table at ``table_dir``, made if missing.

    ``published`` is the publication date of every document; ``extract`` with its ``version``
    replaces the program's own extractor. Bad input and documents that fail are reported and the
    others go on. Raises ``TableError`` where the table cannot be used.
    """
    run = _Run(
        EventTable(table_dir, create=True),
        extract or preview,
        version or extractor_version(),
        batch,
    )
    files = [file for path in paths for file in _files(Path(path))]
    for number, file in enumerate(files, start=1):
        for found in read(file, published=published, own_ids=True):
            run.take(found, file)
            if progress:
                progress(run.progress(file, number, len(files)))
    return run.report()


def ingest_documents(
    documents: Iterable[Document],
    table_dir: Path,
    *,
    extract: Extractor | None = None,
    version: str | None = None,
) -> IngestReport:
    """Save documents that are no files, such as a pasted article, as ``ingest`` would."""
    run = _Run(
        EventTable(table_dir, create=True),
        extract or preview,
        version or extractor_version(),
        BATCH,
    )
    for document in documents:
        run.take(document, None)
    return run.report()


def import_dataset(
    name: str, path: Path, table_dir: Path, *, progress: Callable[[int], None] | None = None
) -> IngestReport:
    """Take a data set's file over into the event table; ``name`` is a key of ``DATASETS``.

    ``progress`` is told how many events were read whenever a month has been.

    The report counts documents (a month each) read and skipped, and rows that failed. A month that
    is there already with the same rows is passed over, one with other rows is replaced. Raises
    ``TableError`` where the table cannot be used.
    """
    from dashboard.sources import ucdp, vdc  # these load the gazetteers

    source = {"ucdp": ucdp, "vdc": vdc}[name]
    problems: list[SourceError] = []
    waiting: list[Reading] = []
    read = skipped = events = 0
    table: EventTable | None = None
    before: dict[str, tuple[str, str]] = {}
    for found in source.read(path):
        if isinstance(found, SourceError):
            problems.append(found)
            continue
        if table is None:
            table = EventTable(table_dir, create=True)
            before = table.read_before()
        document = found.extraction.document
        if before.get(document.id) == (document_sha256(document), source.VERSION):
            skipped += 1
            continue
        waiting.append(_row_reading(found, source.VERSION))
        ready = sum(len(each.events) for each in waiting)
        if progress:
            progress(events + ready)
        if ready >= _ROWS:
            done = table.append(waiting)
            read, events, waiting = read + done.documents, events + done.events, []
    errors = tuple(problem.message for problem in problems)
    report = IngestReport(0, 0, len(errors), 0, errors, 0, problems=tuple(problems))
    if table is None:
        return report
    done = table.append(waiting)
    return replace(
        report, read=read + done.documents, skipped=skipped, events=events + done.events,
        version=done.version,
    )  # fmt: skip


def _row_reading(part: Part, version: str) -> Reading:
    """A month of a data set as rows, with the data set's own crosswalk columns."""
    made = reading(part.extraction, version)
    for row in made.events:
        row.update(part.crosswalk.get(row["event_id"], {}))
    return made


class _Run:
    """One ingest under way: what is waiting for the next commit, and what has been counted."""

    def __init__(self, table: EventTable, extract: Extractor, version: str, batch: int) -> None:
        self._table = table
        self._extract = extract
        self._version = version
        self._batch = batch
        self._before = table.read_before()
        self._taken: dict[str, str] = {}
        self._readings: list[Reading] = []
        self._failures: list[Failure] = []
        self._errors: list[str] = []
        self._unread: list[str] = []
        self._warnings: list[str] = []
        self._seen = self._read = self._skipped = self._events = 0

    def take(self, found: Document | SourceError, file: Path | None) -> None:
        """Read one document, or note one error, and commit when a batch is full."""
        if isinstance(found, SourceError) and found.kept:
            self._warnings.append(found.message)
            return
        self._seen += 1
        if isinstance(found, SourceError):
            self._errors.append(found.message)
            return
        document, sha256 = self._named(found)
        if self._before.get(document.id) == (sha256, self._version):
            self._skipped += 1
            return
        self._before[document.id] = (sha256, self._version)
        try:
            self._readings.append(reading(self._extract(document), self._version))
        except Exception as error:
            # Whatever a document's text makes the rules do, the other documents are not lost.
            reason = f"{type(error).__name__}: {error}"
            where = f"{file}: document {document.id}" if file else f"document {document.id}"
            self._errors.append(
                f"{where}: the events could not be read ({reason}); please report it"
            )
            self._unread.append(document.id)
            self._failures.append(Failure(document.id, sha256, self._version, reason))
        if len(self._readings) + len(self._failures) >= self._batch:
            self._flush()

    def progress(self, file: Path, number: int, total: int) -> Progress:
        read = self._read + len(self._readings)
        return Progress(file, number, total, self._seen, read, self._skipped, len(self._errors))

    def report(self) -> IngestReport:
        """Commit what waits, mark what several documents report, and say what was done."""
        version = self._flush()
        if self._read and cluster(self._table):
            version = self._table.snapshot().version
        return IngestReport(
            self._read, self._skipped, len(self._errors), self._events, tuple(self._errors),
            version, tuple(self._unread), tuple(self._warnings),
        )  # fmt: skip

    def _named(self, document: Document) -> tuple[Document, str]:
        """The document and its digest, renamed where this run met its id with other content."""
        sha256 = document_sha256(document)
        if self._taken.setdefault(document.id, sha256) != sha256:
            document = replace(document, id=f"{document.id}-{sha256[:8]}")
            sha256 = document_sha256(document)
        return document, sha256

    def _flush(self) -> int:
        appended = self._table.append(self._readings, self._failures)
        self._read += len(self._readings)
        self._events += appended.events
        self._readings, self._failures = [], []
        return appended.version


def _files(path: Path) -> Iterator[Path]:
    """The files below a folder that can be read; anything else as it is, for ``read`` to judge."""
    found = readable_files(path) if path.is_dir() else []
    yield from found or [path]
