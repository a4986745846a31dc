'use strict';

// The table of the cases with its search and filters: the section "Cases".
const case_list = (() => {
  const mostPrinted = 50;
  const verdictWords = {passed: '✓ passed', failed: '✗ failed', error: '! no verdict'};
  const verdictClasses = {passed: 'better', failed: 'worse', error: 'open'};
  const sorts = [
    ['verdict', 'verdict, worst first'], ['case', 'name'], ['score', 'score'], ['latency', 'latency'], ['cost', 'cost'],
    ['tokens', 'tokens'], ['why', 'reason or reply']
  ];
  const descendingFirst = ['latency', 'cost', 'tokens'];
  const typingPause = 150;  // milliseconds

  function verdict(row) { return dom.make('span', {class: verdictClasses[row.verdict]}, verdictWords[row.verdict]); }

  function badges(row) {
    const names = Object.keys(cases.marks).filter((mark) => cases.marks[mark](row));
    return names.map((name) => dom.make('span', {class: `badge ${name.replace(' ', '-')}`}, name));
  }

  function verdictCell(row) {
    return row.change ? [verdict(row), dom.make('span', {class: 'badge'}, row.change.change)] : verdict(row);
  }

  function caseCell(view, row) {
    const shownTarget = view.run.targets.length > 1 ? ` · ${row.target}` : '';
    const link =
        dom.make('a', {href: view.caseHref(row.id, row.target), tabindex: '-1'}, text.line(row.id + shownTarget, 120));
    return [dom.make('bdi', {}, link), ...badges(row)];
  }

  function whyCell(row) {
    const reply = row.results[0].output ?? row.results[0].refusal ?? '';
    return row.why ? dom.make('bdi', {}, text.line(row.why, 200)) :
                     dom.make('bdi', {class: 'quiet'}, text.line(reply, 200));
  }

  function latencyText(row) { return row.timedOut ? 'timed out' : format.duration(row.latency); }

  function columns(view) {
    return [
      {key: 'verdict', name: 'Verdict', cell: verdictCell},
      {key: 'case', name: 'Case', cell: (row) => caseCell(view, row)},
      {key: 'why', name: 'Reason or reply', cell: whyCell},
      {key: 'score', name: 'Score', number: true, cell: (row) => format.score(row.score)},
      {key: 'latency', name: 'Latency', number: true, cell: latencyText},
      {key: 'cost', name: 'Cost', number: true, cell: (row) => money.shown(row.cost)},
      {key: 'tokens', name: 'Tokens', number: true, cell: (row) => format.count(row.tokens)},
    ];
  }

  function option(value, label, chosen) { return dom.make('option', {value, selected: value === chosen}, label); }

  // A choice with the number of rows behind each value; none where there is nothing to choose.
  function choice(key, label, all, pairs, state) {
    if (pairs.length === 0) {
      return null;
    }
    const select = dom.make(
        'select', {id: `by-${key}`}, option('', all, state[key] ?? ''),
        pairs.map(([value, count]) => option(value, `${text.line(value, 60)} (${format.count(count)})`, state[key])));
    return dom.labelled(label, select);
  }

  function markCounts(rows) {
    const all = Object.entries(cases.marks).map(([name, has]) => [name, rows.filter(has).length]);
    return all.filter((pair) => pair[1] > 0);
  }

  function sortOf(state) {
    const [key, order] = (state.sort ?? 'verdict').split('.');
    return {key: sorts.some(([name]) => name === key) ? key : 'verdict', descending: order === 'desc'};
  }

  function controls(view, state) {
    const search =
        dom.make('input', {type: 'search', id: 'by-q', autocomplete: 'off', spellcheck: 'false', value: state.q ?? ''});
    return dom.make(
        'form', {class: 'filters', role: 'search'},
        dom.labelled('Search names, replies, tags, reasons', search, 'wide'),
        choice('verdict', 'Verdict', 'all', cases.counts(view.rows, (row) => [row.verdict]), state),
        view.change &&
            choice('change', 'Change', 'all', cases.counts(view.rows, (row) => [cases.changeWord(row)]), state),
        choice('tag', 'Tag', 'all', cases.counts(view.rows, (row) => row.tags), state),
        choice('mark', 'Mark', 'all', markCounts(view.rows), state),
        dom.labelled(
            'Sort by',
            dom.make('select', {id: 'by-sort'}, sorts.map(([key, name]) => option(key, name, sortOf(state).key))),
            'narrow'));
  }

  // The list on the page: `update` shows what a state asks for; `neighbour` finds the one beside of an open case.
  class List {
    constructor(view) {
      this.view = view;
      this.status = dom.make('p', {role: 'status', class: 'quiet'});
      this.table = grid.create({
        label: 'Cases',
        columns: columns(view),
        sort: (key) => this.sortBy(key),
        open: (row) => view.openCase(row.id, row.target)
      });
      this.printed = dom.make('div', {class: 'paper'});
      this.form = controls(view, view.state());
      this.form.addEventListener('submit', (event) => event.preventDefault());
      this.form.addEventListener('input', (event) => this.changed(event.target));
      const clear = dom.button('Clear filters', () => view.go({q: '', verdict: '', change: '', tag: '', mark: ''}));
      this.element = dom.make(
          'div', {class: 'screen'}, this.form,
          dom.make(
              'div', {class: 'list-line'}, this.status,
              dom.make(
                  'span', {}, clear, ' ',
                  copy.button('Copy link to this list', () => place.address({case: '', target: ''})))),
          this.table.element);
    }

    changed(control) {
      const key = control.id.replace('by-', '');
      clearTimeout(this.typing);
      if (key === 'q') {
        this.typing = setTimeout(() => this.view.go({q: control.value.trim()}, {replace: true}), typingPause);
      } else if (key === 'sort') {
        this.sortBy(control.value);
      } else {
        this.view.go({[key]: control.value});
      }
    }

    // The same column again turns the order round.
    sortBy(key) {
      const now = sortOf(this.view.state());
      const descending = now.key === key ? !now.descending : descendingFirst.includes(key);
      this.view.go({sort: descending ? `${key}.desc` : key === 'verdict' ? '' : key});
    }

    setControls(state) {
      for (const control of this.form.elements) {
        const key = control.id.replace('by-', '');
        const value = key === 'sort' ? sortOf(state).key : state[key] ?? '';
        if (control !== document.activeElement || control.tagName === 'SELECT') {
          control.value = value;
        }
      }
    }

    update(state) {
      const {key, descending} = sortOf(state);
      const filter = JSON.stringify([state.q, state.verdict, state.change, state.tag, state.mark, key, descending]);
      this.setControls(state);
      if (filter === this.filter) {
        return;
      }
      this.filter = filter;
      this.rows = cases.sorted(cases.filtered(this.view.rows, state), key, descending);
      this.status.textContent = `${format.count(this.rows.length)} of ${format.counted(this.view.rows.length, 'case')}`;
      this.table.show(this.rows, key, descending);
    }

    neighbour(id, target, step) {
      const at = this.rows.findIndex((row) => row.id === id && (!target || row.target === target));
      return at < 0 ? null : this.rows[at + step] ?? null;
    }

    // On paper: the first rows as a plain table, and how many there are.
    print() {
      const kept = columns(this.view).filter(({key}) => key !== 'case');
      const rows = this.rows.slice(0, mostPrinted)
                       .map((row) => [dom.name(row.id), ...kept.map(({cell}) => dom.make('span', {}, cell(row)))]);
      const left = this.rows.length - rows.length;
      const order = sorts.find(([key]) => key === sortOf(this.view.state()).key)[1];
      this.printed.replaceChildren(
          dom.table(`The first ${format.counted(rows.length, 'case')} by ${order}`, ['Case', ...kept], rows) ?? '',
          left > 0 ? dom.make('p', {}, `${format.counted(left, 'more case')}: in the page on a screen.`) : '');
    }
  }

  function section(view) {
    view.list = new List(view);
    return [view.list.element, view.list.printed];
  }

  return {id: 'cases', title: 'Cases', section, verdict, badges};
})();
