'use strict';

// How long the answers take: the section "Latency".
const latency = (() => {
  const quantiles = ['p50', 'p90', 'p95', 'p99'];

  function slowest(view) { return view.run.latency.slowest[0] ?? null; }

  function took(call) {
    return call.timeout ?
        `timed out${format.isNumber(call.latency_ms) ? ` after ${format.duration(call.latency_ms)}` : ''}` :
                                                       format.duration(call.latency_ms);
  }

  function replayedText({calls, replayed}) {
    return !calls && replayed ? `All ${format.count(replayed)} replies were replayed: nothing was measured` : null;
  }

  function timeoutText({timeouts}) { return timeouts ? `${format.counted(timeouts, 'call')} timed out` : null; }

  function card(view) {
    const {total_ms: total, ...figures} = view.run.latency;
    const slow = slowest(view);
    const range = total?.p95 && format.isNumber(total.p95.low) && format.isNumber(total.p95.high) ?
        `95% interval ${format.span(format.duration(total.p95.low), format.duration(total.p95.high))}` :
        null;
    return {
      name: 'Latency, 95 of 100 calls within',
      figure: format.bareQuantile(total?.p95),
      href: '#latency',
      lines: [
        range, replayedText(figures) ?? (total && `half of them within ${format.bareQuantile(total.p50)}`),
        slow && dom.make('span', {}, 'slowest: ', view.caseLink(slow.case), `, ${took(slow)}`), timeoutText(figures)
      ],
      links: [],
    };
  }

  function facts({latency: figures}) {
    return dom.facts([
      ['Calls measured', format.count(figures.calls)],
      ['Replayed, not measured', figures.replayed ? format.count(figures.replayed) : null],
      ['Timed out', figures.timeouts ? format.count(figures.timeouts) : null],
      ['Failed otherwise', figures.failed ? format.count(figures.failed) : null],
    ]);
  }

  function marksOf(total) {
    return ['p50', 'p95', 'p99']
        .filter((name) => format.isNumber(total?.[name]?.value))
        .map((name) => ({name: `${name} ${format.duration(total[name].value)}`, value: total[name].value}));
  }

  function binName({low_ms: low, high_ms: high}) { return `${format.duration(low)} to ${format.duration(high)}`; }

  function histogramPlan(figures, colors) {
    const {histogram: bins, histogram: {length}} = figures;
    const late = figures.timeout_histogram ?? 0;
    const values = bins.map((bin) => bin.count);
    return {
      type: 'bar',
      data: {
        labels: late ? [...bins.map(binName), 'timed out'] : bins.map(binName),
        datasets: [{
          label: 'calls',
          data: late ? [...values, late] : values,
          categoryPercentage: 1,
          barPercentage: 0.94,
          backgroundColor: (item) => (item.dataIndex >= length ? colors.worse : colors.series[0])
        }]
      },
      plugins: [chart_marks.quantileMarks],
      options: {
        layout: {padding: {top: 50}},
        scales: {
          x: {
            grid: {display: false},
            ticks: {
              maxRotation: 0,
              autoSkipPadding: 24,
              callback: (at) => (at < length ? format.duration(bins[at].low_ms) : 'timed out')
            }
          },
          y: {title: {display: true, text: 'calls'}, ticks: {precision: 0}}
        },
        plugins:
            {legend: {display: false}, quantileMarks: {bins, marks: marksOf(figures.total_ms), color: colors.text}},
      },
    };
  }

  function histogram({latency: figures}) {
    if (figures.histogram.length === 0) {
      return null;
    }
    const rows = figures.histogram.map((bin) => [binName(bin), format.count(bin.count)]);
    const late = figures.timeout_histogram ? [['timed out', format.count(figures.timeout_histogram)]] : [];
    return charts.figure({
      caption: 'Calls by how long they took; the scale of time is logarithmic',
      size: 'medium',
      plan: (colors) => histogramPlan(figures, colors),
      describe: `Distribution of latency: ${marksOf(figures.total_ms).map(({name}) => name).join(', ')}`,
      table: dom.table('Calls by latency', ['latency', dom.number('calls')], [...rows, ...late])
    });
  }

  function distribution(name, figures, shown = format.duration) {
    return figures ? [[
      name, format.count(figures.count), ...quantiles.map((one) => format.quantile(figures[one], shown)),
      shown(figures.max)
    ]] :
                     [];
  }

  function distributionTable(caption, first, rows) {
    return dom.table(
        caption, [first, dom.number('calls'), ...quantiles.map((name) => dom.number(name)), dom.number('slowest')],
        rows);
  }

  function overall({latency: figures}) {
    const rows = [
      ...distribution('whole reply', figures.total_ms), ...distribution('first token', figures.ttft_ms),
      ...distribution('waiting before it was sent', figures.queue_ms)
    ];
    const table =
        distributionTable('Quantiles with 95% intervals; “≥” and “–”: beyond what was measured', 'time', rows);
    const speed = distribution('tokens a second', figures.tokens_per_second, format.number);
    return [
      table,
      dom.table(
          'Speed of the output',
          ['speed', dom.number('calls'), ...quantiles.map((name) => dom.number(name)), dom.number('slowest')], speed)
    ];
  }

  function slices({latency: figures}) {
    const rows = (list) => list.flatMap((one) => distribution(dom.name(one.name), one.total_ms));
    return [
      distributionTable('By model', 'model', figures.models.length > 1 ? rows(figures.models) : []),
      distributionTable('By length of the prompt', 'length', rows(figures.lengths)),
      distributionTable('By tag', 'tag', rows(figures.tags))
    ];
  }

  function slowestTable(view) {
    const rows = view.run.latency.slowest.map(
        (one) =>
            [view.caseLink(one.case), view.run.repeat > 1 ? format.count(one.repeat) : null, took(one),
             format.duration(one.ttft_ms), format.count(one.output_tokens)]);
    return dom.table(
        'The slowest calls',
        ['case', dom.number('repeat'), dom.number('took'), dom.number('first token'), dom.number('tokens out')], rows);
  }

  function section(view) {
    const replayed = replayedText(view.run.latency);
    return [
      replayed && dom.make('p', {class: 'open'}, `⚠ ${replayed}.`), facts(view.run),
      dom.beside(histogram(view.run), slowestTable(view)), overall(view.run), slices(view.run)
    ];
  }

  return {id: 'latency', title: 'Latency', card, section};
})();
