'use strict';

// Why cases fail: their failing assertions and errors, counted.
const causes = (() => {
  const mostCauses = 12;

  function nameOf(assertion) { return assertion.metric ? `${assertion.type} (${assertion.metric})` : assertion.type; }

  // The names of what a case fails, each with a reason.
  function of (row) {
    const found = new Map();
    for (const result of row.results) {
      for (const assertion of result.assertions ?? []) {
        if (assertion.passed === false) {
          found.set(nameOf(assertion), assertion.reason);
        }
      }
      if (result.error) {
        found.set(`error: ${result.error.kind}`, result.error.message);
      }
      if (result.passed === false && result.reason) {
        found.set('threshold', result.reason);
      }
    }
    return found;
  }

  function gathered(rows) {
    const all = new Map();
    for (const row of rows) {
      for (const [name, reason] of of (row)) {
        const cause = all.get(name) ?? {name, count: 0, row, reason};
        cause.count += 1;
        all.set(name, cause);
      }
    }
    return [...all.values()].sort((a, b) => b.count - a.count);
  }

  // The causes among `rows`, the most frequent first, with a case for each.
  function table(view, rows, caption) {
    const all = gathered(rows);
    return dom.table(
        caption, ['assertion', dom.number('cases'), 'for example', 'says'],
        all.slice(0, mostCauses)
            .map(
                ({name, count, row, reason}) =>
                    [dom.name(name), `${format.count(count)} of ${format.count(rows.length)}`,
                     view.caseLink(row.id, row.target), dom.make('bdi', {}, text.line(reason, 160))]));
  }

  return {table};
})();
