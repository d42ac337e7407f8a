// Tells the server what is clicked in a figure that is dragged over: there Streamlit (1.67) has
// plotly report boxes only. A name beside or under a figure answers as well where the figure says
// of what (``ticks``).
const LOOK = 100; // milliseconds between looks for a figure that is not drawn yet, or drawn anew

export default function ({ data, setTriggerValue }) {
  let plot = null;
  const say = (customdata) => setTriggerValue("mark", Array.from(customdata, String));
  const tell = ({ points }) => {
    const mark = points.find((point) => point.customdata);
    if (mark) say(mark.customdata);
  };
  const name = (event) => {
    const tick = event.target.closest?.(".xtick, .ytick");
    const id = tick && data.ticks[tick.__data__?.x];
    if (id) say([id]);
  };
  const forget = () => {
    plot?.removeListener?.("plotly_click", tell);
    plot?.removeEventListener("click", name);
  };
  const listen = () => {
    const there = document.querySelector(`${data.figure} .js-plotly-plot`);
    if (there === plot || !there?.on) return;
    forget();
    plot = there;
    if (data.marks) plot.on("plotly_click", tell);
    plot.addEventListener("click", name);
    plot.dataset.heard = "true";
  };
  listen();
  const looking = setInterval(listen, LOOK);
  return () => {
    clearInterval(looking);
    forget();
  };
}
