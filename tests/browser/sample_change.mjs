// What `promptctl diff --json` would say of two sample runs, as far as the page shows it.

function kindOf(before, after) {
  if (before.passed !== after.passed) {
    return before.passed ? 'lost' : 'gained';
  }
  return after.score < before.score ? 'worse' : after.score > before.score ? 'better' : 'unchanged';
}

function changesOf(pairs) {
  const order = ['lost', 'worse', 'better', 'gained'];
  return pairs
      .map(([before, after]) => ({
             case: after.case,
             change: kindOf(before, after),
             critical: after.critical,
             quarantined: false,
             score_before: before.score,
             score_after: after.score
           }))
      .filter((one) => one.change !== 'unchanged')
      .sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || b.critical - a.critical);
}

function figure(name, tag, pairs, valueOf, settings) {
  const mean = (at) => pairs.reduce((sum, pair) => sum + valueOf(pair[at]), 0) / pairs.length;
  const difference = mean(1) - mean(0);
  const half = 0.8 / Math.sqrt(pairs.length);
  return {
    figure: name,
    tag,
    count: pairs.length,
    clusters: pairs.length,
    before: mean(0),
    after: mean(1),
    difference: {value: difference, low: difference - half, high: difference + half},
    method: 'Tango',
    bootstrap: null,
    test: 'exact McNemar',
    p: 0.0004,
    mid_p: null,
    adjusted_p: 0.002,
    effect: null,
    detectable: 2.8 * half,
    ...settings
  };
}

function figuresOf(pairs) {
  const passes = (one) => (one.passed ? 1 : 0);
  const scores = (one) => one.score;
  const german = pairs.filter(([, after]) => after.tags.includes('de'));
  return [
    figure('pass_rate', null, pairs, passes),
    figure('score', null, pairs, scores, {method: 't', test: 'paired t', p: 0.03, adjusted_p: 0.12}),
    figure('pass_rate', 'de', german, passes, {p: 0.4, adjusted_p: 0.8})
  ];
}

function ratio(name, unit, before, after) {
  const quantiles = (run) => Object.fromEntries([
    ['count', 8],
    ...['p50', 'p90', 'p95', 'p99'].map(
        (part) => [part, (run.latency.total_ms[part].value ?? 30000) * (unit === 'USD' ? 1e-7 : 1)]),
    ['max', 9000]
  ]);
  return {
    figure: name,
    unit,
    before: quantiles(before),
    after: quantiles(after),
    median_ratio: {value: 1.04, low: 0.97, high: 1.11},
    p95_ratio: {value: 1.31, low: 1.08, high: null},
    mean_ratio: {value: 1.24, low: 1.16, high: 1.32},
    excluded_before: 0,
    excluded_after: 0
  };
}

export function changeOf(before, after) {
  const pairs = after.results.map((one, at) => [before.results[at], one])
                    .filter(([a, b]) => !b.quarantined && a.passed !== null && b.passed !== null);
  const changes = changesOf(pairs);
  const count = (kind) => changes.filter((one) => one.change === kind).length;
  return {
    suite: 'triage',
    before: {id: before.run},
    after: {id: after.run},
    confidence: 0.95,
    bootstrap_seed: 20261121,
    drift: [{what: 'model', before: 'gpt-4o-mini-2024', after: 'gpt-4o-mini-2026'}],
    cases: {
      joined: pairs.length,
      lost: count('lost'),
      worse: count('worse'),
      unchanged: pairs.length - changes.length,
      better: count('better'),
      gained: count('gained'),
      undecided: after.results.length - pairs.length,
      quarantined: 0,
      only_before: 0,
      only_after: 0
    },
    figures: figuresOf(pairs),
    ratios: [ratio('latency', 'ms', before, after), ratio('cost', 'USD', before, after)],
    worst_case: null,
    flaky_before: [],
    flaky_after: [],
    changes,
    replies: []
  };
}
