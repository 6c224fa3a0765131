/** Watches a page from its first moment: what WebGL draws, what plotly is asked, what is lost. */
(() => {
  const probe = { draws: 0, lost: 0, asked: {}, firstGround: null, frames: 0, tickMs: 0 };
  globalThis.probe = probe;
  const GROUND = 10000; // vertices: only a mountain is drawn with as many at a time

  for (const kind of [globalThis.WebGLRenderingContext, globalThis.WebGL2RenderingContext]) {
    for (const name of ["drawArrays", "drawElements"]) {
      const draw = kind.prototype[name];
      kind.prototype[name] = function (mode, a, b, ...rest) {
        probe.draws++;
        const count = name === "drawArrays" ? b : a;
        if (count > GROUND) probe.firstGround ??= afterThisFrame();
        return draw.call(this, mode, a, b, ...rest);
      };
    }
  }
  Object.defineProperty(globalThis, "Plotly", {
    configurable: true,
    get: () => undefined,
    set(value) {
      probe.plotlyRan = performance.now();
      Object.defineProperty(globalThis, "Plotly", { value, writable: true, configurable: true });
    },
  });
  addEventListener("webglcontextlost", () => probe.lost++, true);

  /** When the frame in the making has been handed over: {at: ms since the epoch}. */
  function afterThisFrame() {
    const moment = { at: null };
    requestAnimationFrame(() => requestAnimationFrame(() => (moment.at = performance.timeOrigin + performance.now())));
    return moment;
  }

  /** Count plotly's calls by name and by where they draw. */
  probe.watchPlotly = () => {
    for (const name of ["react", "newPlot", "relayout", "restyle", "redraw", "animate"]) {
      const call = Plotly[name];
      Plotly[name] = (host, ...rest) => {
        const key = `${name} ${host.closest(".panel, .card")?.className ?? "elsewhere"}`;
        probe.asked[key] = (probe.asked[key] ?? 0) + 1;
        return call(host, ...rest);
      };
    }
  };

  /**
   * Resolves with how a changed rate went, in ms: from the event (`kind` of the window) to the frame
   * that shows the new path, handed to the compositor; and the server's share as the page saw it.
   */
  probe.change = (kind) => new Promise((done) => {
    const { stage } = globalThis.fallLine;
    const old = stage.scene;
    let [from, answer] = [null, null];
    addEventListener(kind, (event) => (from = event.timeStamp), { capture: true, once: true });
    const watch = new PerformanceObserver((list) => {
      answer = list.getEntries().findLast(({ name }) => name.endsWith("/climb")) ?? answer;
    });
    watch.observe({ type: "resource" });
    const tick = Object.getPrototypeOf(stage).tick;
    stage.tick = (now) => {
      tick.call(stage, now);
      if (from === null || stage.scene === old || stage.told === null) return;
      delete stage.tick;
      const { port1, port2 } = new MessageChannel(); // its message comes when this frame is painted
      port1.onmessage = async () => {
        const total = performance.now() - from;
        while (!answer) await new Promise((soon) => setTimeout(soon, 10));
        watch.disconnect();
        const sent = answer.requestStart - from;
        const server = answer.responseEnd - answer.requestStart;
        done({ total, sent, server, shown: total - sent - server, bytes: answer.encodedBodySize });
      };
      port2.postMessage(null);
    };
  });

  /** Count frames for some seconds: {seconds, frames, drawn}; `drawn()` counts pictures so far. */
  probe.run = async (seconds, drawn) => {
    const began = performance.now();
    const before = drawn();
    let frames = 0;
    await new Promise((done) => {
      const next = () => {
        frames++;
        if (performance.now() - began < 1000 * seconds) requestAnimationFrame(next);
        else done();
      };
      requestAnimationFrame(next);
    });
    return { seconds: (performance.now() - began) / 1000, frames, drawn: drawn() - before };
  };

  /** Play the stage from a share of its walk, and take the time inside its tick. */
  probe.playStage = async (seconds, share) => {
    const { stage } = globalThis.fallLine;
    const tick = Object.getPrototypeOf(stage).tick;
    let [ms, drawn] = [0, 0];
    stage.tick = (now) => {
      const [begin, told] = [performance.now(), stage.told];
      tick.call(stage, now);
      ms += performance.now() - begin;
      drawn += stage.told !== told;
    };
    stage.command((clock) => ({ ...clock, playhead: share * clock.steps, playing: true }));
    const seen = await probe.run(seconds, () => drawn);
    stage.command((clock) => ({ ...clock, playing: false }));
    delete stage.tick;
    return { ...seen, tick: ms / seen.frames };
  };

  /** Draw a figure of plotly's, its frames added. */
  probe.showNative = async ({ data, layout, frames }) => {
    const host = document.body.appendChild(document.createElement("div"));
    await Plotly.newPlot(host, data, { ...layout, width: innerWidth, height: innerHeight }, { displayModeBar: false });
    await Plotly.addFrames(host, frames);
    host.on("plotly_animatingframe", () => probe.frames++);
    probe.host = host;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  };

  /** Play plotly's own frames from a share of the walk, one after another, as fast as they come. */
  probe.playNative = async (seconds, share) => {
    const names = probe.host._transitionData._frames.map(({ name }) => name);
    const options = { mode: "immediate", frame: { duration: 0, redraw: true }, transition: { duration: 0 } };
    Plotly.animate(probe.host, names.slice(Math.floor(share * names.length)), options).catch(() => {});
    const seen = await probe.run(seconds, () => probe.frames);
    await Plotly.animate(probe.host, [], { mode: "immediate" }).catch(() => {});
    return seen;
  };
})();
