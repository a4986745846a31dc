'use strict';

// What the answers cost: the section "Cost".
const cost = (() => {
  const shown = (decimal) => (decimal === null || decimal === undefined ? null : money.shown(money.parse(decimal)));

  function unknownText({unknown, lost_usd: lost}) {
    const targets =
        unknown.map((one) => `${text.line(one.target, 60)} (${format.counted(one.results, 'result')})`).join(', ');
    return [
      targets && `Without a known price: ${targets}`,
      lost === null && 'Without attempts that gave no answer and may be charged for'
    ].filter(Boolean)
               .join('. ') ||
        null;
  }

  function card(view) {
    const known = projection.summary(view.run);
    if (!known) {
      return {
        name: 'Cost',
        figure: format.none,
        href: '#cost',
        lines: [unknownText(view.run.cost) ?? 'No cost is known'],
        links: []
      };
    }
    const {day, month, mean, perDay} = known;
    return {
      name: `Cost at ${format.count(perDay)} a day`,
      figure: `${money.shown(day[0])} a day`,
      href: '#cost',
      lines: [
        day[1] !== null && `95% interval ${money.shown(day[1])} to ${money.shown(day[2])}`,
        `${money.shown(month[0])} a month, ${money.shown(mean.mean)} a conversation`, unknownText(view.run.cost)
      ],
      links: [],
    };
  }

  function facts({cost: figures}) {
    const mean = figures.per_case_usd;
    return dom.facts([
      ['This run', figures.total_usd ? shown(figures.total_usd) : `${shown(figures.known_usd) ?? format.none} known`],
      ['Of that, spent now', shown(figures.fresh_usd)],
      ['Replayed, not spent', shown(figures.replayed_usd)],
      ['A conversation', mean && projection.amountText([mean.mean, mean.low, mean.high].map(money.parse))],
      ['A passed conversation', shown(figures.per_passed_usd)],
      ['Saved by prompt caching', shown(figures.prompt_cache_saved_usd)],
      ['Retries', figures.retries ? format.count(figures.retries) : null],
      [
        'Attempts without an answer',
        figures.lost_usd === undefined ? null : shown(figures.lost_usd) ?? 'some may be charged for'
      ],
    ]);
  }

  function expensive(view) {
    const rows = view.run.cost.expensive.map(
        (one) =>
            [view.caseLink(one.case), view.run.repeat > 1 ? format.count(one.repeat) : null, shown(one.usd),
             format.count(one.input), format.count(one.output)]);
    return dom.table(
        'The most expensive calls',
        ['case', dom.number('repeat'), dom.number('cost'), dom.number('tokens in'), dom.number('tokens out')], rows);
  }

  function tags(view) {
    const rows = view.run.cost.tags.map(
        (one) => [view.filterLink(dom.name(one.name), {tag: one.name}), format.count(one.cases), shown(one.mean_usd)]);
    return dom.table('Mean cost by tag', ['tag', dom.number('cases'), dom.number('mean cost')], rows);
  }

  function section(view) {
    const unknown = unknownText(view.run.cost);
    return [
      projection.control(view), unknown && dom.make('p', {class: 'open'}, `⚠ ${unknown}`), facts(view.run),
      dom.beside(cost_charts.breakdown(view), cost_charts.scatter(view)), dom.beside(expensive(view), tags(view))
    ];
  }

  return {id: 'cost', title: 'Cost', card, section};
})();
