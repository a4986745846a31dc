'use strict';

// Replies as they were written, alone or beside that of another run with the words that differ marked.
const replies = (() => {
  const mostShown = 20000;  // characters, until all is asked for
  const marks = {same: 'span', removed: 'del', added: 'ins'};

  function piece({kind, text: words}) { return dom.make(marks[kind], {}, text.nodes(words)); }

  function block(label, nodes) {
    return dom.make('div', {}, dom.make('h3', {}, label), dom.make('pre', {dir: 'auto'}, nodes));
  }

  function none(result) { return dom.make('span', {class: 'quiet'}, result.output === '' ? '(empty)' : '(no reply)'); }

  function alone(result, label, most) {
    const reply = text.start(result.output, most);
    return [block(label, reply === '' ? none(result) : text.nodes(reply))];
  }

  function beside(before, after, [first, second], most) {
    const [old, now] = [before, after].map((result) => text.start(result.output, most));
    if (old === now) {
      return [block(`${first} and ${second}: the same`, old === '' ? none(after) : text.nodes(old))];
    }
    const pieces = word_diff.compare(old, now);
    const side = (result, kind) => {
      const kept = pieces.filter((one) => one.kind === 'same' || one.kind === kind);
      return kept.length === 0 ? none(result) : kept.map(piece);
    };
    return [block(first, side(before, 'removed')), block(second, side(after, 'added'))];
  }

  function drawn(before, after, names, most) {
    return before ? beside(before, after, names, most) : alone(after, `Reply of ${names[1]}`, most);
  }

  function longest(results) { return Math.max(...results.map((result) => String(result?.output ?? '').length)); }

  // The reply of `after`, beside that of `before` where there is one; `names` are those of the two runs.
  function shown(before, after, names) {
    const plain = names.map((name) => name && text.line(name, 60));
    const place = dom.make('div', {class: 'replies'}, drawn(before, after, plain, mostShown));
    const all = longest([before, after]);
    if (all <= mostShown) {
      return [place];
    }
    const more = dom.button(`Show all ${format.count(all)} characters`, () => {
      place.replaceChildren(...drawn(before, after, plain, Infinity));
      more.remove();
    });
    return [place, more];
  }

  return {shown};
})();
