// Makes documents of the form "promptctl-report 1" for the tests of the report page: always the same ones.
//
//   node sample.mjs small|large|bare >document.json

import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {changeOf} from './sample_change.mjs';
import {costOf, decimal, priceOf} from './sample_cost.mjs';
import {latencyOf} from './sample_latency.mjs';

const digest = (letter) => letter.repeat(64);
const tags = ['billing', 'delivery', 'returns', 'de', 'en', 'long'];
const words =
    ('the parcel is late and the customer asks when it will come so please tell them that the refund was sent ' +
     'on monday to the same account as before')
        .split(' ');

// Replies that would do harm where one of them was taken for markup, for a command of a terminal or for an order to
// turn the text round.
export const hostileReplies = {
  'ends-the-script': '</script><script>document.title = "owned"</script><img src=x onerror=document.title="owned">',
  'opens-a-comment': '<!-- <script> and never closes it',
  'colours-a-terminal': '\u001b[31mred\u001b[0m \u001b]8;;http://example.com\u0007link\u0007 \u0000 NUL \r return',
  'turns-the-text':
      'balance \u202E000,1\u202C euro \u2066isolated\u2069 \u200Bno width, tag \u{E0041}, half \uD800 and \uDC00',
  'separates-lines': 'one\u2028two\u2029three',
  'is-long': 'A word and another, on and on. '.repeat(3300),
  'is-empty': '',
  ['__proto__']: '{{7*7}} ${7*7} "quotes" \'quotes\' &amp; \u{1F468}\u200D\u{1F469}\u200D\u{1F467} العربية',
};

// A generator of numbers from 0 to 1 that starts from `seed` (mulberry32).
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sentence(next, count) {
  return Array.from({length: count}, () => words[Math.floor(next() * words.length)]).join(' ');
}

// Wilson's 95% interval.
export function wilson(passed, all) {
  if (all === 0) {
    return null;
  }
  const z = 1.959964;
  const share = passed / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return {value: share, low: middle - half, high: middle + half};
}

function assertion(type, passed, reason, more = {}) {
  return {
    type,
    metric: '',
    passed,
    score: passed ? 1 : 0,
    weight: 1,
    required: true,
    reason: passed ? '' : reason,
    ...more
  };
}

function reply(at, passed, next) {
  const [topic] = tags.slice(at % 3);
  const answer =
      passed ? `${topic}: ${sentence(next, 8)}.` : `other: ${sentence(next, 14)}, and nothing else is asked for.`;
  return at % 50 === 49 ? `${answer}\n\n${sentence(next, 60)}.` : answer;
}

function judged(output, passed, topic) {
  return [
    assertion('icontains', passed, `the reply does not hold, in any case of letters, "${topic}"`),
    assertion(
        'word-count', output.length < 90, `the reply has ${output.split(' ').length} words, not at most 14`,
        {metric: 'brevity', required: false})
  ];
}

function timedOut(base) {
  return {
    ...base,
    passed: null,
    score: null,
    output: null,
    refusal: null,
    assertions: [],
    reason: '',
    latency_ms: null,
    ttft_ms: null,
    usage: {input: null, output: null, cached: null},
    cost_usd: null,
    attempts: 3,
    error: {kind: 'timeout', message: 'no answer within 30 s', status: null}
  };
}

function result(at, id, passed, {next, repeat, shape}) {
  const output = shape.replies?.[id] ?? reply(at, passed, next);
  const usage = {
    input: 180 + Math.floor(next() * 400),
    output: 4 + Math.ceil(output.length / 4),
    cached: at % 4 === 0 ? 128 : 0
  };
  const latency = Math.round(Math.exp(6.2 + next() * 1.6 + (next() > 0.97 ? 1.4 : 0)));
  const base = {
    case: id,
    target: 'openai/gpt-4o-mini',
    repeat,
    tags: [tags[at % 3], at % 5 === 0 ? 'de' : 'en', ...(at % 50 === 49 ? ['long'] : [])],
    group: at % 10 === 0 ? `thread ${at / 10}` : null,
    critical: at % 97 === 5,
    quarantined: at % 991 === 990,
    request: digest('a'),
    finish_reason: 'stop',
    model: 'gpt-4o-mini',
    cached: false
  };
  if (shape.timeouts && at % 613 === 612) {
    return timedOut(base);
  }
  const assertions = judged(output, passed, tags[at % 3]);
  return {
    ...base,
    passed,
    score: (assertions[0].score + assertions[1].score) / 2,
    output,
    refusal: null,
    assertions,
    reason: '',
    latency_ms: latency,
    ttft_ms: Math.round(latency * 0.4),
    usage,
    cost_usd: decimal(priceOf(usage)),
    attempts: 1,
    error: null
  };
}

