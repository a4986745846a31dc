'use strict';

// Differences between two runs, with what their intervals say.
const differences = (() => {
  const mostDrawn = 16;
  const words = {worse: 'worse', better: 'better', open: 'can’t tell'};
  const timeWords = {worse: 'slower', better: 'faster', open: 'can’t tell'};
  const moneyWords = {worse: 'dearer', better: 'cheaper', open: 'can’t tell'};

  // What an interval says: one that holds `none` proves nothing. A bound that is null is not finite.
  function direction(interval, none, moreIsBetter) {
    const low = interval?.low ?? -Infinity;
    const high = interval?.high ?? Infinity;
    if (low <= none && high >= none) {
      return 'open';
    }
    return (low > none) === moreIsBetter ? 'better' : 'worse';
  }

  function said(kind, word) { return dom.make('span', {class: kind}, word); }

  // Of many figures some differ by chance: what does not hold for all of them together is a hint.
  function isHint(figure, change) { return figure.adjusted_p > 1 - (change.confidence ?? 0.95); }

  function kindOf(figure, change) { return isHint(figure, change) ? 'open' : direction(figure.difference, 0, true); }

  function verdict(figure, change) {
    const kind = direction(figure.difference, 0, true);
    const perhaps = kind !== 'open' && isHint(figure, change) ? 'perhaps ' : '';
    return said(kindOf(figure, change), perhaps + words[kind]);
  }

  // The cases of one group alone bound no difference: their interval is all there is.
  function hasBounds({clusters, count}) { return clusters > 1 || count < 2; }

  function bounds(figure, lead = '') {
    const {low, high} = figure.difference;
    return hasBounds(figure) ? `${lead}${format.points(low)} to ${format.points(high)}` : 'one group';
  }

  function difference(figure) { return `${format.points(figure.difference.value)} (${bounds(figure)})`; }

  function ends({difference: {value, low, high}, ...figure}) {
    return hasBounds(figure) ? {low: low * 100, high: high * 100} : {low: value * 100, high: value * 100};
  }

  function nameOf(figure) {
    const name = figure.figure === 'pass_rate' ? 'pass rate' : figure.figure;
    return figure.tag ? `${name} [${figure.tag}]` : name;
  }

  function shown(figure) { return figure.figure === 'pass_rate' ? format.percent : format.score; }

  function figureTable({change}) {
    const rows = change.figures.map(
        (figure) =>
            [dom.name(nameOf(figure)), `${shown(figure)(figure.before)} → ${shown(figure)(figure.after)}`,
             difference(figure), verdict(figure, change),
             figure.clusters === figure.count ?
                 format.count(figure.count) :
                 `${format.count(figure.count)} in ${format.counted(figure.clusters, 'group')}`,
             format.p(figure.p), change.figures.length > 1 ? format.p(figure.adjusted_p) : null, figure.test,
             format.isNumber(figure.detectable) && figure.detectable < 1 ? (figure.detectable * 100).toFixed(1) :
                                                                           'none']);
    return dom.table(
        'Figures before and after',
        [
          'figure', dom.number('before → after'), dom.number('points (95% interval)'), 'verdict', dom.number('cases'),
          dom.number('p'), dom.number('p (Holm)'), 'test',
          dom.number('detectable', 'the smallest true difference in points that is seen 4 times of 5')
        ],
        rows);
  }

  function ratioRow(ratio, part, interval) {
    const isMoney = ratio.figure === 'cost';
    const measured = (value) => (isMoney ? money.shown(money.parse(value.toFixed(12))) : format.duration(value));
    const amount = (quantiles) => (format.isNumber(quantiles?.[part]) ? measured(quantiles[part]) : 'not measured');
    const times = (value) => (format.isNumber(value) ? value.toFixed(2) : '∞');
    const kind = interval && direction(interval, 1, false);
    return [
      `${ratio.figure} ${part}`, part === 'mean' ? null : `${amount(ratio.before)} → ${amount(ratio.after)}`,
      interval && `×${times(interval.value)} (${times(interval.low)} to ${times(interval.high)})`,
      interval && said(kind, (isMoney ? moneyWords : timeWords)[kind])
    ];
  }

  function ratioTable({change}) {
    const rows = change.ratios.filter((ratio) => ratio.before || ratio.after)
                     .flatMap(
                         (ratio) =>
                             [ratioRow(ratio, 'p50', ratio.median_ratio), ratioRow(ratio, 'p95', ratio.p95_ratio),
                              ...(ratio.figure === 'cost' ? [ratioRow(ratio, 'mean', ratio.mean_ratio)] : [])]);
    return dom.table(
        'Time and cost before and after',
        ['time and cost', dom.number('before → after'), dom.number('ratio (95% interval)'), 'verdict'], rows);
  }

  // The points of one verdict; `at` is their line.
  function dataset(label, color, entries) {
    return {
      label,
      data: entries.map(({figure, at}) => ({x: figure.difference.value * 100, y: at})),
      xIntervals: entries.map(({figure}) => ends(figure)),
      borderColor: color,
      backgroundColor: color,
      pointRadius: 5
    };
  }

  function plan(entries, change, colors) {
    const ofKind = (kind) => entries.filter(({figure}) => kindOf(figure, change) === kind);
    const all = entries.flatMap(({figure}) => Object.values(ends(figure)));
    return {
      type: 'scatter',
      data: {
        datasets: [
          dataset('worse', colors.worse, ofKind('worse')), dataset('better', colors.better, ofKind('better')),
          dataset('can’t tell, or perhaps', colors.quiet, ofKind('open'))
        ].filter(({data}) => data.length > 0)
      },
      plugins: [chart_marks.errorBars],
      options: {
        scales: {
          x: {
            ...chart_marks.range([...all, 0]),
            title: {display: true, text: 'points'},
            grid: {color: ({tick}) => (tick.value === 0 ? colors.text : colors.line)}
          },
          y: chart_marks.places(text.lines(entries.map(({figure}) => nameOf(figure)), 28), {reverse: true})
        },
        plugins: {
          legend: {position: 'bottom', labels: {usePointStyle: true}},
          tooltip:
              {callbacks: {label: ({raw: {y}}) => `${nameOf(entries[y].figure)}: ${difference(entries[y].figure)}`}}
        }
      },
    };
  }

  function figure({change}) {
    const drawn =
        change.figures
            .filter((one) => [one.difference?.value, one.difference?.low, one.difference?.high].every(format.isNumber))
            .slice(0, mostDrawn)
            .map((one, at) => ({figure: one, at}));
    return drawn.length === 0 ? null : charts.figure({
      caption: 'Differences in points; bars are 95% intervals',
      size: drawn.length > 6 ? 'medium' : 'small',
      plan: (colors) => plan(drawn, change, colors),
      describe: drawn.map(({figure: one}) => `${nameOf(one)}: ${difference(one)}`).join('; ')
    });
  }

  return {kindOf, verdict, bounds, difference, figure, figureTable, ratioTable};
})();
