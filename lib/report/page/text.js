'use strict';

// Text from outside made plain: whatever would be unseen, or would move what is seen, is shown by its name.
const text = (() => {
  // Control characters but tab and line feed, ANSI's escape among them; bidirectional marks, embeddings, overrides and
  // isolates; spaces of no width; tags; halves of characters. Joiners stay: scripts and emoji need them.
  const hidden = new RegExp(
      '([\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f' +
          '\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]|\\p{Surrogate})',
      'u');
  const everyHidden = new RegExp(hidden.source, 'gu');

  // By the names of ASCII: few fonts have the pictures of control characters.
  const controls = ('NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI ' +
                    'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US')
                       .split(' ');

  function nameOf(character) {
    const code = character.codePointAt(0);
    const name = code === 0x7f ? 'DEL' : controls[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return `⟦${name}⟧`;
  }

  // As one text.
  function plain(value) { return String(value ?? '').replace(everyHidden, nameOf); }

  // As nodes, in which the names stand out.
  function nodes(value) {
    return String(value ?? '')
        .split(hidden)
        .map((piece, at) => at % 2 === 0 ? piece : dom.make('span', {class: 'control'}, nameOf(piece)));
  }

  // At most `most` code units of it; never half of a character.
  function start(value, most) {
    const whole = String(value ?? '');
    const cut = whole.slice(0, most);
    const isHalf = cut.length < whole.length && /[\ud800-\udbff]$/.test(cut);
    return isHalf ? cut.slice(0, -1) : cut;
  }

  // In one line, of at most `most` code units.
  function line(value, most) {
    const cut = start(value, most);
    const rest = cut.length < String(value ?? '').length ? '…' : '';
    return plain(cut.replace(/\r?\n/g, ' ⏎ ')) + rest;
  }

  // Names, each in one line of about `most` code units. Those that would look alike lose their middle, not their end.
  function lines(names, most) {
    const shown = names.map((name) => line(name, most));
    const isAlike = (at) => shown.some((other, place) => other === shown[at] && names[place] !== names[at]);
    const half = Math.floor(most / 2);
    const withEnd = (name) => line(start(name, half), half) + '…' + line([...name].slice(-half).join(''), most);
    return shown.map((one, at) => isAlike(at) ? withEnd(names[at]) : one);
  }

  return {plain, nodes, start, line, lines};
})();
