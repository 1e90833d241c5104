// Draws each .chart-card from the table in it: nothing is fetched. Series differ by colour (Okabe and Ito) and by outline, dash or marker;
// incomplete rows are hatched; the legend is HTML; the table folds away behind its link.
const Chart = globalThis.Chart;
const style = getComputedStyle(document.documentElement);
const token = (name) => style.getPropertyValue(name).trim();
const ink = token("--ink");
const muted = token("--muted");
const line = token("--line");
const page = token("--page");
const palette = [
  { fill: "#0072B2", outlined: false },
  { fill: "#56B4E9", outlined: true },
  { fill: "#CC79A7", outlined: true },
  { fill: "#009E73", outlined: false },
  { fill: "#E69F00", outlined: true },
  { fill: "#D55E00", outlined: false },
];
const target = "#D55E00";
const number = new Intl.NumberFormat(document.documentElement.lang);

if (Chart) {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 13;
  Chart.defaults.color = muted;
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  for (const card of document.querySelectorAll(".chart-card[data-chart]")) {
    draw(card);
  }
}

function draw(card) {
  const data = read(card);
  const plot = card.querySelector(".chart-plot");
  const canvas = plot.querySelector("canvas");
  const stacked = card.dataset.chart === "StackedRows";
  const sideways = card.dataset.chart !== "Columns";
  plot.hidden = false;
  if (sideways) {
    const height = data.rows.some((row) => row.label.length > lettersIn(plot.clientWidth)) ? 38 : 30;
    plot.style.blockSize = `${Math.max(120, data.rows.length * height + 50)}px`;
  }

  const shown = stacked ? shares(data) : data.series;
  const chart = new Chart(canvas, {
    type: "bar",
    data: { labels: data.rows.map((row) => row.label), datasets: shown.map((series, index) => dataset(series, index, data, sideways, shown.length)) },
    options: {
      indexAxis: sideways ? "y" : "x",
      scales: scales(card, stacked, sideways),
      plugins: {
        legend: { display: false },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${number.format(data.series[item.datasetIndex].values[item.dataIndex])}` } },
      },
    },
    plugins: [references(card, sideways), ends(data, sideways)],
  });

  legend(card, data);
  card.classList.add("drawn");
  card.querySelector("details").open = false;
  const png = card.querySelector("[data-png]");
  png.hidden = false;
  png.addEventListener("click", () => {
    png.href = picture(chart, card);
  });
}

function read(card) {
  const heads = [...card.querySelectorAll("thead th")].slice(1).filter((head) => head.classList.contains("num"));
  const rows = [...card.querySelectorAll("tbody tr")].map((row) => ({
    label: row.dataset.label,
    incomplete: row.dataset.incomplete === "yes",
    light: row.querySelector("[data-light]")?.textContent.trim() ?? "",
    percent: row.querySelector("[data-light] .light span")?.textContent.match(/[\d.,\s\u00a0]+%/u)?.[0] ?? "",
    lightName: row.querySelector("[data-light] .light")?.classList[1] ?? "",
    values: [...row.querySelectorAll("td.num")].map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
  }));
  let bars = 0;
  const series = heads.map((head, index) => ({
    name: head.textContent.trim(),
    line: head.dataset.line === "yes",
    colour: head.dataset.line === "yes" ? null : palette[bars++ % palette.length],
    values: rows.map((row) => row.values[index]),
  }));
  if (series.length === 2 && card.dataset.chart === "StackedRows") {
    series[1].colour = palette[4];
  }

  return { rows, series };
}

function shares(data) {
  const totals = data.rows.map((_, index) => data.series.reduce((sum, series) => sum + (series.values[index] ?? 0), 0));
  return data.series.map((series) => ({ ...series, values: series.values.map((value, index) => (totals[index] > 0 && value !== null ? 100 * value / totals[index] : null)) }));
}

function dataset(series, index, data, sideways, count) {
  if (series.line) {
    return {
      type: "line", label: series.name, data: series.values, order: 0, borderColor: target, borderWidth: 2, borderDash: [6, 4],
      pointStyle: "rectRot", pointRadius: 6, pointBackgroundColor: page, pointBorderColor: target, pointBorderWidth: 2, spanGaps: false,
    };
  }

  return {
    label: series.name, data: series.values, order: 1,
    backgroundColor: data.rows.map((row) => (row.incomplete ? hatch(series.colour.fill) : series.colour.fill)),
    borderColor: data.rows.map((row) => (row.incomplete ? series.colour.fill : ink)),
    borderWidth: data.rows.map((row) => (row.incomplete || series.colour.outlined ? 1 : 0)),
    borderSkipped: false,
    barPercentage: sideways ? 0.62 : 0.72,
    categoryPercentage: count > 1 && !sideways ? 0.85 : 0.9,
  };
}

function scales(card, stacked, sideways) {
  const marks = referencesOf(card);
  const value = {
    beginAtZero: true, stacked, border: { display: false }, grid: { color: line, drawTicks: false },
    ticks: { maxTicksLimit: 6, maxRotation: 0, padding: 6, callback: (tick) => (stacked ? `${tick} %` : number.format(tick)) },
    ...(stacked ? { max: 100 } : {}),
    ...(sideways && marks.length > 0 ? marked(marks) : {}),
  };
  const label = { stacked, grid: { display: false }, border: { color: muted }, ticks: { color: ink, autoSkip: !sideways, maxRotation: 0, ...(sideways ? { callback: inTwoLines } : {}) } };
  const room = card.querySelector("[data-light]") ? { afterFit: (axis) => { axis.paddingRight = 64; } } : {};
  return sideways ? { x: { ...value, ...room }, y: label } : { x: label, y: value };
}

// A long name takes two lines and leaves room for its bar; the table has it whole.
function lettersIn(width) {
  return Math.max(14, Math.floor(width / 20));
}

function inTwoLines(value) {
  const text = this.getLabelForValue(value);
  const most = lettersIn(this.chart.width);
  const gap = text.lastIndexOf(" ", most);
  return text.length <= most ? text : gap > 0 ? [text.slice(0, gap), shortened(text.slice(gap + 1), most)] : shortened(text, most);
}

function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

function referencesOf(card) {
  return (card.dataset.references ?? "").split(" ").filter(Boolean).map(Number);
}

// The axis above names the references only.
function marked(marks) {
  return {
    position: "top", grid: { display: false }, suggestedMax: Math.max(...marks) * 1.15,
    ticks: { padding: 2, autoSkip: false, callback: labelled },
    afterBuildTicks: (axis) => {
      axis.ticks = marks.map((mark) => ({ value: mark }));
    },
  };
}

// Where names would touch they stand at different heights: two, or as many as there are where two heights are too few.
function labelled(mark, index, ticks) {
  const enough = 75 * this.max / this.chart.width;
  const touch = (one, other) => one && other && Math.abs(one.value - other.value) < enough;
  if (!touch(ticks[index], ticks[index - 1]) && !touch(ticks[index], ticks[index + 1])) {
    return number.format(mark);
  }

  const height = ticks.some((tick, at) => touch(tick, ticks[at + 2])) ? index : index % 2;
  return [number.format(mark), ...Array(height).fill("")];
}

// Upright lines at 70, 90 and 100 %, the last one whole.
function references(card, sideways) {
  const marks = referencesOf(card);
  return {
    id: "references",
    afterDatasetsDraw(chart) {
      if (!sideways || marks.length === 0) {
        return;
      }

      const { ctx, chartArea, scales: { x } } = chart;
      ctx.save();
      for (const mark of marks) {
        const at = x.getPixelForValue(mark);
        if (at <= chartArea.right) {
          ctx.strokeStyle = mark === Math.max(...marks) ? ink : muted;
          ctx.setLineDash(mark === Math.max(...marks) ? [] : [3, 3]);
          ctx.beginPath();
          ctx.moveTo(at, chartArea.top);
          ctx.lineTo(at, chartArea.bottom);
          ctx.stroke();
        }
      }

      ctx.restore();
    },
  };
}

// The percentage with its shape at the end of each bar, for those with a light.
function ends(data, sideways) {
  const colours = { "light-on-target": token("--good"), "light-watch": token("--watch"), "light-below": token("--bad") };
  const shapes = { "light-on-target": "●", "light-watch": "▲", "light-below": "■" };
  return {
    id: "ends",
    afterDatasetsDraw(chart) {
      if (!sideways) {
        return;
      }

      const { ctx, scales: { y } } = chart;
      ctx.save();
      ctx.font = `600 13px ${Chart.defaults.font.family}`;
      ctx.textAlign = "right";
      ctx.textBaseline = "middle";
      data.rows.forEach((row, index) => {
        if (shapes[row.lightName]) {
          ctx.fillStyle = colours[row.lightName];
          ctx.fillText(`${shapes[row.lightName]} ${row.percent}`, chart.width - 2, y.getPixelForValue(index));
        }
      });
      ctx.restore();
    },
  };
}

function hatch(colour) {
  const tile = document.createElement("canvas");
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    pen.stroke();
  }

  return pen.createPattern(tile, "repeat");
}

function legend(card, data) {
  const list = card.querySelector(".legend");
  const items = data.series.map((series) => item(series.name, series.line ? "target" : "bar", series.colour));
  if (data.rows.some((row) => row.incomplete)) {
    items.splice(1, 0, item(list.dataset.incompleteText, "hatch", data.series[0].colour));
  }

  list.replaceChildren(...items);
  list.hidden = false;
}

function item(words, kind, colour) {
  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }

    return element;
  };
  const mark = svg("svg", { viewBox: "0 0 14 14", "aria-hidden": "true" });
  if (kind === "target") {
    mark.append(svg("path", { d: "M-3 7h20", stroke: target, "stroke-width": 2, "stroke-dasharray": "4 3" }), svg("path", { d: "M7 2l5 5-5 5-5-5z", fill: page, stroke: target, "stroke-width": 2 }));
  } else if (kind === "hatch") {
    mark.append(svg("rect", { x: 0.5, y: 0.5, width: 13, height: 13, fill: page, stroke: colour.fill }), svg("path", { d: "M0 7l7-7M0 14L14 0M7 14l7-7", stroke: colour.fill, "stroke-width": 1.5 }));
  } else {
    mark.append(svg("rect", { x: 0.5, y: 0.5, width: 13, height: 13, fill: colour.fill, stroke: colour.outlined ? ink : "none" }));
  }

  const entry = document.createElement("li");
  entry.append(mark, words);
  return entry;
}

// The picture has the question above and the page's ground beneath.
function picture(chart, card) {
  const head = 40;
  const ratio = chart.currentDevicePixelRatio;
  const sheet = document.createElement("canvas");
  sheet.width = chart.canvas.width;
  sheet.height = chart.canvas.height + head * ratio;
  const pen = sheet.getContext("2d");
  pen.fillStyle = page;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = ink;
  pen.font = `600 ${16 * ratio}px ${Chart.defaults.font.family}`;
  pen.textBaseline = "middle";
  pen.fillText(card.querySelector("h2").textContent, 8 * ratio, head * ratio / 2);
  pen.drawImage(chart.canvas, 0, head * ratio);
  return sheet.toDataURL("image/png");
}
