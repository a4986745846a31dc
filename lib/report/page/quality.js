'use strict';

// How good the answers are: the section "Quality".
const quality = (() => {
  const mostTags = 100;

  function failing(run) {
    const {failed, errors} = run.summary;
    return [
      failed ? `${format.counted(failed, 'case')} failed` : null,
      errors ? `${format.count(errors)} without a verdict` : null
    ].filter(Boolean)
        .join(', ');
  }

  // The cases of one group alone bound no pass rate.
  function intervalText({pass_rate: rate, one_group: isOneGroup}) {
    return !rate   ? null :
        isOneGroup ? 'One group: no interval' :
                     `95% interval ${format.span(format.percent(rate.low), format.percent(rate.high))}`;
  }

  function card(view) {
    const {passed, failed, cases: all, pass_rate: rate} = view.run.summary;
    return {
      name: 'Pass rate',
      figure: format.percent(rate?.value),
      href: '#quality',
      lines: [
        intervalText(view.run.summary),
        format.isNumber(passed) ?
            `${format.count(passed)} of ${format.counted(passed + failed, 'decided case')} passed` :
            null,
        all === 0 ? 'No case has a result' : failing(view.run) || 'None failed'
      ],
      links: failing(view.run) ?
          [view.filterLink('Show what failed', {verdict: view.run.summary.failed ? 'failed' : 'error'})] :
          [],
    };
  }

  function counts({summary}) {
    return dom.facts([
      ['Cases', format.count(summary.cases)],
      ['Passed', format.count(summary.passed)],
      ['Failed', format.count(summary.failed)],
      ['Without a verdict', format.count(summary.errors)],
      ['In quarantine', summary.quarantined ? format.count(summary.quarantined) : null],
      ['Flaky', summary.flaky.length > 0 ? format.count(summary.flaky.length) : null],
      ['Results missing', summary.missing ? format.count(summary.missing) : null],
      ['Mean score', format.meanScore(summary)],
    ]);
  }

  function metrics({summary}) {
    const rows = Object.entries(summary.metrics)
                     .map(
                         ([name, metric]) =>
                             [dom.name(name), format.count(metric.count), format.percent(metric.pass_rate),
                              format.score(metric.score)]);
    return dom.table(
        'Metrics of the assertions',
        ['metric', dom.number('assertions'), dom.number('passed'), dom.number('mean score')], rows);
  }

  // The difference of a tag's pass rate where the run was compared.
  function tagChange(view, tag) {
    const figure = view.change?.figures.find((one) => one.figure === 'pass_rate' && one.tag === tag);
    return figure ? [differences.difference(figure), differences.verdict(figure, view.change)] : [null, null];
  }

  function tagRow(view, [tag, {passed, decided}]) {
    const share = decided > 0 ? passed / decided : null;
    const cost = view.run.cost.tags.find((one) => one.name === tag);
    const latency = view.run.latency.tags.find((one) => one.name === tag)?.total_ms;
    return [
      view.filterLink(dom.name(tag), {tag}),
      dom.make('span', {class: 'share'}, share !== null && dom.bar(share), format.percent(share)),
      `${format.count(passed)} of ${format.count(decided)}`, ...tagChange(view, tag),
      cost ? money.shown(money.parse(cost.mean_usd)) : null, latency ? format.bareQuantile(latency.p95) : null
    ];
  }

  function tags(view) {
    const rate = ([, {passed, decided}]) => (decided > 0 ? passed / decided : 2);
    const all = Object.entries(view.run.summary.tags).sort((a, b) => rate(a) - rate(b) || b[1].decided - a[1].decided);
    const more = all.length - mostTags;
    return dom.make(
        'div', {},
        dom.table(
            'By tag, lowest pass rate first; a tag shows its cases',
            [
              'tag', dom.number('pass rate'), dom.number('passed'), dom.number('points since (95% interval)'),
              'verdict', dom.number('mean cost'), dom.number('latency p95')
            ],
            all.slice(0, mostTags).map((entry) => tagRow(view, entry))),
        more > 0 &&
            dom.make(
                'p', {class: 'quiet'}, `and ${format.counted(more, 'more tag')}: the filter of the cases has all`));
  }

  function section(view) {
    const failed = view.rows.filter((row) => row.verdict === 'failed' && !row.quarantined);
    return [
      counts(view.run), pass_rates.figure(view),
      dom.beside(causes.table(view, failed, 'What the failed cases fail'), metrics(view.run)), tags(view)
    ];
  }

  return {id: 'quality', title: 'Quality', card, section};
})();
