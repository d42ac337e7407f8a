// Tells the server what is clicked in a figure that is dragged over: there Streamlit (1.67) has
// plotly report boxes only.
const LOOK = 100; // milliseconds between looks for a figure that is not drawn yet, or drawn anew

export default function ({ data, setTriggerValue }) {
  let plot = null;
  const tell = ({ points }) => {
    const mark = points.find((point) => point.customdata);
    if (mark) setTriggerValue("mark", Array.from(mark.customdata, String));
  };
  const listen = () => {
    const there = document.querySelector(`${data.figure} .js-plotly-plot`);
    if (there === plot || !there?.on) return;
    plot?.removeListener?.("plotly_click", tell);
    plot = there;
    plot.on("plotly_click", tell);
    plot.dataset.heard = "true";
  };
  listen();
  const looking = setInterval(listen, LOOK);
  return () => {
    clearInterval(looking);
    plot?.removeListener?.("plotly_click", tell);
  };
}
