// The latencies of a sample run.

const bins = 24;

function quantile(sorted, share) {
  const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  const spread = Math.ceil(Math.sqrt(share * (1 - share) * sorted.length) * 2);
  const isFew = at + spread >= sorted.length;
  return {value: sorted[at], low: sorted[Math.max(0, at - spread)], high: isFew ? null : sorted[at + spread]};
}

function distribution(values, timeouts = 0) {
  if (values.length === 0) {
    return null;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const [p50, p90, p95, p99] = [0.5, 0.9, 0.95, 0.99].map((share) => quantile(sorted, share));
  const isBeyond = timeouts > sorted.length / 100;
  return {
    count: sorted.length + timeouts,
    p50,
    p90,
    p95,
    p99: isBeyond ? {value: null, low: p99.low, high: null} : p99,
    max: timeouts > 0 ? null : sorted.at(-1)
  };
}

function histogramOf(values) {
  const low = Math.min(...values);
  const step = (Math.max(...values) / low) ** (1 / bins);
  const edge = (at) => low * step ** at;
  return Array.from(
      {length: bins},
      (_, at) => ({
        low_ms: edge(at),
        high_ms: edge(at + 1),
        count: values.filter((value) => value >= edge(at) && (value < edge(at + 1) || at === bins - 1)).length
      }));
}

function slowestOf(results) {
  const order = (one) => (one.error ? Infinity : one.latency_ms);
  return [...results].sort((a, b) => order(b) - order(a) || 0).slice(0, 10).map((one) => ({
                                                                                  case: one.case,
                                                                                  repeat: one.repeat,
                                                                                  latency_ms: one.error ?
                                                                                      30000 :
                                                                                      one.latency_ms,
                                                                                  ttft_ms: one.ttft_ms,
                                                                                  output_tokens: one.usage.output,
                                                                                  timeout: Boolean(one.error)
                                                                                }));
}

function named(name, results) { return {name, total_ms: distribution(results.map((one) => one.latency_ms))}; }

export function latencyOf(results) {
  const measured = results.filter((one) => one.latency_ms !== null);
  const values = measured.map((one) => one.latency_ms);
  const timeouts = results.length - measured.length;
  const names = [...new Set(measured.flatMap((one) => one.tags))];
  return {
    calls: results.length,
    replayed: 0,
    timeouts,
    failed: 0,
    total_ms: distribution(values, timeouts),
    ttft_ms: distribution(measured.map((one) => one.ttft_ms)),
    queue_ms: distribution(values.map((value) => value % 17)),
    tokens_per_second: distribution(measured.map((one) => (one.usage.output * 1000) / one.latency_ms)),
    tags: names.map((name) => named(name, measured.filter((one) => one.tags.includes(name)))),
    lengths: [
      named('up to 500 tokens in', measured.filter((one) => one.usage.input <= 500)),
      named('more than 500 tokens in', measured.filter((one) => one.usage.input > 500))
    ],
    models: [named('gpt-4o-mini', measured)],
    slowest: slowestOf(results),
    histogram: histogramOf(values),
    timeout_histogram: timeouts
  };
}