function tagCounts(results) {
  const found = {};
  for (const one of results.filter((each) => !each.quarantined && each.passed !== null)) {
    for (const tag of one.tags) {
      found[tag] ??= {passed: 0, decided: 0};
      found[tag].decided += 1;
      found[tag].passed += one.passed ? 1 : 0;
    }
  }
  return found;
}

function metricsOf(results) {
  const all = results.flatMap((one) => one.assertions).filter((one) => one.metric === 'brevity');
  const share = all.filter((one) => one.passed).length / all.length;
  return all.length === 0 ? {} : {brevity: {count: all.length, pass_rate: share, score: share}};
}

function summaryOf(results) {
  const counted = results.filter((one) => !one.quarantined);
  const [passed, failed] = [true, false].map((verdict) => counted.filter((one) => one.passed === verdict).length);
  const scores = counted.map((one) => one.score).filter((score) => score !== null);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    cases: counted.length,
    passed,
    failed,
    errors: counted.length - passed - failed,
    quarantined: results.length - counted.length,
    flaky: [],
    missing: 0,
    pass_rate: wilson(passed, passed + failed),
    score: {
      mean,
      low: Math.max(0, mean - 2 / Math.sqrt(scores.length)),
      high: Math.min(1, mean + 2 / Math.sqrt(scores.length))
    },
    tokens: {input: 1, output: 1, cached: 1},
    metrics: metricsOf(results),
    tags: tagCounts(results)
  };
}

function runOf(version, ids, shape) {
  const next = random(1000 + version);
  const repeats = Array.from({length: shape.repeat ?? 1}, (_, at) => at + 1);
  const results = ids.flatMap(
      (id, at) =>
          repeats.map((repeat) => result(at, id, shape.passes(version, at, next, repeat), {next, repeat, shape})));
  const summary = summaryOf(results);
  return {
    run: `run-${version}`,
    started: `2026-11-${10 + version * 4}T07:22:25Z`,
    prompt: {id: 'support/triage', address: `support/triage@${version}`, digest: digest(String(version))},
    version: String(version),
    suite: {id: 'triage', digest: digest('b')},
    dataset: {digest: digest('c'), cases: ids.length},
    targets: ['openai/gpt-4o-mini'],
    repeat: repeats.length,
    reducer: 'pass^k',
    source: {commit: digest('d').slice(0, 40), dirty: version === 3},
    verdict: summary.failed > 0 ? 'rejected' : 'accepted',
    verdict_reason: `${summary.failed} cases failed`,
    summary,
    cost: costOf(results),
    latency: latencyOf(results),
    results
  };
}

function documentOf(versions, ids, shape) {
  const runs = versions.map((version) => runOf(version, ids, shape));
  return {
    format: 'promptctl-report 1',
    tool: {name: 'promptctl', version: '0.1.0'},
    title: 'support/triage',
    about: ['quality', 'cost', 'latency'],
    prices: {source: 'built-in', date: '2026-11-01', digest: digest('e')},
    notes: ['suite tone was not compared: version 2 has no run of it'],
    runs,
    changes: runs.length < 2 ? [] : [changeOf(runs.at(-2), runs.at(-1))]
  };
}

const shapes = {
  // Eight cases with replies that do harm, in two versions.
  small: () => documentOf(
      [2, 3], Object.keys(hostileReplies),
      {replies: hostileReplies, passes: (version, at) => (version === 2 ? at !== 1 : at !== 3 && at !== 5)}),
  // Ten thousand cases in three versions.
  large: () => documentOf(
      [1, 2, 3], Array.from({length: 10000}, (_, at) => `case-${at}`),
      {timeouts: true, passes: (version, _, next) => next() > [0, 0.1, 0.06, 0.09][version]}),
  // Six cases asked three times each, in one version: every second one is flaky.
  repeated: () => documentOf(
      [3], Array.from({length: 6}, (_, at) => `case-${at}`),
      {repeat: 3, passes: (_, at, next, repeat) => at % 2 === 0 || repeat !== 2}),
  // Not a report.
  broken: () => ({runs: [null]}),
  // Nothing but what has to be there.
  bare: () => ({
    format: 'promptctl-report 1',
    title: 'bare',
    about: ['quality', 'cost', 'latency'],
    prices: null,
    notes: [],
    changes: [],
    runs: [{run: 'run-1', results: []}]
  }),
};

export function sample(name) { return shapes[name](); }

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(sample(process.argv[2])));
}
