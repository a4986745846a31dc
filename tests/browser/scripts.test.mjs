// The parts of the report page that need no browser.

import assert from 'node:assert/strict';
import {test} from 'node:test';

import {script} from './support.mjs';

const money = script('money');
const text = script('text');
const word_diff = script('word_diff');
const cases = script('cases', ['money', 'format']);

test('amounts are exact, and rounded half to even beyond picodollars', () => {
  assert.equal(money.parse('0.1'), 100000000000n);
  assert.equal(money.parse('0.0000000000005'), 0n);
  assert.equal(money.parse('0.0000000000015'), 2n);
  assert.equal(money.parse('-1.5'), -1500000000000n);
  for (const other of ['', '1e5', '.5', '1.', 'NaN', null, undefined]) {
    assert.equal(money.parse(other), null);
  }
  assert.equal(money.exact(money.parse('0.00009165') * 10000n), '0.9165');
  assert.equal(money.exact(money.monthly(money.parse('1'))), '30.4375');
});

test('amounts are shown in cents, below a dollar in three digits', () => {
  const shown = (decimal) => money.shown(money.parse(decimal));
  assert.deepEqual(
      ['1234567.895', '12', '0', '0.5', '0.0123456', '0.00000375', '0.000000000001', '-3.456'].map(shown),
      ['$1,234,567.90', '$12.00', '$0.00', '$0.500', '$0.0123', '$0.00000375', '$0.000000000001', '−$3.46']);
  assert.equal(money.shown(null), '–');
});

test('characters that can’t be seen, or move others, are shown by their names', () => {
  assert.equal(text.plain('\u001b[31mred\u0000\u007f\u0085'), '⟦ESC⟧[31mred⟦NUL⟧⟦DEL⟧⟦U+0085⟧');
  assert.equal(text.plain('a\u202eb\u2066c\u200bd\ufeff'), 'a⟦U+202E⟧b⟦U+2066⟧c⟦U+200B⟧d⟦U+FEFF⟧');
  assert.equal(
      text.plain('\ud800 \u{e0041} \u{1f468}\u200d\u{1f469} e\u0301'),
      '⟦U+D800⟧ ⟦U+E0041⟧ \u{1f468}\u200d\u{1f469} e\u0301');
  assert.equal(text.plain('line\n\ttab\r'), 'line\n\ttab⟦CR⟧');
  assert.equal(text.line('one\r\ntwo \u{1f600}!', 14), 'one ⏎ two \u{1f600}!');
  assert.equal(text.line('ab\u{1f600}', 3), 'ab…');
  assert.equal(text.line(null, 3), '');
});

function sides(before, after) {
  const pieces = word_diff.compare(before, after);
  const side = (kind) => pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind)
                             .map((piece) => (piece.kind === 'same' ? piece.text : `[${piece.text}]`))
                             .join('');
  return [side('removed'), side('added')];
}

test('a diff marks the words that differ, and both sides keep all their text', () => {
  assert.deepEqual(
      sides('the refund was sent on monday', 'the parcel was sent'),
      ['the [refund] was sent[ on monday]', 'the [parcel] was sent']);
  assert.deepEqual(sides('a b c', 'x y c'), ['[a b] c', '[x y] c']);
  assert.deepEqual(sides('', 'new'), ['', '[new]']);
  assert.deepEqual(sides('same', 'same'), ['same', 'same']);
});

test('a diff of long texts is by lines, and of longer ones of the whole', () => {
  const lines = Array.from({length: 1500}, (_, at) => `line ${at} of it`);
  const [before, after] = sides(`${lines.join('\n')}\nend`, `start\n${lines.join(' !\n')}\nend`);
  assert.equal(before.replaceAll(/[[\]]/g, ''), `${lines.join('\n')}\nend`);
  assert.ok(after.endsWith('end'));
  const [first, second] =
      [['a', 'b'], ['c', 'd']].map((pair) => Array.from({length: 3000}, (_, at) => pair[at % 2] + at).join('\n'));
  assert.deepEqual(sides(first, second), [`[${first}]`, `[${second}]`]);
});

function result(id, passed, more = {}) {
  return {
    case: id,
    target: 'a/b',
    passed,
    score: passed === null ? null : Number(passed),
    output: `reply of ${id}`,
    assertions: [],
    latency_ms: 100,
    usage: {input: 1, output: 1},
    cost_usd: '0.1',
    error: null,
    tags: ['x'],
    ...more
  };
}

