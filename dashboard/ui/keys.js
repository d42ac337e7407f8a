// Goes from mark to mark of a figure by keyboard. The mark is ringed, hovered and read aloud; Enter
// tells the server of it, as a click does.
const LOOK = 100; // milliseconds between looks for a figure that is not drawn yet, or drawn anew
const FAR = 10; // marks that a page key passes
const ROW = 4; // pixels up or down to another row
const AROUND = 4; // pixels from a mark to its ring
const places = new WeakMap(); // of a drawn figure: the number of its mark
let entered = ""; // the figure whose mark was entered: drawn anew, it has the keyboard again

// A hover as it is read aloud: a line that was broken for its length goes on in the next.
const LONG = 40; // letters
const plain = (html) => html.split(/<br\s*\/?>/)
  .map((line) => new DOMParser().parseFromString(line, "text/html").body.textContent.trim())
  .filter(Boolean)
  .reduce((said, line) => ({
    text: said.text + (said.text && (said.last.length > LONG ? " " : ". ")) + line, last: line,
  }), { text: "", last: "" }).text;

// Where a point is drawn, in pixels of the figure; null where it lies outside its axes.
function boxOf(plot, trace, point) {
  const layout = plot._fullLayout;
  if (point.lonlat) {
    const map = layout[trace.subplot || "map"]?._subplot;
    if (!map?.map) return null;
    const { x, y } = map.map.project(point.lonlat);
    const half = (point.mrc ?? 6) + 1;
    const left = map.div.offsetLeft + x - half;
    return { left, top: map.div.offsetTop + y - half, width: 2 * half, height: 2 * half };
  }
  const { xaxis, yaxis } = layout._plots[`${trace.xaxis}${trace.yaxis}`] ?? {};
  if (!xaxis) return null;
  const across = (value) => xaxis._offset + xaxis.c2p(value, true);
  const down = (value) => yaxis._offset + yaxis.c2p(value, true);
  if (trace.type === "bar") {
    const along = [point.s0, point.s1], beside = [point.p0, point.p1];
    const [xs, ys] = trace.orientation === "h" ? [along, beside] : [beside, along];
    const [left, right] = xs.map(across).sort((a, b) => a - b);
    const [top, bottom] = ys.map(down).sort((a, b) => a - b);
    return { left, top, width: right - left, height: bottom - top };
  }
  const x = across(point.x), y = down(point.y), half = point.mrc ?? (trace.marker?.size || 8) / 2;
  if (!(x >= xaxis._offset - 1 && x <= xaxis._offset + xaxis._length + 1)) return null;
  return { left: x - half, top: y - half, width: 2 * half, height: 2 * half };
}

// The marks that answer a click: in order of time where time runs across, else as they are listed.
function marksOf(plot) {
  const timed = plot._fullLayout?.xaxis?.type === "date";
  const found = new Map();
  (plot.calcdata ?? []).forEach((points, curve) => {
    const trace = points[0]?.trace;
    if (!trace?.customdata?.length || trace.visible !== true) return;
    points.forEach((point, place) => {
      const number = point.i ?? place, data = trace.customdata[number];
      const box = data && data[0] && boxOf(plot, trace, point);
      if (!box || !Number.isFinite(box.left + box.top)) return;
      const told = Array.isArray(trace.hovertext) ? trace.hovertext[number] : trace.hovertext;
      const mark = {
        data, told, box, curve, number, point: trace.type !== "bar",
        unseen: trace.marker?.opacity === 0, subplot: trace.subplot ?? `${trace.xaxis}${trace.yaxis}`,
        x: box.left + box.width / 2, y: box.top + box.height / 2,
      };
      // A long date is a bar, perhaps in pieces, with a mark in its middle; a line of a net has
      // several places to be clicked.
      const key = JSON.stringify([data, timed ? Math.round(mark.y) : 0]);
      if (!found.has(key) || (mark.point && !found.get(key).point)) found.set(key, mark);
    });
  });
  const marks = [...found.values()];
  if (timed) return marks.sort((a, b) => a.x - b.x || a.y - b.y);
  return marks.sort((a, b) => a.unseen - b.unseen);
}

