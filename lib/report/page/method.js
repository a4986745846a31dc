'use strict';

// How the figures were made: the section "How it was measured".
const method = (() => {
  const definitions = {
    'Pass rate': 'the share of the cases with a verdict that passed, with Wilson’s 95% interval. With repeats, the ' +
        'reducer says when a case passes.',
    Score: 'the mean of the cases’ scores, 0 to 1, with Student’s t 95% interval.',
    'Verdicts of differences': '“worse” and “better” where the whole 95% interval is on one side of 0 (of 1 for ' +
        'ratios); “perhaps” where that no longer holds once the number of figures is corrected for (Holm); else ' +
        '“can’t tell”, which is no proof that nothing changed.',
    'Lost, gained': 'passed before and fails now, and the reverse. “Worse” and “better” cases differ by score alone.',
    Latency: 'of calls that were made now: replayed and failed ones are left out and counted. A call that timed out ' +
        'took at least that long.',
    'First token': 'from sending the request to the first text of the reply.',
    Cost:
        'exact decimals, from the tokens that the provider reports and the price table named here. Replayed replies ' +
        'count in the cost of a run: it is what the calls would cost. What has no price is unknown, never 0.',
    'A month': '30.4375 days.',
  };

  function source({source: {commit, dirty}}) {
    return commit ? dom.make('span', {}, format.digest(commit), dirty ? ' with changes' : '') : null;
  }

  function runs({contents: {runs: all}}) {
    return dom.table(
        'The runs',
        ['version', 'run', 'date', 'prompt', 'suite', 'dataset', 'model', dom.number('repeats'), 'reducer', 'commit'],
        all.map(
            (run) =>
                [text.line(report.versionName(run), 60), dom.name(run.id), format.date(run.started),
                 format.digest(run.prompt.digest),
                 dom.make('span', {}, dom.name(run.suite.id ?? ''), ' ', format.digest(run.suite.digest)),
                 format.digest(run.dataset.digest), text.line(run.targets.join(', '), 120), format.count(run.repeat),
                 run.reducer, source(run)]));
  }

  function prices({prices: table}) {
    return table ?
        dom.make(
            'p', {},
            `Prices: ${text.line(table.source, 80)}, of ${text.line(table.date ?? 'unknown date', 40)}, digest `,
            format.digest(table.digest), '.') :
        dom.make('p', {}, 'No price table was used.');
  }

  function section(view) {
    return [
      runs(view), prices(view.contents),
      dom.make(
          'dl', {class: 'definitions'},
          Object.entries(definitions).flatMap(([name, says]) => [dom.make('dt', {}, name), dom.make('dd', {}, says)]))
    ];
  }

  return {id: 'method', title: 'How it was measured', section};
})();
