'use strict';

// Where the reader is: the part of the address behind "#" holds the run, the open case, and how the table is filtered
// and sorted, so that a link leads there and the back button works. An address like "#cost" is a section's.
const place = (() => {
  const listKeys = ['q', 'verdict', 'change', 'tag', 'mark', 'sort'];
  const keys = ['run', 'case', 'target', ...listKeys];
  let current = {};

  function read() {
    const hash = location.hash.slice(1);
    if (hash.includes('=') || hash === '') {
      const found = new URLSearchParams(hash);
      current = Object.fromEntries(keys.filter((key) => found.get(key)).map((key) => [key, found.get(key)]));
    }
    return current;
  }

  function now() { return current; }

  // Whether it is the table of the cases that the address leads to.
  function isList() { return !current.case && listKeys.some((key) => current[key]); }

  function link(state) {
    const used = keys.filter((key) => state[key]).map((key) => [key, state[key]]);
    return `#${new URLSearchParams(used)}`;
  }

  // Goes there in this page. An entry made by `open` is left by going back.
  function go(changes, {replace = false, open = false} = {}) {
    current = {...current, ...changes};
    const mark = replace ? history.state : open ? {open} : null;
    try {
      history[replace ? 'replaceState' : 'pushState'](mark, '', link(current));
    } catch {
      // Some browsers keep no history for a page from disk, or only so many entries: the page works without.
    }
    return current;
  }

  // Leaves the open case.
  function leave() {
    if (history.state?.open) {
      history.back();
    } else {
      go({case: '', target: ''}, {replace: true});
    }
  }

  function address(changes = {}) { return location.href.replace(/#.*$/, '') + link({...current, ...changes}); }

  return {read, now, isList, link, go, leave, address};
})();
