'use strict';

// What differs from the version before: the section "Changes".
const changes = (() => {
  const mostCases = 10;
  const mostTags = 8;
  const kindWords = {lost: '✗ lost', worse: '↓ worse', better: '↑ better', gained: '✓ gained'};
  const kindClasses = {lost: 'worse', worse: 'open', better: 'better', gained: 'better'};

  function passRate(change) { return change.figures.find((figure) => figure.figure === 'pass_rate' && !figure.tag); }

  function countsText({cases: counted}) {
    const parts = ['lost', 'worse', 'better', 'gained'].map((kind) => `${format.count(counted[kind] ?? 0)} ${kind}`);
    return `${parts.join(', ')}, ${format.count(counted.unchanged ?? 0)} unchanged`;
  }

  function beforeName(view) {
    const before = report.beforeOf(view.contents, view.run);
    return before ? report.versionName(before) : String(view.change.before.id ?? 'before');
  }

  function card(view) {
    if (!view.change) {
      return null;
    }
    const rate = passRate(view.change);
    const points = rate ? `${format.points(rate.difference.value)} points` : format.none;
    return {
      name: `Since ${text.line(beforeName(view), 40)}`,
      figure: points,
      href: '#changes',
      kind: rate && differences.kindOf(rate, view.change),
      lines: [
        rate &&
            dom.make(
                'span', {}, differences.verdict(rate, view.change),
                ` by pass rate (${differences.bounds(rate, '95% interval ')})`),
        countsText(view.change)
      ],
      links: view.change.cases.lost > 0 ? [view.filterLink('Show the lost cases', {change: 'lost'})] : [],
    };
  }

  function kind(change) {
    return change ? dom.make('span', {class: kindClasses[change.change]}, kindWords[change.change] ?? change.change) :
                    null;
  }

  function caseTable(view) {
    const all = view.change.changes;
    const rows = all.slice(0, mostCases)
                     .map(
                         (one) =>
                             [view.caseLink(one.case), kind(one), one.critical ? 'critical' : null,
                              `${format.score(one.score_before)} → ${format.score(one.score_after)}`]);
    const table = dom.table('Changed cases, lost ones first', ['case', 'change', 'mark', dom.number('score')], rows);
    const more = all.length - rows.length;
    return [
      table,
      more > 0 &&
          dom.make(
              'p', {class: 'quiet'}, `and ${format.counted(more, 'more changed case')}: `,
              view.filterLink('all lost', {change: 'lost'}), ', ', view.filterLink('all gained', {change: 'gained'}))
    ];
  }

  // Where cases were lost: by tag, the largest share first.
  function tagTable(view) {
    const joined = view.rows.filter((row) => !row.quarantined && row.verdict !== 'error');
    const lost = joined.filter((row) => row.change?.change === 'lost');
    const all = new Map(cases.counts(joined, (row) => row.tags));
    const gained = new Map(cases.counts(joined.filter((row) => row.change?.change === 'gained'), (row) => row.tags));
    const found =
        cases.counts(lost, (row) => row.tags).map(([tag, count]) => ({tag, count, share: count / all.get(tag)}));
    return dom.table(
        'Where cases were lost',
        ['tag', dom.number('lost'), dom.number('gained'), dom.number('of cases'), dom.number('share lost')],
        found.sort((a, b) => b.share - a.share)
            .slice(0, mostTags)
            .map(
                ({tag, count, share}) =>
                    [view.filterLink(dom.name(tag), {tag, change: 'lost'}), format.count(count),
                     format.count(gained.get(tag) ?? 0), format.count(all.get(tag)), format.percent(share)]));
  }

  function drift({change}) {
    return change.drift.length === 0 ?
        null :
        dom.make(
            'p', {class: 'open'}, '⚠ Besides the prompt, these differ: ',
            text.line(change.drift.map((one) => `${one.what} ${one.before} → ${one.after}`).join('; '), 2000));
  }

  function section(view) {
    if (!view.change) {
      return null;
    }
    const worse = view.rows.filter((row) => row.change?.change === 'lost' || row.change?.change === 'worse');
    return [
      dom.make(
          'p', {}, `Compared with ${text.line(beforeName(view), 80)}, case by case: `, countsText(view.change), '.'),
      drift(view), dom.beside(causes.table(view, worse, 'What the lost and the worse cases fail now'), tagTable(view)),
      dom.beside(caseTable(view), differences.figure(view)), differences.figureTable(view), differences.ratioTable(view)
    ];
  }

  return {id: 'changes', title: 'Changes', card, section, kind};
})();
