'use strict';

// The chart of pass rates and scores by version.
const pass_rates = (() => {
  const beside = 0.03;  // of the space between two versions, so that the bars of two series don’t hide each other
  const shapes = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'cross'];

  // Runs by series, each run with its place on the common axis of time.
  function series(runs) {
    const found = new Map();
    runs.forEach((run, at) => {
      const name = report.seriesName(run);
      found.set(name, [...(found.get(name) ?? []), {run, at}]);
    });
    return [...found];
  }

  function dataset(colors, {name, at, points, dashed = false}) {
    const color = colors.series[at % colors.series.length];
    return {
      label: name,
      data: points.map(({x, interval}) => ({x: x + at * beside, y: interval.value})),
      intervals: points.map(({interval, isOneGroup}) => (isOneGroup ? null : interval)),
      texts: points.map(({text: shown}) => shown),
      borderColor: color,
      backgroundColor: dashed ? colors.page : color,
      borderDash: dashed ? [5, 4] : [],
      borderWidth: 1.5,
      pointRadius: 5,
      pointHoverRadius: 7,
      pointBorderWidth: 2,
      pointStyle: shapes[at % shapes.length],
    };
  }

  function isInterval(interval) {
    return Boolean(interval) && [interval.value, interval.low, interval.high].every(format.isNumber);
  }

  function asInterval(score) { return score && {value: score.mean ?? score.value, low: score.low, high: score.high}; }

  function pointsOf(entries, pick, shown) {
    return entries
        .map(({run: {summary},
               at}) => ({x: at, interval: pick(summary), isOneGroup: summary.one_group, text: shown(summary)}))
        .filter(({interval}) => isInterval(interval));
  }

  // The pass rate of each series; of a single one its mean score, too.
  function datasets(colors, runs) {
    const all = series(runs);
    const sets = all.map(([name, entries], at) => dataset(colors, {
                           name: all.length === 1 ? 'pass rate' : name,
                           at,
                           points: pointsOf(entries, (summary) => summary.pass_rate, format.rate)
                         }));
    if (all.length === 1) {
      const points = pointsOf(all[0][1], (summary) => asInterval(summary.score), format.meanScore);
      sets.push(dataset(colors, {name: 'mean score', at: 1, points, dashed: true}));
    }
    return sets;
  }

  function axisName(run) {
    const day = format.date(run.started).replace(/ \d{4},.*/, '');
    return [text.line(report.versionName(run), 24), day];
  }

  function plan(runs, colors) {
    return {
      type: 'line',
      data: {datasets: datasets(colors, runs)},
      plugins: [chart_marks.errorBars],
      options: {
        scales: {
          x: chart_marks.places(runs.map(axisName)),
          y: chart_marks.shares(runs.flatMap(({summary}) => [summary.pass_rate, summary.score])),
        },
        plugins: {
          legend: {position: 'bottom', labels: {usePointStyle: true}},
          tooltip: {
            callbacks: {
              title: ([item]) => report.runName(runs[Math.round(item.parsed.x)]),
              label: ({dataset: set, dataIndex: at}) => `${set.label}: ${set.texts[at]}`
            }
          }
        },
      },
    };
  }

  function figure(view) {
    const {runs} = view.contents;
    if (!runs.some(({summary}) => summary.pass_rate)) {
      return null;
    }
    const rows = runs.map(
        (run) =>
            [report.versionName(run), text.line(report.seriesName(run), 100), format.date(run.started),
             format.rate(run.summary), format.meanScore(run.summary), report.verdict(run)]);
    const table = dom.table(
        'Pass rate and score by run, with 95% intervals',
        ['version', 'series', 'date', dom.number('pass rate'), dom.number('mean score'), 'verdict'], rows);
    const last = runs.at(-1);
    return charts.figure({
      caption: 'Pass rate and mean score by version, oldest first; bars are 95% intervals',
      describe: `Pass rate of ${format.counted(runs.length, 'run')}, the last ${
          format.percent(last.summary.pass_rate?.value)}`,
      size: 'medium',
      plan: (colors) => plan(runs, colors),
      table
    });
  }

  return {figure};
})();
