'use strict';

// The results of a run case by case, and which of them are shown in what order.
const cases = (() => {
  const byName = new Intl.Collator('en', {numeric: true});
  const changeRanks = {lost: 0, worse: 1, better: 4, gained: 5};
  const verdictRanks = {failed: 2, error: 3, passed: 6};

  function keyOf(result) { return JSON.stringify([result.case, result.target]); }

  // What repeats say together; "error" where those without a verdict could turn it. As lib/run/run_sample.cpp has it.
  function reduced(results, reducer) {
    const passed = results.filter((result) => result.passed === true).length;
    const failed = results.filter((result) => result.passed === false).length;
    const all = results.length;
    const word = (isPass, isFail) => (isPass ? 'passed' : isFail ? 'failed' : 'error');
    switch (reducer) {
      case 'pass@k':
        return word(passed > 0, failed === all);
      case 'majority':
        return word(passed * 2 > all, (all - failed) * 2 <= all);
      case 'mean':
        return word(passed > failed, passed + failed > 0);
      default:
        return word(passed === all, failed > 0);
    }
  }

  function known(values) { return values.filter(format.isNumber); }

  function mean(values) {
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  function total(values) { return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0); }

  // The first text that says why a case did not pass: an error, an assertion that failed, a threshold.
  function whyNot(results) {
    for (const result of results) {
      const failing = (result.assertions ?? []).find((one) => one.passed === false && one.required !== false) ??
          (result.assertions ?? []).find((one) => one.passed === false);
      const why = result.error ? `${result.error.kind}: ${result.error.message}` :
          result.passed === false ? failing?.reason || result.reason :
                                    null;
      if (why) {
        return why;
      }
    }
    return '';
  }

  function costOf(results) {
    const amounts = results.map((result) => money.parse(result.cost_usd));
    return amounts.includes(null) ? null : money.sum(amounts);
  }

  function row(results, position, run, changes) {
    const first = results[0];
    const verdict = reduced(results, run.reducer);
    const passes = results.filter((result) => result.passed === true).length;
    const fails = results.filter((result) => result.passed === false).length;
    const slowest = known(results.map((result) => result.latency_ms));
    return {
      position,
      results,
      verdict,
      id: String(first.case),
      target: String(first.target ?? ''),
      tags: first.tags ?? [],
      critical: first.critical === true,
      quarantined: first.quarantined === true,
      flaky: passes > 0 && fails > 0,
      score: mean(known(results.map((result) => result.score))),
      latency: slowest.length === 0 ? null : Math.max(...slowest),
      timedOut: results.some((result) => result.error?.kind === 'timeout'),
      cost: costOf(results),
      tokens: total(known(results.flatMap((result) => [result.usage?.input, result.usage?.output]))),
      change: changes.get(String(first.case)) ?? null,
      why: verdict === 'passed' ? '' : whyNot(results),
    };
  }

  // A row for each case and target, in the order of the dataset. `change` is the comparison whose later run this is.
  function rowsOf(run, change) {
    const groups = new Map();
    for (const result of run.results) {
      const key = keyOf(result);
      const group = groups.get(key);
      group ? group.push(result) : groups.set(key, [result]);
    }
    const changes = new Map((change?.changes ?? []).map((one) => [String(one.case), one]));
    return [...groups.values()].map((results, position) => row(results, position, run, changes));
  }

  // All that a search looks into. Made when it is first asked for: most readers never search.
  function haystack(one) {
    one.haystack ??= [
      one.id, one.target, ...one.tags, one.results[0].group ?? '',
      ...one.results.flatMap(
          (result) =>
              [result.output ?? '',
               result.refusal ?? '',
               result.reason ?? '',
               result.error?.message ?? '',
               ...(result.assertions ?? []).flatMap((assertion) => [assertion.metric ?? '', assertion.reason ?? '']),
    ])
    ].join('\n').toLowerCase();
    return one.haystack;
  }

  const marks = {
    critical: (one) => one.critical,
    flaky: (one) => one.flaky,
    quarantined: (one) => one.quarantined,
    'timed out': (one) => one.timedOut,
  };

  function changeWord(one) { return one.change?.change ?? 'unchanged'; }

  // The rows that a filter leaves. Every word of `q` has to be somewhere in a row; an empty setting leaves all.
  function filtered(rows, {q = '', verdict = '', change = '', tag = '', mark = ''}) {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter(
        (one) => (!verdict || one.verdict === verdict) && (!change || changeWord(one) === change) &&
            (!tag || one.tags.includes(tag)) && (!mark || (marks[mark]?.(one) ?? true)) &&
            words.every((word) => haystack(one).includes(word)));
  }

  // How bad a case is: lost before worse before failed before all others, critical ones first; not counted ones last.
  function badness(one) {
    const kind = one.quarantined ? 7 : Math.min(verdictRanks[one.verdict], changeRanks[one.change?.change] ?? 9);
    return kind * 2 + (one.critical ? 0 : 1);
  }

  const values = {
    verdict: badness,
    case: (one) => one.id,
    score: (one) => one.score,
    latency: (one) => (one.timedOut ? Infinity : one.latency),
    cost: (one) => one.cost,
    tokens: (one) => one.tokens,
    why: (one) => one.why || one.results[0].output || null,
  };

  function compare(a, b) { return typeof a === 'string' ? byName.compare(a, b) : a < b ? -1 : a > b ? 1 : 0; }

  // A sorted copy. What has no value comes last either way.
  function sorted(rows, key, descending) {
    const valueOf = values[key] ?? values.verdict;
    const sign = descending ? -1 : 1;
    const keyed = rows.map((one) => [valueOf(one), one]);
    keyed.sort(
        ([a, first], [b, second]) =>
            (a === null) - (b === null) || (a === null ? 0 : sign * compare(a, b)) || first.position - second.position);
    return keyed.map(([, one]) => one);
  }

  // How many rows each value of a choice would leave, most first.
  function counts(rows, valuesOf) {
    const found = new Map();
    for (const value of rows.flatMap(valuesOf)) {
      found.set(value, (found.get(value) ?? 0) + 1);
    }
    return [...found].sort((a, b) => b[1] - a[1] || byName.compare(a[0], b[0]));
  }

  return {rowsOf, filtered, sorted, counts, changeWord, marks};
})();