function verdict(passes, reducer) {
  return cases.rowsOf({reducer, targets: ['a/b'], results: passes.map((passed) => result('one', passed))}, null)[0]
      .verdict;
}

test('repeats have the verdict that their reducer gives them', () => {
  assert.equal(verdict([true, true], 'pass^k'), 'passed');
  assert.equal(verdict([true, null], 'pass^k'), 'error');
  assert.equal(verdict([false, null], 'pass^k'), 'failed');
  assert.equal(verdict([true, false], 'pass@k'), 'passed');
  assert.equal(verdict([false, null], 'pass@k'), 'error');
  assert.equal(verdict([true, true, false], 'majority'), 'passed');
  assert.equal(verdict([true, false, null], 'majority'), 'error');
  assert.equal(verdict([true, false], 'mean'), 'failed');
  assert.equal(verdict([null], 'mean'), 'error');
});

const run = {
  reducer: 'pass^k',
  targets: ['a/b'],
  results: [
    result('case-10', true),
    result('case-9', false, {latency_ms: 300, critical: true}),
    result('case-2', null, {latency_ms: null, cost_usd: null, error: {kind: 'timeout', message: 'too late'}}),
    result('case-1', false, {tags: ['x', 'slow'], assertions: [{type: 'equals', passed: false, reason: 'not “Ja”'}]}),
  ]
};
const rows = cases.rowsOf(run, {changes: [{case: 'case-1', change: 'lost'}]});

test('cases are sorted by any column, unknown values last', () => {
  const order = (key, descending) => [...cases.sorted(rows, key, descending)].map((row) => row.id).join(' ');
  assert.equal(order('verdict', false), 'case-1 case-9 case-2 case-10');
  assert.equal(order('case', false), 'case-1 case-2 case-9 case-10');
  assert.equal(order('latency', true), 'case-2 case-9 case-10 case-1');
  assert.equal(order('cost', false), 'case-10 case-9 case-1 case-2');
  assert.equal(order('cost', true), 'case-10 case-9 case-1 case-2');
});

test('filters and every word of a search narrow the cases', () => {
  const left = (filter) => [...cases.filtered(rows, filter)].map((row) => row.id).join(' ');
  assert.equal(left({}), 'case-10 case-9 case-2 case-1');
  assert.equal(left({q: 'REPLY ja”'}), 'case-1');
  assert.equal(left({verdict: 'failed', mark: 'critical'}), 'case-9');
  assert.equal(left({mark: 'timed out'}), 'case-2');
  assert.equal(left({change: 'lost', tag: 'slow'}), 'case-1');
  assert.equal(left({q: 'late nothing'}), '');
});

test('figures say their unit once, and leave unknown bounds open', () => {
  const {interval, quantile, duration, percent, span} = script('format');
  assert.equal(interval(0.92, 0.902, 0.935, percent), '92.0% (90.2 to 93.5%)');
  assert.equal(span(duration(840), duration(1240)), '840 ms to 1.24 s');
  assert.equal(quantile({value: 1200, low: 1000, high: null}), '1.20 s (at least 1.00 s)');
  assert.equal(quantile({value: null, low: 30000, high: null}), '≥ 30.0 s');
  assert.equal(quantile({value: null, low: null, high: null}), '–');
  assert.equal(quantile(null), '–');
  assert.deepEqual(
      [0.4, 999.4, 999.6, 59940, 59960, 125000].map(duration),
      ['0.4 ms', '999 ms', '1.00 s', '59.9 s', '1 min 00 s', '2 min 05 s']);
});

test('names that are cut still differ where they did', () => {
  assert.deepEqual(
      [...text.lines(
          ['pass rate [the customers of the country]', 'pass rate [the customers of the county]', 'short'], 28)],
      ['pass rate [the…f the country]', 'pass rate [the…of the county]', 'short']);
});

test('figures of cases of one group have no interval', () => {
  const format = script('format');
  const rate = {value: 0.5, low: 0, high: 1};
  assert.equal(format.rate({pass_rate: rate}), '50.0% (0.0 to 100.0%)');
  assert.equal(format.rate({pass_rate: rate, one_group: true}), '50.0% (one group)');
  assert.equal(format.rate({pass_rate: null, one_group: true}), null);
  assert.equal(format.meanScore({score: {mean: 0.5, low: 0, high: 1}, one_group: true}), '0.500 (one group)');
});
