// Listens to the highlights of the Reader, tells which was picked, and shows the chosen one. Tab
// comes to one highlight; arrow keys go on to the next as one reads, and Enter picks it.
const MARKS = ".document [data-mark][tabindex]";

function step(event, piece) {
  const marks = [...document.querySelectorAll(MARKS)], at = marks.indexOf(piece);
  const leftward = getComputedStyle(piece.closest(".document")).direction === "rtl";
  const [onward, back] = leftward ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const next = {
    [onward]: at + 1, ArrowDown: at + 1, [back]: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1,
  }[event.key];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const there = marks[next];
  if (!there) return;
  for (const mark of marks) mark.tabIndex = mark === there ? 0 : -1;
  there.focus({ preventScroll: true });
  there.scrollIntoView({ block: "nearest" });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const pick = (event) => {
    const piece = event.target.closest?.(".document [data-mark]");
    if (!piece) return;
    if (event.type === "keydown") {
      if (event.key !== "Enter" && event.key !== " ") return step(event, piece);
      event.preventDefault();
    } else if (String(getSelection())) {
      return; // words are being marked to be copied
    }
    parentElement.picked = true;
    setTriggerValue("picked", piece.dataset.mark);
  };
  // The text is drawn by another element of the page, at most some frames later.
  let frames = 60;
  const arrive = () => {
    const there = document.querySelector(".document [aria-current=true]");
    if (there?.dataset.at !== data.at) {
      if (frames--) requestAnimationFrame(arrive);
      return;
    }
    there.scrollIntoView({ block: "center" });
    // A highlight that was picked is drawn anew: it keeps its place for the keyboard.
    if (parentElement.picked) there.focus({ preventScroll: true });
    parentElement.picked = false;
  };
  if (data.at && parentElement.at !== data.at) arrive();
  parentElement.at = data.at;
  document.addEventListener("click", pick);
  document.addEventListener("keydown", pick);
  return () => {
    document.removeEventListener("click", pick);
    document.removeEventListener("keydown", pick);
  };
}
