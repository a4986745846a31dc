'use strict';

// Two texts word by word: the longest common subsequence of their words, or of their lines where there are too many.
const word_diff = (() => {
  const mostCells = 4_000_000;  // of the table: 16 MB, some tens of milliseconds

  function words(value) { return value.split(/(\s+|[^\p{L}\p{N}_\s])/u).filter(Boolean); }

  function lines(value) { return value.split(/(?<=\n)/); }

  function commonStart(a, b) {
    const most = Math.min(a.length, b.length);
    let at = 0;
    while (at < most && a[at] === b[at]) {
      ++at;
    }
    return at;
  }

  function commonEnd(a, b, most) {
    let count = 0;
    while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) {
      ++count;
    }
    return count;
  }

  // lengths[i * width + j] is the length of the longest common subsequence of a from i and b from j.
  function commonLengths(a, b) {
    const width = b.length + 1;
    const lengths = new Uint32Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; --i) {
      for (let j = b.length - 1; j >= 0; --j) {
        const at = i * width + j;
        lengths[at] = a[i] === b[j] ? lengths[at + width + 1] + 1 : Math.max(lengths[at + width], lengths[at + 1]);
      }
    }
    return lengths;
  }

  function walked(a, b) {
    const width = b.length + 1;
    const lengths = commonLengths(a, b);
    const pieces = [];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) {
        pieces.push(['same', a[i]]);
        ++i;
        ++j;
      } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
        pieces.push(['removed', a[i++]]);
      } else {
        pieces.push(['added', b[j++]]);
      }
    }
    return [
      ...pieces, ...a.slice(i).map((piece) => ['removed', piece]), ...b.slice(j).map((piece) => ['added', piece])
    ];
  }

  // A space between two words that both changed changed with them: marks of whole phrases are easier to read.
  function withSpaces(pieces) {
    return pieces.flatMap(([kind, piece], at) => {
      const isBetween = kind === 'same' && /^[^\S\n]+$/.test(piece) &&
          [pieces[at - 1], pieces[at + 1]].every((other) => other && other[0] !== 'same');
      return isBetween ? [['removed', piece], ['added', piece]] : [[kind, piece]];
    });
  }

  // Neighbours of one kind as one; between two that are the same, what was removed before what was added.
  function joined(pieces) {
    const all = [];
    const open = {same: '', removed: '', added: ''};
    const close = (kinds) => {
      for (const kind of kinds.filter((one) => open[one] !== '')) {
        all.push({kind, text: open[kind]});
        open[kind] = '';
      }
    };
    for (const [kind, piece] of withSpaces(pieces)) {
      close(kind === 'same' ? ['removed', 'added'] : ['same']);
      open[kind] += piece;
    }
    close(['same', 'removed', 'added']);
    return all;
  }

  function fits(a, b) { return (a.length + 1) * (b.length + 1) <= mostCells; }

  function between(a, b) {
    const start = commonStart(a, b);
    const end = commonEnd(a, b, Math.min(a.length, b.length) - start);
    const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    if (!fits(middleA, middleB)) {
      return null;
    }
    const same = (pieces) => pieces.map((piece) => ['same', piece]);
    return joined([...same(a.slice(0, start)), ...walked(middleA, middleB), ...same(a.slice(a.length - end))]);
  }

  // Pieces { kind, text } in order, `kind` being same, removed or added. Texts too long even by lines differ as a
  // whole.
  function compare(before, after) {
    return between(words(before), words(after)) ?? between(lines(before), lines(after)) ??
        [{kind: 'removed', text: before}, {kind: 'added', text: after}];
  }

  return {compare};
})();