// The number of the mark nearest to the one at a place in the rows above (-1) or below (1).
function across(marks, at, way) {
  const from = marks[at];
  const far = (mark) => Math.abs(mark.x - from.x) + 2 * Math.abs(mark.y - from.y);
  let best = at;
  marks.forEach((mark, number) => {
    if ((mark.y - from.y) * way <= ROW) return;
    if (best === at || far(mark) < far(marks[best])) best = number;
  });
  return best;
}

function step(key, marks, at, timed) {
  const last = marks.length - 1;
  // Time runs from left to right in every language; a list runs as its language does.
  const mirrored = !timed && document.documentElement.dir === "rtl";
  const [onward, back] = mirrored ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "PageDown") return Math.min(at + FAR, last);
  if (key === "PageUp") return Math.max(at - FAR, 0);
  if (key === onward || (!timed && key === "ArrowDown")) return Math.min(at + 1, last);
  if (key === back || (!timed && key === "ArrowUp")) return Math.max(at - 1, 0);
  if (key === "ArrowDown") return across(marks, at, 1);
  if (key === "ArrowUp") return across(marks, at, -1);
  return null;
}

function ringOf(plot) {
  const sheet = plot.querySelector(".svg-container");
  let ring = sheet.querySelector(".mark-ring");
  if (!ring) {
    ring = document.createElement("div");
    ring.className = "mark-ring";
    sheet.append(ring);
  }
  return ring;
}

function leave(plot) {
  plot.querySelector(".mark-ring")?.remove();
  window.Plotly?.Fx?.unhover(plot);
}

export default function ({ data, parentElement, setTriggerValue }) {
  let live = parentElement.querySelector("[aria-live]");
  if (!live) {
    live = document.createElement("p");
    live.setAttribute("aria-live", "polite");
    live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0";
    parentElement.append(live);
  }
  const counted = (n) => String(n).replace(/[0-9]/g, (digit) => data.digits[digit]);

  const show = (plot, marks, at) => {
    const { box, curve, number, told, subplot } = marks[at];
    places.set(plot, at);
    const ring = ringOf(plot);
    for (const [side, value] of Object.entries({
      left: box.left - AROUND, top: box.top - AROUND,
      width: box.width + 2 * AROUND, height: box.height + 2 * AROUND,
    })) ring.style[side] = `${value}px`;
    ring.scrollIntoView({ block: "nearest" });
    const of = data.of.replace("{n}", counted(at + 1)).replace("{of}", counted(marks.length));
    live.textContent = `${plain(told ?? "")} (${of})`;
    window.Plotly?.Fx?.hover(plot, [{ curveNumber: curve, pointNumber: number }], subplot);
  };
  const come = ({ currentTarget: plot }) => {
    if (!plot.matches(":focus-visible")) return; // by pointer, which shows for itself where it is
    const marks = marksOf(plot);
    if (marks.length) show(plot, marks, Math.min(places.get(plot) ?? 0, marks.length - 1));
  };
  const press = (event) => {
    const plot = event.currentTarget, marks = marksOf(plot);
    if (!marks.length || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = Math.min(places.get(plot) ?? 0, marks.length - 1);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      entered = data.figure;
      setTriggerValue("mark", Array.from(marks[at].data, String));
      return;
    }
    const next = step(event.key, marks, at, plot._fullLayout?.xaxis?.type === "date");
    if (next === null) return;
    event.preventDefault();
    show(plot, marks, next);
  };
  const go = ({ currentTarget: plot }) => leave(plot);

  let plot = null;
  const listeners = { focus: come, blur: go, keydown: press };
  const forget = () => {
    for (const [name, told] of Object.entries(listeners)) plot?.removeEventListener(name, told);
  };
  const listen = () => {
    const there = document.querySelector(`${data.figure} .js-plotly-plot`);
    if (there === plot || !there?.calcdata) return;
    forget();
    plot = there;
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-label", data.label);
    for (const [name, told] of Object.entries(listeners)) plot.addEventListener(name, told);
    plot.dataset.keys = "true";
    if (entered !== data.figure) return;
    entered = "";
    if (document.activeElement === document.body) plot.focus({ preventScroll: true });
  };
  listen();
  const looking = setInterval(listen, LOOK);
  return () => {
    clearInterval(looking);
    forget();
  };
}
