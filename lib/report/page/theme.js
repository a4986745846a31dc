'use strict';

// Light or dark: as the system has it, until the reader chooses.
const theme = (() => {
  const choices = ['auto', 'light', 'dark'];
  const key = 'promptctl-theme';

  // A page from disk may have no storage: then a choice holds until the page is closed.
  function stored() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function store(choice) {
    try {
      localStorage.setItem(key, choice);
    } catch {
      return;
    }
  }

  function current() { return document.documentElement.dataset.theme ?? 'auto'; }

  function set(choice) {
    if (choice === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = choice;
    }
  }

  function label() { return `Colours: ${current()}`; }

  function button() {
    const element = dom.make('button', {type: 'button', class: 'theme'}, label());
    element.addEventListener('click', () => {
      const choice = choices[(choices.indexOf(current()) + 1) % choices.length];
      set(choice);
      store(choice);
      element.textContent = label();
      charts.redraw();
    });
    return element;
  }

  // Early, so that a dark page does not flash white.
  const before = stored();
  if (choices.includes(before)) {
    set(before);
  }
  return {button};
})();
