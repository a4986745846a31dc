'use strict';

// A table of rows of one height, of which only those near the sight are in the page; arrow keys move through all.
const grid = (() => {
  const margin = 8;  // rows kept beyond what is in sight

  class Grid {
    // Columns: { key, name, number, cell(row) }. `sort(key)` and `open(row)` are called when the reader asks for them.
    constructor({label, columns, sort, open}) {
      this.columns = columns;
      this.open = open;
      this.rows = [];
      this.active = 0;
      this.rowHeight = 40;     // until it is measured
      this.shown = new Map();  // of an index: its element
      this.heads = columns.map((column) => this.head(column, sort));
      this.top = dom.make('div', {role: 'row', class: 'grid-row grid-head', 'aria-rowindex': '1'}, this.heads);
      this.body = dom.make('div', {role: 'rowgroup', class: 'grid-body'});
      this.element = dom.make(
          'div', {role: 'grid', class: 'grid', 'aria-label': label, 'aria-colcount': columns.length},
          dom.make('div', {role: 'rowgroup', class: 'grid-top'}, this.top), this.body);
      this.element.addEventListener('scroll', () => this.render(), {passive: true});
      this.body.addEventListener('keydown', (event) => this.key(event));
      this.body.addEventListener('click', (event) => this.click(event));
      new ResizeObserver(() => this.measure()).observe(this.element);
    }

    head(column, sort) {
      return dom.make(
          'div', {role: 'columnheader', class: `cell ${column.key}`},
          dom.button(column.name, () => sort(column.key), {title: `Sort by ${column.name}`}));
    }

    // Shows these rows, sorted as `key` and `descending` say, from the first.
    show(rows, key, descending) {
      this.rows = rows;
      this.active = 0;
      this.shown.forEach((element) => element.remove());
      this.shown.clear();
      this.element.setAttribute('aria-rowcount', String(rows.length + 1));
      this.columns.forEach((column, at) => {
        const order = descending ? 'descending' : 'ascending';
        this.heads[at].setAttribute('aria-sort', column.key === key ? order : 'none');
      });
      this.element.scrollTop = 0;
      this.measure();
    }

    // The height of a row follows the size of the text and the width of the page.
    measure() {
      const sample = this.rowElement(this.active);
      if (sample) {
        this.body.append(sample);
        this.rowHeight = sample.offsetHeight || this.rowHeight;
        sample.remove();
      }
      this.body.style.height = `${this.rows.length * this.rowHeight}px`;
      this.shown.forEach((element, index) => this.put(element, index));
      this.render();
    }

    put(element, index) { element.style.top = `${index * this.rowHeight}px`; }

    rowElement(index) {
      const row = this.rows[index];
      return row &&
          dom.make(
              'div', {
                role: 'row',
                class: `grid-row ${row.verdict}`,
                'aria-rowindex': index + 2,
                tabindex: index === this.active ? '0' : '-1',
                'data-index': index
              },
              this.columns.map(
                  (column) => dom.make('div', {role: 'gridcell', class: `cell ${column.key}`}, column.cell(row))));
    }

    sight() {
      const height = this.element.clientHeight - this.top.offsetHeight;
      const first = Math.floor(this.element.scrollTop / this.rowHeight);
      return [first, first + Math.ceil(height / this.rowHeight)];
    }

    // The row with the focus stays in the page wherever it is, so that the focus is not lost.
    render() {
      const [first, last] = this.sight();
      const from = Math.max(0, first - margin);
      const to = Math.min(this.rows.length - 1, last + margin);
      for (const [index, element] of this.shown) {
        if ((index < from || index > to) && index !== this.active) {
          element.remove();
          this.shown.delete(index);
        }
      }
      for (let index = from; index <= to; ++index) {
        this.ensure(index);
      }
      this.ensure(this.active);
    }

    ensure(index) {
      if (this.shown.has(index) || index >= this.rows.length) {
        return;
      }
      const element = this.rowElement(index);
      this.put(element, index);
      this.shown.set(index, element);
      const later = [...this.shown.keys()].filter((one) => one > index);
      this.body.insertBefore(element, later.length === 0 ? null : this.shown.get(Math.min(...later)));
    }

    scrollTo(index) {
      const [first, last] = this.sight();
      const height = this.element.clientHeight - this.top.offsetHeight;
      if (index <= first) {
        this.element.scrollTop = index * this.rowHeight;
      } else if (index >= last - 1) {
        this.element.scrollTop = (index + 1) * this.rowHeight - height;
      }
    }

    focus(index) {
      const next = Math.max(0, Math.min(this.rows.length - 1, index));
      this.shown.get(this.active)?.setAttribute('tabindex', '-1');
      this.active = next;
      this.scrollTo(next);
      this.render();
      const element = this.shown.get(next);
      element?.setAttribute('tabindex', '0');
      element?.focus({preventScroll: true});
    }

    key(event) {
      const [first, last] = this.sight();
      const page = Math.max(1, last - first - 2);
      const targets = {
        ArrowUp: this.active - 1,
        ArrowDown: this.active + 1,
        PageUp: this.active - page,
        PageDown: this.active + page,
        Home: 0,
        End: this.rows.length - 1
      };
      if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      if (event.key in targets) {
        event.preventDefault();
        this.focus(targets[event.key]);
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.open(this.rows[this.active]);
      }
    }

    click(event) {
      const element = event.target.closest('[data-index]');
      if (element && !event.ctrlKey && !event.metaKey && !event.shiftKey && !getSelection().toString()) {
        event.preventDefault();
        this.focus(Number(element.dataset.index));
        this.open(this.rows[this.active]);
      }
    }
  }

  function create(options) { return new Grid(options); }

  return {create};
})();
