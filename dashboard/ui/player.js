// Play, pause and slide through time. The server is told the step and draws what follows it; a map
// has all its steps in the page, and only a slider of its own, which nobody sees, can show one.
const PLAY = 900; // milliseconds a step
const TOLD = 200; // milliseconds that a hand rests before the server is told
const players = new WeakMap();

class Player {
  constructor(root) {
    this.root = root;
    this.button = root.querySelector("button");
    this.range = root.querySelector("input");
    this.said = root.querySelector("output");
    this.button.onclick = () => (this.timer ? this.pause() : this.play());
    this.range.oninput = () => {
      this.rest();
      this.go(+this.range.value);
      clearTimeout(this.telling);
      this.telling = setTimeout(() => {
        this.telling = null;
        this.tell();
      }, TOLD);
    };
  }

  take(data, setStateValue) {
    this.data = data;
    this.set = setStateValue;
    this.range.max = data.said.length - 1;
    this.range.setAttribute("aria-label", data.label);
    this.turn ??= data.heard;
    // An answer to an earlier step does not move a hand that has gone on since.
    const late = this.timer || this.telling || data.heard < this.turn;
    if (data.asked !== this.asked && !late) this.go(data.asked);
    this.asked = data.asked;
    this.draw();
  }

  draw() {
    const { said, play, pause } = this.data;
    this.range.value = this.at;
    this.range.setAttribute("aria-valuetext", said[this.at]);
    this.said.textContent = said[this.at];
    this.button.textContent = this.timer ? pause : play;
  }

  go(step) {
    this.at = step;
    this.draw();
    this.show(step, 100);
  }

  tell() {
    this.turn += 1;
    this.set("step", { at: this.at, playing: !!this.timer, turn: this.turn });
  }

  play() {
    if (this.at === this.data.said.length - 1) this.go(0);
    this.timer = setInterval(() => {
      if (this.at + 1 >= this.data.said.length - 1) this.rest();
      this.go(this.at + 1);
      this.tell();
    }, PLAY);
    this.draw();
    this.tell();
  }

  rest() {
    clearInterval(this.timer);
    this.timer = null;
  }

  pause() {
    this.rest();
    this.draw();
    this.tell();
  }

  // Puts the figure's own slider to a step, as a hand would; waits for a figure not yet drawn.
  show(step, tries) {
    if (!this.data.figure || step !== this.at) return;
    const plot = document.querySelector(`${this.data.figure} .js-plotly-plot`);
    const rail = plot?.querySelector(".slider-rail-touch-rect");
    const slider = plot?._fullLayout?.sliders?.[0];
    const map = plot?._fullLayout?.map?._subplot?.map;
    if (!rail || !slider || !map?.loaded() || !map.getLayersOrder().some((id) => id.startsWith("plotly-trace"))) {
      if (tries && this.root.isConnected) setTimeout(() => this.show(step, tries - 1), 100);
      return;
    }
    const box = rail.getBoundingClientRect();
    let part = step / (slider.steps.length - 1);
    for (let turn = 0; turn < 4 && slider.active !== step; turn++) {
      const options = {
        clientX: box.left + part * box.width, clientY: box.top + box.height / 2, bubbles: true,
      };
      rail.dispatchEvent(new MouseEvent("mousedown", options));
      plot.dispatchEvent(new MouseEvent("mouseup", options));
      part += (step - slider.active) / (slider.steps.length - 1);
    }
  }
}

export default function ({ parentElement, data, setStateValue }) {
  let player = players.get(parentElement);
  if (!player) {
    player = new Player(parentElement);
    players.set(parentElement, player);
  }
  player.take(data, setStateValue);
  return () => setTimeout(() => parentElement.isConnected || player.rest());
}
