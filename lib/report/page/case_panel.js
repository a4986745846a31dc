'use strict';

// One case in full: a dialog over the page.
const case_panel = (() => {
  const outcomes = [[true, 'better', '✓ passed'], [false, 'worse', '✗ failed']];

  function outcome(passed) {
    const [, kind, word] = outcomes.find(([value]) => value === passed) ?? [null, 'open', '! no verdict'];
    return dom.make('span', {class: kind}, word);
  }

  function resultsOf(run, id, target) {
    return run.results.filter((result) => String(result.case) === id && (!target || result.target === target));
  }

  function tokens(usage) {
    const {input, output, cached} = usage ?? {};
    return !format.isNumber(input) && !format.isNumber(output) ?
        null :
        `${format.count(input)} in${cached ? ` (${format.count(cached)} cached)` : ''}, ${format.count(output)} out`;
  }

  function source(result) {
    return result.cached ? 'replayed, not called' : `called, ${format.counted(result.attempts ?? 0, 'attempt')}`;
  }

  function facts(result) {
    return dom.facts([
      ['Score', format.score(result.score)],
      ['Latency', format.duration(result.latency_ms)],
      ['First token', format.isNumber(result.ttft_ms) ? format.duration(result.ttft_ms) : null],
      ['Tokens', tokens(result.usage)],
      ['Cost', result.cost_usd ? `$${result.cost_usd}` : 'unknown'],
      ['Reply', source(result)],
      ['Finish reason', text.line(result.finish_reason, 40)],
      ['Model', text.line(result.model ?? result.target, 80)],
      ['Group', result.group ? dom.name(result.group) : null],
      ['Tags', (result.tags ?? []).length > 0 ? dom.make('bdi', {}, text.line(result.tags.join(', '), 300)) : null],
    ]);
  }

  function faults(result) {
    const {error, refusal, reason} = result;
    return [
      error &&
          dom.make(
              'p', {class: 'worse'}, `! ${error.kind}${error.status ? ` (HTTP ${error.status})` : ''}: `,
              dom.make('bdi', {}, text.nodes(text.start(error.message, 5000)))),
      refusal &&
          dom.make('p', {class: 'open'}, 'Refused: ', dom.make('bdi', {}, text.nodes(text.start(refusal, 5000)))),
      reason && dom.make('p', {class: 'worse'}, '✗ ', dom.make('bdi', {}, text.nodes(text.start(reason, 5000))))
    ];
  }

  function sameCheck(a, b) { return a.type === b.type && (a.metric ?? '') === (b.metric ?? ''); }

  function assertions(result, before) {
    const earlier = before?.assertions ?? [];
    const rows = (result.assertions ?? []).map((one, at) => {
      const match =
          earlier[at] && sameCheck(earlier[at], one) ? earlier[at] : earlier.find((other) => sameCheck(other, one));
      return [
        text.line(one.type, 60), one.metric ? dom.name(one.metric) : null, match ? outcome(match.passed) : null,
        outcome(one.passed), format.score(one.score), one.required === false ? 'no' : 'yes',
        dom.make('bdi', {class: 'reason'}, text.nodes(text.start(one.reason, 2000)))
      ];
    });
    return dom.table(
        'Assertions', ['assertion', 'metric', 'before', 'outcome', dom.number('score'), 'required', 'reason'], rows);
  }

  // The repeats of a case as buttons, where there are several.
  function repeats(results, chosen, choose) {
    return results.length < 2 ?
        null :
        dom.make(
            'div', {class: 'repeats', role: 'group', 'aria-label': 'Repeats'},
            results.map((result, at) => dom.button([`${at + 1} `, outcome(result.passed)], () => choose(at), {
              'aria-pressed': String(at === chosen)
            })));
  }

  // The other runs that asked this case, to compare with.
  function comparisons(view, id, target, chosen, choose) {
    const others = view.contents.runs.filter((run) => run !== view.run && resultsOf(run, id, target).length > 0);
    if (others.length === 0) {
      return null;
    }
    const select = dom.make(
        'select', {id: 'compared'}, dom.make('option', {value: ''}, 'nothing'),
        others.map((run) => dom.make('option', {value: run.id, selected: run === chosen}, report.runName(run))));
    select.addEventListener('change', () => choose(others.find((run) => run.id === select.value) ?? null));
    return dom.labelled('Compare the reply with', select);
  }

  function title(view, row) {
    return [
      dom.make('h2', {id: 'panel-title', tabindex: '-1'}, dom.make('bdi', {}, text.line(row.id, 300))),
      dom.make(
          'p', {}, case_list.verdict(row), ' ', row.change && changes.kind(row.change), ' ', case_list.badges(row)),
      row.change &&
          dom.make(
              'p', {class: 'quiet'},
              `Score ${format.score(row.change.score_before)} → ${
                  format.score(row.change.score_after)} since the version before.`)
    ];
  }

  // What is shown of an open case besides the case itself: the run it is compared with, and the repeat.
  function body(view, row, choice, choose) {
    const result = row.results[choice.repeat];
    const earlier = choice.other ? resultsOf(choice.other, row.id, row.target) : [];
    const before = earlier[choice.repeat] ?? earlier[0] ?? null;
    const names = [choice.other && report.versionName(choice.other), report.versionName(view.run)];
    return [
      comparisons(view, row.id, row.target, choice.other, (other) => choose({...choice, other}, '#compared')),
      repeats(row.results, choice.repeat, (repeat) => choose({...choice, repeat}, '.repeats [aria-pressed=true]')),
      ...faults(result), ...replies.shown(before, result, names), assertions(result, before), facts(result)
    ];
  }

  function bar(view, row) {
    const step = (label, by) => {
      const next = view.list.neighbour(row.id, row.target, by);
      return dom.button(label, () => view.openCase(next.id, next.target, {replace: true}), {disabled: next === null});
    };
    return dom.make(
        'div', {class: 'panel-bar'}, step('← Previous', -1), step('Next →', 1),
        copy.button('Copy link', () => place.address({run: view.run.id, case: row.id})),
        dom.button('Close', () => dialog().close(), {class: 'close'}));
  }

  function dialog() { return document.getElementById('panel'); }

  function show(view, row) {
    const content = dom.make('div', {class: 'panel-body', tabindex: '-1'});
    // The control that was used is made anew, and keeps the focus.
    const choose = (choice, control = null) => {
      content.replaceChildren(...[...title(view, row), ...body(view, row, choice, choose)].filter(Boolean));
      control && content.querySelector(control).focus();
    };
    const other = view.before && resultsOf(view.before, row.id, row.target).length > 0 ? view.before : null;
    choose({other, repeat: Math.max(0, row.results.findIndex((result) => result.passed !== true))});
    dialog().replaceChildren(bar(view, row), content);
    if (!dialog().open) {
      dialog().showModal();
    }
    dialog().scrollTop = 0;
    document.getElementById('panel-title').focus({preventScroll: true});
  }

  function missing(id) {
    dialog().replaceChildren(
        dom.make('div', {class: 'panel-bar'}, dom.button('Close', () => dialog().close())),
        dom.make(
            'div', {class: 'panel-body'}, dom.make('h2', {id: 'panel-title'}, 'No such case'),
            dom.make('p', {}, 'This run has no case ', dom.name(id), '.')));
    if (!dialog().open) {
      dialog().showModal();
    }
  }

  // Shows what the address asks for; a state without a case closes the dialog.
  function update(view, state) {
    if (!state.case) {
      dialog().close();
      return;
    }
    const row = view.rows.find((one) => one.id === state.case && (!state.target || one.target === state.target));
    row ? show(view, row) : missing(state.case);
  }

  return {update};
})();
