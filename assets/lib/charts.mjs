/** The card of charts: one is shown, and only that one is laid out and drawn. */

import { element } from "./canvas.mjs";
import { Race } from "./race.mjs";
import { RateChart } from "./rate_chart.mjs";
import { StartsChart } from "./starts_chart.mjs";
import { SweepChart } from "./sweep_chart.mjs";
import { TableChart } from "./table_chart.mjs";
import { Tabs } from "./tabs.mjs";
import { N_, t } from "./words.mjs";

/**
 * A chart is made of its pane and of who hears it; it has lay(scene, shot), and draw(time, style, due)
 * where it moves, and hide() where it cares. One that `asks` the server stays away where there is none.
 */
const CHARTS = [
  { key: "race", name: N_("Race"), help: N_("The loss of each walker against the step"), Chart: Race },
  { key: "rate", name: N_("Rate"), help: N_("The learning rate of each walker against the step"), Chart: RateChart },
  { key: "sweep", name: N_("Sweep"), help: N_("What becomes of 400 learning rates from this start"), Chart: SweepChart, asks: true },
  { key: "starts", name: N_("Starts"), help: N_("Where each start on a line leads, at every learning rate"), Chart: StartsChart, asks: true },
  { key: "table", name: N_("Table"), help: N_("Each walk in numbers"), Chart: TableChart },
];

export class Charts {
  /**
   * `host` is the card; `hear` are {show(): another chart is to be laid out and drawn, base: where the
   * page is served, nothing where none may be asked, pictures: the looks of those that are asked for, and what else
   * a chart says that it needs}.
   */
  constructor(host, hear) {
    const panes = host.querySelector(".panes");
    const here = CHARTS.filter(({ asks }) => !asks || hear.base);
    const rows = here.map(({ Chart, name, help, ...row }) => {
      const pane = element("div", "chart", { id: row.key });
      panes.append(pane);
      this[row.key] = new Chart(pane, hear);
      return { ...row, name: t(name), help: t(help), pane, show: () => hear.show(), hide: () => this[row.key].hide?.() };
    });
    this.tabs = new Tabs(host.querySelector(".tabs"), t("Charts"), rows);
  }

  get shown() {
    return this[this.tabs.shown.key];
  }

  /** Lay a scene out on the chart that is shown; `shot` is {figures, view, style}. */
  async lay(scene, shot) {
    const chart = this.shown;
    await chart.lay(scene, shot);
    chart.scene = scene;
  }

  draw(time, style, due) {
    if (this.shown.scene) this.shown.draw?.(time, style, due);
  }
}
