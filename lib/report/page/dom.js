'use strict';

// Elements of the page. Text from outside becomes text nodes and attribute values, never markup.
const dom = (() => {
  function set(element, name, value) {
    if (value === null || value === undefined || value === false) {
      return;
    }
    element.setAttribute(name, value === true ? '' : String(value));
  }

  // make('a', { href: '#cost' }, 'Cost', other): attributes that are null or false are left out, as are such children.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      set(element, name, value);
    }
    element.append(
        ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  function button(label, act, attributes = {}) {
    const element = make('button', {type: 'button', ...attributes}, label);
    element.addEventListener('click', act);
    return element;
  }

  // A control with its name above it.
  function labelled(label, control, size = '') {
    return make('div', {class: `choice ${size}`}, make('label', {'for': control.id}, label), control);
  }

  // A name from outside: it keeps its direction to itself.
  function name(value, attributes = {}) { return make('bdi', attributes, text.line(value, 200)); }

  function isEmpty(cell) { return cell === null || cell === undefined || cell === ''; }

  function cell(column, value, first) {
    const attributes = {class: column.number ? 'number' : null};
    return first ? make('th', {scope: 'row', ...attributes}, value) : make('td', attributes, value);
  }

  // A table too wide for the page scrolls on its own: then, and only then, the keyboard stops at it.
  const widths = new ResizeObserver((entries) => {
    for (const {target} of entries) {
      const settings = {role: 'region', tabindex: '0', 'aria-label': target.querySelector('caption').textContent};
      const isWide = target.scrollWidth > target.clientWidth;
      Object.entries(settings).forEach(
          ([name, value]) => (isWide ? target.setAttribute(name, value) : target.removeAttribute(name)));
    }
  });

  // A column of numbers.
  function number(name, title = null) { return {name, title, number: true}; }

  // A table with a caption. Columns are names, or what `number` gives; rows are lists of texts and nodes, the first of
  // which names the row. Columns without any value are left out; without a row there is no table.
  function table(caption, names, rows) {
    if (rows.length === 0) {
      return null;
    }
    const columns = names.map((name) => (typeof name === 'string' ? {name} : name));
    const kept = columns.map((_, at) => at).filter((at) => at === 0 || rows.some((row) => !isEmpty(row[at])));
    const head = kept.map(
        (at) => make(
            'th', {scope: 'col', class: columns[at].number ? 'number' : null, title: columns[at].title},
            columns[at].name));
    const body = rows.map((row) => make('tr', {}, kept.map((at) => cell(columns[at], row[at], at === 0))));
    const element = make(
        'div', {class: 'scroll'},
        make(
            'table', {}, make('caption', {}, make('span', {}, caption)), make('thead', {}, make('tr', {}, head)),
            make('tbody', {}, body)));
    widths.observe(element);
    return element;
  }

  // Pairs of a name and its value, as a list of definitions; those without a value are left out.
  function facts(pairs) {
    const shown = pairs.filter(([, value]) => !isEmpty(value));
    return shown.length === 0 ?
        null :
        make(
            'dl', {class: 'facts'},
            shown.map(([key, value]) => make('div', {}, make('dt', {}, key), make('dd', {}, value))));
  }

  // A share of 1 as a bar, beside the number that says it.
  function bar(share, kind = '') {
    const fill = make('span', {class: `fill ${kind}`});
    fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
    return make('span', {class: 'bar', 'aria-hidden': 'true'}, fill);
  }

  // Parts beside each other where there is room.
  function beside(...parts) {
    const shown = parts.filter((part) => part !== null && part !== false);
    return shown.length === 0 ? null : make('div', {class: 'beside'}, shown.map((part) => make('div', {}, part)));
  }

  return {make, button, labelled, name, number, table, facts, bar, beside};
})();
