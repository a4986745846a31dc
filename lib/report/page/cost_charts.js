'use strict';

// The charts of the section "Cost".
const cost_charts = (() => {
  const shown = (decimal) => (decimal === null || decimal === undefined ? null : money.shown(money.parse(decimal)));

  function sum(parts) { return money.sum(parts.map((part) => money.parse(part.usd) ?? 0n)); }

  function percentOf(amount, whole) {
    return whole === 0n ? format.none : `${(Number((amount * 1000n) / whole) / 10).toFixed(1)}%`;
  }

  // The runs whose costs stand beside each other: this one, and what it was compared with.
  function barsOf(view) { return [view.before, view.run].filter((run) => run && run.cost.parts.length > 0); }

  function breakdownPlan(runs, colors) {
    const kinds = [...new Set(runs.flatMap((run) => run.cost.parts.map((part) => part.what)))];
    const amountOf = (run, what) => money.plotted(sum(run.cost.parts.filter((part) => part.what === what)));
    return {
      type: 'bar',
      data: {
        labels: runs.map((run) => text.line(report.versionName(run), 24)),
        datasets: kinds.map((what, at) => ({
                              label: text.line(what, 40),
                              data: runs.map((run) => amountOf(run, what)),
                              backgroundColor: colors.series[at % colors.series.length],
                              borderColor: colors.page,
                              borderWidth: 1
                            }))
      },
      options: {
        indexAxis: 'y',
        scales: {
          x: {stacked: true, ticks: {callback: tickMoney, maxTicksLimit: 7, maxRotation: 0}},
          y: {stacked: true, grid: {display: false}}
        },
        plugins: {
          legend: {position: 'bottom'},
          tooltip: {callbacks: {label: (item) => `${item.dataset.label}: ${axisMoney(item.parsed.x)}`}}
        }
      },
    };
  }

  function axisMoney(dollars) { return money.shown(money.parse(dollars.toFixed(12))); }

  // With so many decimals that neighbours on the axis differ.
  function tickMoney(value, _, ticks) {
    const step = Math.abs((ticks[1]?.value ?? 1) - ticks[0].value);
    return `$${value.toFixed(Math.min(12, Math.max(2, Math.ceil(-Math.log10(step)))))}`;
  }

  function breakdown(view) {
    const runs = barsOf(view);
    const {parts} = view.run.cost;
    if (parts.length === 0) {
      return null;
    }
    const whole = sum(parts);
    const table = dom.table(
        'Cost of the run by kind of token', ['what', dom.number('tokens'), dom.number('cost'), dom.number('share')],
        parts.map((part) => {
          const amount = money.parse(part.usd) ?? 0n;
          return [text.line(part.what, 60), format.count(part.tokens), money.shown(amount), percentOf(amount, whole)];
        }));
    return charts.figure({
      caption: 'What the run’s cost is made of',
      size: 'small',
      plan: (colors) => breakdownPlan(runs, colors),
      table,
      describe: parts.map((part) => `${part.what} ${shown(part.usd)}`).join(', ')
    });
  }

  // Runs whose cost of a conversation and pass rate are known, oldest first.
  function scattered({runs}) {
    return runs.map((run) => ({run, mean: projection.summary(run)?.mean, rate: run.summary.pass_rate}))
        .filter(({mean, rate}) => mean && format.isNumber(rate?.value));
  }

  function bounds({low, high}) {
    return low === null || high === null ? null : {low: money.plotted(low), high: money.plotted(high)};
  }

  function scatterPlan(view, points, colors) {
    return {
      type: 'scatter',
      data: {
        datasets: points.map(({run, mean, rate}, at) => {
          const color = run === view.run ? colors.series[0] : colors.series[5];
          return {
            label: text.line(report.versionName(run), 40),
            data: [{x: money.plotted(mean.mean), y: rate.value}],
            intervals: [run.summary.one_group ? null : rate],
            xIntervals: [bounds(mean)],
            borderColor: color,
            backgroundColor: color,
            pointRadius: run === view.run ? 7 : 5,
            pointStyle: ['circle', 'rectRot', 'triangle', 'rect'][at % 4]
          };
        })
      },
      plugins: [chart_marks.errorBars],
      options: {
        scales: {
          x: {
            ...chart_marks.range(
                points.flatMap(({mean}) => [bounds(mean)?.low, money.plotted(mean.mean), bounds(mean)?.high])),
            title: {display: true, text: 'mean cost of a conversation'},
            ticks: {callback: tickMoney, maxRotation: 0, maxTicksLimit: 6}
          },
          y: {...chart_marks.shares(points.map(({rate}) => rate)), title: {display: true, text: 'pass rate'}}
        },
        plugins: {
          legend: {position: 'bottom', labels: {usePointStyle: true}},
          tooltip: {
            callbacks: {
              label: (item) => `${item.dataset.label}: ${format.percent(item.parsed.y)} at ${axisMoney(item.parsed.x)}`
            }
          }
        },
      },
    };
  }

  function scatter(view) {
    const points = scattered(view.contents);
    if (points.length === 0) {
      return null;
    }
    const table = dom.table(
        'Mean cost and pass rate by run',
        ['version', 'date', dom.number('mean cost (95% interval)'), dom.number('pass rate (95% interval)')],
        points.map(
            ({run, mean}) =>
                [report.versionName(run), format.date(run.started),
                 projection.amountText([mean.mean, mean.low, mean.high]), format.rate(run.summary)]));
    return charts.figure({
      caption: 'Pass rate against cost, with 95% intervals',
      size: 'medium',
      plan: (colors) => scatterPlan(view, points, colors),
      table,
      describe: `Cost and pass rate of ${format.counted(points.length, 'run')}`
    });
  }

  return {breakdown, scatter};
})();
