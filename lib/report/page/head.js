'use strict';

// The top of the page: what was measured, what came of it, and the answers in short.
const head = (() => {
  function runPicker(view) {
    const {runs} = view.contents;
    if (runs.length < 2) {
      return null;
    }
    const newestFirst = [...runs].reverse();
    const options =
        newestFirst.map((run) => dom.make('option', {value: run.id, selected: run === view.run}, report.runName(run)));
    const select = dom.make('select', {id: 'run'}, options);
    select.addEventListener('change', () => view.go({run: select.value, case: '', target: ''}));
    return dom.labelled('Run', select);
  }

  function commit({source: {commit: hash, dirty}}) {
    return hash ? ['commit ', format.digest(hash), dirty ? ' with changes' : ''] : [];
  }

  function origin(view) {
    const {run} = view;
    const parts = [
      ['suite ', dom.name(run.suite.id ?? '')], [text.line(run.targets.join(', '), 120)], [format.date(run.started)],
      commit(run), ['content ', format.digest(run.prompt.digest)]
    ];
    return dom.make(
        'p', {class: 'quiet origin'},
        parts.filter((part) => part.length > 0).map((part) => dom.make('span', {}, part)));
  }

  function heading(view) {
    const {run} = view;
    return dom.make(
        'h1', {}, dom.make('bdi', {}, text.line(run.prompt.id ?? view.contents.title, 120)), ' ',
        dom.make('span', {class: 'version'}, text.line(report.versionName(run), 60)));
  }

  function content(view) {
    return [
      dom.make(
          'div', {}, heading(view),
          dom.make(
              'p', {class: 'outcome'}, report.verdict(view.run), ' ',
              dom.make('span', {class: 'quiet'}, text.line(view.run.verdict_reason, 300))),
          origin(view)),
      dom.make('div', {class: 'head-tools'}, runPicker(view), theme.button())
    ];
  }

  function card({name, figure, href, kind, lines, links}) {
    return dom.make(
        'article', {class: 'card'}, dom.make('h3', {}, dom.make('a', {href}, name)),
        dom.make('p', {class: `figure ${kind ?? ''}`}, figure),
        lines.filter(Boolean).map((line) => dom.make('p', {}, line)), links.map((link) => dom.make('p', {}, link)));
  }

  function notes({contents: {notes: all}}) {
    return dom.make(
        'ul', {class: 'notes'},
        all.map((note) => dom.make('li', {}, '⚠ ', dom.make('bdi', {}, text.line(note, 1000)))));
  }

  function summary(view, sections) {
    const cards = sections.map((section) => section.card?.(view)).filter(Boolean);
    return dom.make(
        'section', {id: 'summary', 'aria-label': 'Summary'}, dom.make('h2', {class: 'unseen'}, 'Summary'),
        dom.make('div', {class: 'cards'}, cards.map(card)), view.contents.notes.length > 0 && notes(view));
  }

  function links(sections) {
    return dom.make(
        'ul', {}, sections.map(({id, title}) => dom.make('li', {}, dom.make('a', {href: `#${id}`}, title))));
  }

  return {content, summary, links};
})();
