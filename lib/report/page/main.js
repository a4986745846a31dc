'use strict';

// Puts the page together, and follows the address.
(() => {
  let shown = null;  // the view that is on the page

  // The run that a state names; the last one where it names none.
  function runOf(contents, state) { return contents.runs.find((run) => run.id === state.run) ?? contents.runs.at(-1); }

  function caseHref(run, id, target) {
    return place.link({run: run.id, case: String(id), target: run.targets.length > 1 ? target : ''});
  }

  function isPlain(event) { return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey; }

  // A link of this page whose plain click changes the state instead; opened elsewhere, it leads to the same.
  function link(href, label, act) {
    const element = dom.make('a', {href}, label);
    element.addEventListener('click', (event) => {
      if (isPlain(event)) {
        event.preventDefault();
        act();
      }
    });
    return element;
  }

  // What every section sees of the page: the run in question, what it was compared with, and ways to go elsewhere.
  function viewOf(contents, run) {
    const change = report.changeOf(contents, run);
    const view = {
      contents,
      run,
      change,
      before: report.beforeOf(contents, run),
      rows: cases.rowsOf(run, change),
      state: place.now
    };
    view.go = (settings, options) => apply(contents, place.go(settings, options));
    view.openCase = (id, target, options = {open: true}) => view.go(
        {
          run: run === contents.runs.at(-1) ? '' : run.id,
          case: String(id),
          target: run.targets.length > 1 ? target : ''
        },
        options);
    view.caseHref = (id, target) => caseHref(run, id, target);
    view.caseLink = (id, target) => link(view.caseHref(id, target), dom.name(id), () => view.openCase(id, target));
    view.filterLink = (label, filter) => link(place.link({run: run.id, ...filter}), label, () => {
      view.go({q: '', verdict: '', change: '', tag: '', mark: '', ...filter});
      document.getElementById('cases').scrollIntoView();
      document.getElementById('cases-title').focus({preventScroll: true});
    });
    return view;
  }

  function sectionsOf(view) {
    const asked = [quality, cost, latency].filter(({id}) => view.contents.about.includes(id));
    return [...(view.change ? [changes] : []), ...asked, case_list, method];
  }

  function sectionElement(view, {id, title, section}) {
    return dom.make(
        'section', {id, 'aria-labelledby': `${id}-title`}, dom.make('h2', {id: `${id}-title`, tabindex: '-1'}, title),
        section(view));
  }

  function draw(view) {
    const sections = sectionsOf(view);
    document.getElementById('head').replaceChildren(...head.content(view));
    document.getElementById('sections').replaceChildren(head.links(sections));
    document.getElementById('main').replaceChildren(
        head.summary(view, sections), ...sections.map((section) => sectionElement(view, section)));
    charts.sweep();
  }

  function apply(contents, state) {
    const run = runOf(contents, state);
    if (shown?.run !== run) {
      shown = viewOf(contents, run);
      draw(shown);
    }
    shown.list.update(state);
    case_panel.update(shown, state);
  }

  function beforePrint() {
    shown.list.print();
    charts.print();
  }

  function follow(contents) {
    addEventListener('hashchange', () => apply(contents, place.read()));
    document.getElementById('panel').addEventListener('close', () => {
      if (place.now().case) {
        place.leave();
      }
    });
    addEventListener('beforeprint', beforePrint);
    addEventListener('afterprint', charts.redraw);
    matchMedia('print').addEventListener('change', (event) => (event.matches ? beforePrint() : charts.redraw()));
  }

  function foot({tool}) {
    const made = [tool?.name ?? 'promptctl', tool?.version].filter(Boolean).join(' ');
    const says = text.line(`${made}. This file loads nothing: it can be kept and sent as it is.`, 200);
    document.getElementById('foot').replaceChildren(dom.make('p', {class: 'quiet'}, says));
  }

  function start() {
    const contents = report.read();
    foot(contents);
    if (contents.runs.length === 0) {
      document.getElementById('reading').textContent = 'No run is in this report.';
      return;
    }
    apply(contents, place.read());
    follow(contents);
    if (place.isList()) {
      document.getElementById('cases').scrollIntoView();
    }
  }

  // A document that is not as it should be says so, and leaves no page that waits for ever.
  function startSafely() {
    try {
      start();
    } catch (error) {
      document.getElementById('foot').replaceChildren(
          dom.make('p', {role: 'alert', class: 'worse'}, `This report can’t be shown: ${text.plain(error.message)}`));
      throw error;
    }
  }

  document.addEventListener('DOMContentLoaded', startSafely);
})();
