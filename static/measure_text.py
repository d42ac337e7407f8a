"""Measure the type of the figures in Chromium: how wide each letter is, how high a line.

    python static/measure_text.py http://localhost:8501     (while `make run` serves the fonts)

Writes data/look/text_widths.json, which dashboard/charts/measure.py reads. Letters of Arabic have
four widths: alone, at the end of a joined run, at its beginning, in its middle.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "data" / "look" / "text_widths.json"
SIZE = 1000
STROKE = "\u0640"  # the stroke that joins to both sides
LIGATURES = ("لا", "لأ", "لإ", "لآ")
PLAIN = [chr(n) for n in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x660, 0x66D))]
PLAIN += list("–—‘’“”…·≥≤−•،؛؟٪")
ARABIC = [chr(n) for n in range(0x621, 0x64B) if n not in range(0x63B, 0x640)] + list("پچژڤگکی")

_MEASURE = """async ({texts, size, weights}) => {
  const context = document.createElement('canvas').getContext('2d'), found = {}, stroke = {};
  for (const weight of weights) {
    const font = `${weight} ${size}px "IBM Plex Sans Arabic"`;
    await document.fonts.load(font, texts.join(''));
    context.font = font;
    found[weight] = texts.map(text => context.measureText(text).width);
    const [two, one] = ['\u0640\u0640', '\u0640'].map(text => context.measureText(text).width);
    stroke[weight] = two - one;
  }
  const box = context.measureText('Ag');
  return {found, stroke, line: [box.fontBoundingBoxAscent, box.fontBoundingBoxDescent]};
}"""


def main(address: str) -> None:
    forms = [
        [letter, STROKE + letter, letter + STROKE, STROKE + letter + STROKE] for letter in ARABIC
    ]
    tied = [[pair, STROKE + pair] for pair in LIGATURES]
    texts = [*PLAIN, *(text for row in forms + tied for text in row)]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector("h1.asks")
        asked = {"texts": texts, "size": SIZE, "weights": [400, 700]}
        measured = page.evaluate(_MEASURE, asked)
        browser.close()
    made: dict[str, object] = {"line": [round(part) for part in measured["line"]]}
    for name, weight in (("regular", "400"), ("bold", "700")):
        strokes = (text.count(STROKE) * measured["stroke"][weight] for text in texts)
        found = zip(measured["found"][weight], strokes, strict=True)
        widths = iter([round(width - stroke) for width, stroke in found])
        made[name] = {
            "plain": {char: next(widths) for char in PLAIN},
            "joined": {letter: [next(widths) for _ in range(4)] for letter in ARABIC},
            "tied": {pair: [next(widths) for _ in range(2)] for pair in LIGATURES},
        }
    OUT.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{OUT}: {len(texts)} texts in two weights")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501")
